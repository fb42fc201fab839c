import {
  cronus,
  otherOrigin,
  salesOrigin,
  startGateway,
  users,
  type GatewayUnderTest,
} from './gatewayUnderTest';
import { codeOf, send, type Reply } from './http';

const foreign: readonly string[] = [
  'https://evil.example',
  'https://contoso.crm4.dynamics.com.evil.example',
  'https://contoso.crm4.dynamics.com:444',
  'http://contoso.crm4.dynamics.com',
  'https://CONTOSO.crm4.dynamics.com',
  'null',
];

describe('pages of other origins', () => {
  let test: GatewayUnderTest;
  let sara: string;
  beforeAll(async () => {
    test = await startGateway();
    sara = await test.signIn(users.sara);
  });
  afterAll(() => test.close());

  function preflight(origin: string, path = `/ODataV4/${cronus}/ItemCard`): Promise<Reply> {
    return test.ask(path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,x-correlation-id',
        'access-control-request-private-network': 'true',
      },
    });
  }

  it.each([salesOrigin, otherOrigin])(
    'of which %s is allowed, are asked in advance, and the answer is kept',
    async (origin) => {
      const reply = await preflight(origin);
      expect([reply.status, reply.text]).toEqual([204, '']);
      expect(reply.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-max-age': '7200',
        'access-control-allow-private-network': 'true',
        vary: expect.stringContaining('Origin') as string,
      });
      expect(reply.headers['access-control-allow-headers']).toContain('Authorization');
      expect(reply.headers['access-control-allow-credentials']).toBeUndefined();
    },
  );

  it.each(foreign)('such as %s are refused, before anything else, and may not read why', async (origin) => {
    const replies = await Promise.all([
      preflight(origin),
      test.read(sara, `${cronus}/ItemCard?$top=1`, { headers: { origin } }),
      test.ask('/healthz', { headers: { origin } }),
      test.exchange(test.dataverse.createTicket(users.sara), {}, origin),
    ]);
    for (const reply of replies) {
      expect([reply.status, codeOf(reply)]).toEqual([403, 'Gateway_OriginNotAllowed']);
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each([
    ['a token that is not valid', '/ODataV4/x', 401],
    ['an address that is not there', '/nowhere', 404],
  ])('that are allowed may read errors, too: %s', async (_, path, status) => {
    const reply = await test.ask(path);
    expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([status, salesOrigin]);
  });

  it('get answers that no browser shows, runs, keeps or frames', async () => {
    const reply = await test.read(sara, `${cronus}/ItemCard?$top=1`);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    });
  });

  it('are not what the health of the gateway is for', async () => {
    const reply = await send(test.origin, '/healthz');
    expect([reply.status, reply.text]).toEqual([200, '{"status":"alive"}']);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });
});
