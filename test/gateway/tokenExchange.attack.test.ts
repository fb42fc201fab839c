import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { callerNetwork } from '../../gateway/admission/guesses';
import type { Ticket } from './dataverseStandIn';
import {
  cronus,
  otherOrigin,
  salesOrigin,
  startGateway,
  users,
  type GatewayUnderTest,
} from './gatewayUnderTest';
import { codeOf, send, type Reply } from './http';
import { until } from './until';

const asked = `${cronus}/ItemCard?$select=No&$top=1`;

function content({ text }: Reply): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

function ago(milliseconds: number): { createdon: string; modifiedon: string } {
  const moment = new Date(Date.now() - milliseconds).toISOString();
  return { createdon: moment, modifiedon: moment };
}

describe('a ticket of the caller', () => {
  let test: GatewayUnderTest;
  beforeAll(async () => {
    test = await startGateway();
  });
  afterAll(() => test.close());

  it('is exchanged for a token of 15 minutes that opens the services of its scope', async () => {
    const reply = await test.exchange(test.dataverse.createTicket(users.sara));
    expect(reply.status).toBe(200);
    expect(content(reply)).toEqual({
      access_token: expect.any(String) as string,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'availability',
    });
    expect(reply.headers['cache-control']).toBe('no-store');
    const answer = await test.read(String(content(reply)['access_token']), asked);
    expect(answer.status).toBe(200);
  });

  it.each([
    ['sara', 'availability'],
    ['jim', 'availability statistics coupling.read'],
    ['anna', 'availability statistics coupling.read coupling.write'],
    ['tom', 'availability'],
  ] as const)('carries the scopes of the roles that %s has, own and through teams', async (name, scope) => {
    const reply = await test.exchange(test.dataverse.createTicket(users[name]));
    expect(content(reply)['scope']).toBe(scope);
  });

  it.each([
    ['has no role of ours', 'paolo'],
    ['is System Administrator and nothing else', 'ada'],
    ['is disabled', 'dora'],
  ] as const)('gives nothing to a user who %s', async (_, name) => {
    const reply = await test.exchange(test.dataverse.createTicket(users[name]));
    expect([reply.status, content(reply)]).toEqual([400, { error: 'access_denied' }]);
  });

  it('gives nothing to a user whose role was taken away after the ticket was made', async () => {
    const leaver = randomUUID();
    const sara = test.dataverse.users.get(users.sara)!;
    test.dataverse.users.set(leaver, sara);
    const ticket = test.dataverse.createTicket(leaver);
    test.dataverse.users.set(leaver, { ...sara, roles: [] });
    expect(content(await test.exchange(ticket))).toEqual({ error: 'access_denied' });
  });

  it('is gone from Dataverse once it has been used', async () => {
    const ticket = test.dataverse.createTicket(users.sara);
    await test.exchange(ticket);
    expect(test.dataverse.tickets.has(ticket.id)).toBe(false);
  });

  it('is used once when it comes twice at the same moment', async () => {
    const ticket = test.dataverse.createTicket(users.sara);
    let waiting = 0;
    let bothAreThere: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (bothAreThere = resolve));
    test.dataverse.beforeDelete = () => {
      waiting += 1;
      if (waiting === 2) {
        bothAreThere();
      }
      return both;
    };
    const replies = await Promise.all([test.exchange(ticket), test.exchange(ticket)]);
    test.dataverse.beforeDelete = () => Promise.resolve();
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

describe('a ticket that is not good', () => {
  let test: GatewayUnderTest;
  beforeAll(async () => {
    test = await startGateway();
  });
  afterAll(() => test.close());

  const bad: readonly (readonly [string, (test: GatewayUnderTest) => Promise<Ticket> | Ticket])[] = [
    ['with a guessed row id', () => ({ id: randomUUID(), value: randomBytes(32).toString('hex') })],
    [
      'with a wrong value',
      ({ dataverse }) => ({
        ...dataverse.createTicket(users.sara),
        value: randomBytes(32).toString('hex'),
      }),
    ],
    [
      'of another user, with the value of an own one',
      ({ dataverse }) => ({
        id: dataverse.createTicket(users.anna).id,
        value: dataverse.createTicket(users.sara).value,
      }),
    ],
    ['that is 61 seconds old', ({ dataverse }) => dataverse.createTicket(users.sara, ago(61_500))],
    ['that comes from the future', ({ dataverse }) => dataverse.createTicket(users.sara, ago(-60_000))],
    [
      'that was used already',
      async (test) => {
        const ticket = test.dataverse.createTicket(users.sara);
        await test.exchange(ticket);
        return ticket;
      },
    ],
    [
      'into whose row somebody else wrote their own hash',
      ({ dataverse }) => {
        const value = randomBytes(32);
        const ticket = dataverse.createTicket(users.anna, {
          bcs_valuehash: createHash('sha256').update(value).digest('hex'),
          _modifiedby_value: users.sara,
        });
        return { ...ticket, value: value.toString('hex') };
      },
    ],
    [
      'that somebody made in the name of another user',
      ({ dataverse }) => dataverse.createTicket(users.anna, { _createdonbehalfby_value: users.sara }),
    ],
    [
      'that was changed after it was made',
      ({ dataverse }) => {
        const { createdon } = ago(5_000);
        return dataverse.createTicket(users.sara, { createdon });
      },
    ],
    ['whose row holds no hash', ({ dataverse }) => dataverse.createTicket(users.sara, { bcs_valuehash: '' })],
  ];

  it.each(bad)('%s is refused like any other', async (_, make) => {
    const ticket = await make(test);
    const before = test.dataverse.tickets.size;
    const reply = await test.exchange(ticket);
    expect([reply.status, reply.text]).toEqual([400, '{"error":"invalid_request"}']);
    expect(test.dataverse.tickets.size).toBe(before);
  });
});

describe('a request for a token', () => {
  let test: GatewayUnderTest;
  beforeAll(async () => {
    test = await startGateway();
  });
  afterAll(() => test.close());

  it.each([
    ['no value', { subject_token: '' }, 'invalid_request'],
    ['a value that is no value', { subject_token: "' or 1 eq 1" }, 'invalid_request'],
    ['a row id that is a path', { ticket_id: '../systemusers' }, 'invalid_request'],
    [
      'another kind of token',
      { subject_token_type: 'urn:ietf:params:oauth:token-type:jwt' },
      'invalid_request',
    ],
    ['a wish for another kind of token', { requested_token_type: 'urn:x' }, 'invalid_request'],
    ['another grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
  ])('with %s is refused without asking Dataverse', async (_, changes, error) => {
    const ticket = test.dataverse.createTicket(users.sara);
    const before = test.dataverse.requests.length;
    const reply = await test.exchange(ticket, changes);
    expect([reply.status, content(reply)]).toEqual([400, { error }]);
    expect(test.dataverse.requests).toHaveLength(before);
  });

  it.each([
    ['nothing at all', '', 'application/x-www-form-urlencoded'],
    ['JSON', '{"grant_type":"x"}', 'application/json'],
    ['a file', 'x', 'application/octet-stream'],
    ['a form of 5 KB', `subject_token=${'a'.repeat(5000)}`, 'application/x-www-form-urlencoded'],
    [
      'a parameter that stands twice',
      'grant_type=urn:ietf:params:oauth:grant-type:token-exchange&grant_type=x',
      'application/x-www-form-urlencoded',
    ],
  ])('of %s is refused', async (_, body, contentType) => {
    const reply = await test.ask('/token', {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    });
    expect([reply.status, content(reply)]).toEqual([400, { error: 'invalid_request' }]);
  });

  it('from a page of another origin is refused, and the page may not even read that', async () => {
    const reply = await test.exchange(
      test.dataverse.createTicket(users.sara),
      {},
      'https://contoso.crm4.dynamics.com.evil.example',
    );
    expect([reply.status, codeOf(reply)]).toEqual([403, 'Gateway_OriginNotAllowed']);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('that comes from no page is refused', async () => {
    const { id, value } = test.dataverse.createTicket(users.sara);
    const reply = await send(test.origin, '/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:business-central-for-sales:gateway-ticket',
        subject_token: value,
        ticket_id: id,
      }).toString(),
    });
    expect([reply.status, content(reply)]).toEqual([400, { error: 'invalid_request' }]);
    expect(test.dataverse.tickets.has(id)).toBe(true);
  });

  it('is answered to GET as if there were nothing', async () => {
    const reply = await test.ask('/token?grant_type=x');
    expect([reply.status, codeOf(reply)]).toEqual([404, 'Gateway_NotFound']);
  });
});

describe('guessing', () => {
  let test: GatewayUnderTest;
  beforeEach(async () => {
    test = await startGateway();
  });
  afterEach(() => test.close());

  it('bars an address after 20 failures in a minute, without asking Dataverse any more', async () => {
    const guess = () => test.exchange({ id: randomUUID(), value: randomBytes(32).toString('hex') });
    for (let count = 0; count < 20; count += 1) {
      expect((await guess()).status).toBe(400);
    }
    const before = test.dataverse.requests.length;
    const reply = await guess();
    expect([reply.status, content(reply)]).toEqual([429, { error: 'slow_down' }]);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(test.dataverse.requests).toHaveLength(before);
  });

  it('bars a ticket after 5 wrong values', async () => {
    const ticket = test.dataverse.createTicket(users.sara);
    for (let count = 0; count < 5; count += 1) {
      await test.exchange({ ...ticket, value: randomBytes(32).toString('hex') });
    }
    expect((await test.exchange(ticket)).status).toBe(429);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff:1:2:3', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, counted) => {
    expect(callerNetwork(address)).toBe(counted);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, number]>([
    ['believes a trusted proxy who the caller is', { TRUSTED_PROXIES: 'loopback' }, 400],
    ['believes nobody else', {}, 429],
  ])('%s', async (_, environment, status) => {
    const proxied = await startGateway({ environment });
    const guessFrom = (address: string) =>
      proxied.ask('/token', { method: 'POST', headers: { 'x-forwarded-for': address } });
    for (let count = 0; count < 20; count += 1) {
      await guessFrom('203.0.113.7');
    }
    expect((await guessFrom('203.0.113.8')).status).toBe(status);
    await proxied.close();
  });

  it('never bars those who sign in rightly, however many come from one address', async () => {
    const replies = await Promise.all(
      Array.from({ length: 40 }, () => test.exchange(test.dataverse.createTicket(users.sara))),
    );
    expect(replies.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('clocks and trouble', () => {
  let skew = 0;
  let test: GatewayUnderTest;
  beforeEach(async () => {
    skew = 0;
    test = await startGateway({ now: () => Date.now() + skew });
  });
  afterEach(() => test.close());

  it.each([-120_000, 120_000])('takes a fresh ticket when its own clock is %i ms off', async (off) => {
    skew = off;
    const token = await test.signIn(users.sara);
    expect((await test.read(token, asked)).status).toBe(200);
  });

  it('takes no old ticket when its own clock is 2 minutes slow', async () => {
    skew = -120_000;
    const ticket = test.dataverse.createTicket(users.sara, ago(62_000));
    expect((await test.exchange(ticket)).status).toBe(400);
  });

  it('says so while Dataverse is down, and valid tokens go on', async () => {
    const token = await test.signIn(users.sara);
    test.dataverse.fault = 'down';
    const renewal = await test.exchange(test.dataverse.createTicket(users.sara));
    expect([renewal.status, content(renewal)]).toEqual([503, { error: 'temporarily_unavailable' }]);
    expect(Number(renewal.headers['retry-after'])).toBeGreaterThan(0);
    expect((await test.read(token, asked)).status).toBe(200);
  });

  it('passes on how long Dataverse asks to wait', async () => {
    await test.signIn(users.sara);
    test.dataverse.fault = 'throttled';
    const reply = await test.exchange(test.dataverse.createTicket(users.sara));
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '7']);
  });

  it('grants nothing where Dataverse fails', async () => {
    await test.signIn(users.sara);
    test.dataverse.fault = 'failing';
    const reply = await test.exchange(test.dataverse.createTicket(users.sara));
    expect([reply.status, content(reply)]).toEqual([503, { error: 'temporarily_unavailable' }]);
  });

  it('gets one token of the application user for many exchanges', async () => {
    await test.signIn(users.sara);
    await Promise.all([test.signIn(users.jim), test.signIn(users.anna), test.signIn(users.tom)]);
    expect(test.dataverse.issuedTokens).toHaveLength(1);
  });

  it('renews the token of the application user ahead of its end', async () => {
    await test.signIn(users.sara);
    skew = 3600_000 - 4 * 60_000;
    await test.signIn(users.sara);
    await until(() => test.dataverse.issuedTokens.length === 2);
  });

  it('gets a new token of the application user where Dataverse takes the old one no more', async () => {
    await test.signIn(users.sara);
    test.dataverse.revokeTokens();
    expect(await test.signIn(users.sara)).toEqual(expect.any(String));
  });

  it('binds the token to the origin that asked for it', async () => {
    const token = await test.signIn(users.sara, otherOrigin);
    expect((await test.read(token, asked, { headers: { origin: otherOrigin } })).status).toBe(200);
    expect((await test.read(token, asked, { headers: { origin: salesOrigin } })).status).toBe(401);
  });
});
