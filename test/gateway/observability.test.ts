import { batchPart, cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf } from './http';

const metricsToken = 'token-of-the-metrics';

describe('what can be seen of the gateway', () => {
  let test: GatewayUnderTest;
  let sara: string;
  beforeAll(async () => {
    test = await startGateway({ environment: { METRICS_TOKEN: metricsToken } });
    sara = await test.signIn(users.sara);
  });
  afterAll(() => test.close());

  function metrics(authorization?: string) {
    return test.ask('/metrics', { headers: authorization === undefined ? {} : { authorization } });
  }

  it('counts requests, answers and waiting, and names no user, item or company', async () => {
    await test.read(sara, `${cronus}/ItemCard?$filter=No%20eq%20'1896-S'`);
    await test.read(sara, `${cronus}/ItemCard?$filter=No%20eq%20'1896-S'`);
    const { text, headers } = await metrics(`Bearer ${metricsToken}`);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('gateway_answers_total{source="businessCentral"} 1');
    expect(text).toContain('gateway_answers_total{source="memory"} 1');
    expect(text).toContain('gateway_token_requests_total{outcome="granted"} 1');
    expect(text).toMatch(/gateway_request_seconds_count\{route="relay",status="2xx"\} 2/);
    expect(text).toContain('gateway_paused 0');
    expect(text).not.toMatch(new RegExp(`${users.sara}|CRONUS|1896|ItemCard`));
  });

  it.each([undefined, 'Bearer wrong', 'Bearer '])(
    'shows the metrics to nobody with %s',
    async (authorization) => {
      const reply = await metrics(authorization);
      expect([reply.status, codeOf(reply)]).toEqual([401, 'Gateway_InvalidToken']);
    },
  );

  it('is ready while Business Central is not there, and says how it stands', async () => {
    expect(JSON.parse((await test.ask('/readyz')).text)).toEqual({
      status: 'ready',
      businessCentral: 'asked',
    });
  });

  it('writes one line about each request, with who asked for what, and no question in it', async () => {
    test.log.length = 0;
    const id = '2a3b4c5d-0000-4000-8000-000000000003';
    await test.batch(
      sara,
      [
        batchPart('a', `${cronus}/ItemCard?$filter=No%20eq%20'1900-S'`),
        batchPart('b', `${cronus}/SalesLines?$filter=No%20eq%20'1900-S'`),
      ],
      { 'x-correlation-id': id },
    );
    const lines = test.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.every(({ correlationId }) => correlationId === id)).toBe(true);
    expect(lines.at(-1)).toMatchObject({
      msg: 'answered',
      route: 'relay',
      method: 'POST',
      status: 200,
      user: users.sara,
      asked: ['ItemCard', 'SalesLines'],
      parts: 2,
      sources: { businessCentral: 2, memory: 0, shared: 0 },
    });
    expect(test.log.join('')).not.toMatch(/1900|CRONUS/);
  });

  it('says in the log, and only there, why a ticket was not taken', async () => {
    test.log.length = 0;
    const ticket = test.dataverse.createTicket(users.sara);
    const { value } = test.dataverse.createTicket(users.sara);
    await test.exchange({ ...ticket, value });
    expect(test.log.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ route: 'token', status: 400, reason: 'wrongValue' }),
    );
  });

  it('strikes secrets out of whatever is logged', async () => {
    const { gatewayLog } = await import('../../gateway/observability/log');
    const lines: string[] = [];
    const secret = 'quoted "secret" of the tests';
    const log = gatewayLog('info', [secret, 'plain+secret/=='], { write: (line) => void lines.push(line) });
    log.info({ headers: { authorization: 'Bearer x' }, problem: `failed with ${secret}` }, 'plain+secret/==');
    log.error(new Error(`cannot reach https://user:plain+secret/==@bc01`));
    expect(lines.join('')).not.toMatch(/quoted|plain\+secret|Bearer x/);
    expect(lines.map((line) => JSON.parse(line) as object)).toHaveLength(2);
  });
});
