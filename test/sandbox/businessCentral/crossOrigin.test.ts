import { cronusPath, cronusService, startCaller, type Caller, type Reply } from './caller';

const origin = 'http://localhost:8080';
const preflight = {
  method: 'OPTIONS',
  credentials: null,
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  },
};

function accessControl(reply: Reply): readonly string[] {
  return Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'));
}

describe('Business Central itself', () => {
  let caller: Caller;
  beforeAll(async () => {
    caller = await startCaller();
  });
  afterAll(() => caller.businessCentral.close());

  test('authenticates OPTIONS, so that a preflight gets 401', async () => {
    const reply = await caller.ask('/$batch', preflight);
    expect(reply.status).toBe(401);
    expect(accessControl(reply)).toEqual([]);
  });

  test('lets no other origin read its answers', async () => {
    const reply = await caller.ask(cronusService('LocationList'), { headers: { origin } });
    expect(reply.status).toBe(200);
    expect(accessControl(reply)).toEqual([]);
  });
});

describe('with the customer\u2019s reverse proxy in front', () => {
  const allowedOrigins = [origin];
  let caller: Caller;
  beforeAll(async () => {
    caller = await startCaller({ reverseProxy: { allowedOrigins } });
  });
  afterAll(() => caller.businessCentral.close());

  test('a preflight of an allowed origin is answered without credentials', async () => {
    const reply = await caller.ask('/$batch', preflight);
    expect(reply.status).toBe(204);
    expect(reply.headers['access-control-allow-origin']).toBe(origin);
    expect(reply.headers['access-control-allow-headers']).toContain('Authorization');
    expect(reply.headers['access-control-allow-methods']).toContain('POST');
  });

  test('answers carry the headers, refusals and faults too', async () => {
    caller.businessCentral.faults.set({ kind: 'gatewayTimeout' }, { times: 1 });
    const statuses: number[] = [];
    for (const credentials of [undefined, null, undefined]) {
      const reply = await caller.ask(cronusService('LocationList'), { headers: { origin }, credentials });
      statuses.push(reply.status);
      expect(reply.headers['access-control-allow-origin']).toBe(origin);
      expect(reply.headers['access-control-expose-headers']).toContain('Retry-After');
    }
    expect(statuses).toEqual([504, 401, 200]);
  });

  test('another origin is treated as if there were no proxy', async () => {
    const stranger = 'https://evil.example';
    const refused = await caller.ask('/$batch', {
      ...preflight,
      headers: { ...preflight.headers, origin: stranger },
    });
    expect([refused.status, accessControl(refused)]).toEqual([401, []]);
    const read = await caller.ask(`${cronusPath}/LocationList`, { headers: { origin: stranger } });
    expect([read.status, accessControl(read)]).toEqual([200, []]);
  });

  test('an origin can be added while the server runs', async () => {
    allowedOrigins.push('http://localhost:9090');
    const reply = await caller.ask('/$batch', {
      ...preflight,
      headers: { ...preflight.headers, origin: 'http://localhost:9090' },
    });
    expect(reply.status).toBe(204);
  });
});
