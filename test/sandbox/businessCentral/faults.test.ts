import type { Fault, RetryAfter } from '../../../sandbox/businessCentral/faults/faultKinds';
import {
  cronusPath,
  cronusService,
  errorOf,
  startCaller,
  until,
  valueOf,
  type Caller,
  type Reply,
} from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller();
});
afterAll(() => caller.businessCentral.close());
afterEach(() => caller.businessCentral.faults.clear());

const items = cronusService('ItemCard', "$filter=startswith(No,'19')&$select=No,Description,Inventory");

async function withFault(fault: Fault, address = items): Promise<Reply> {
  caller.businessCentral.faults.set(fault, { times: 1 });
  return caller.ask(address);
}

test.each<[Fault, number]>([
  [{ kind: 'unauthorized' }, 401],
  [{ kind: 'notFound' }, 404],
  [{ kind: 'tooManyRequests' }, 429],
  [{ kind: 'unavailable' }, 503],
  [{ kind: 'alError', text: 'x' }, 500],
  [{ kind: 'gatewayTimeout' }, 504],
])('%j answers %d', async (fault, status) => {
  expect((await withFault(fault)).status).toBe(status);
  expect((await caller.ask(items)).status).toBe(200);
});

test('an AL error carries its text under an Application_ code', async () => {
  const reply = await withFault({
    kind: 'alError',
    text: 'Location Code must have a value in Item: No.=1896-S.',
  });
  expect(errorOf(reply).code).toBe('Application_DialogException');
  expect(errorOf(reply).message).toMatch(
    /^Location Code must have a value in Item: No\.=1896-S\. {2}CorrelationId: {2}/,
  );
});

test.each<[RetryAfter | undefined, RegExp | undefined]>([
  [{ form: 'seconds', seconds: 7 }, /^7$/],
  [{ form: 'date', seconds: 7 }, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/],
  [{ form: 'garbage' }, /^[^\d]+$/],
  [undefined, undefined],
])('429 and 503 with Retry-After %j', async (retryAfter, expected) => {
  for (const kind of ['tooManyRequests', 'unavailable'] as const) {
    const reply = await withFault({ kind, ...(retryAfter === undefined ? {} : { retryAfter }) });
    if (expected === undefined) {
      expect(reply.headers['retry-after']).toBeUndefined();
    } else {
      expect(reply.headers['retry-after']).toMatch(expected);
    }
  }
});

test('503 is the page of HTTP.sys', async () => {
  const reply = await withFault({ kind: 'unavailable' });
  expect(reply.headers['content-type']).toContain('text/html');
  expect(reply.text).toContain('HTTP Error 503. The service is unavailable.');
});

test('a reset breaks the connection before the answer', async () => {
  await expect(withFault({ kind: 'reset' })).rejects.toThrow(/ECONNRESET|socket hang up/);
  expect(caller.businessCentral.requests.all().at(-1)?.status).toBeNull();
});

test('truncated JSON cannot be parsed, though the answer is complete', async () => {
  const whole = await caller.ask(items);
  const half = await withFault({ kind: 'truncated' });
  expect(half.status).toBe(200);
  expect(whole.text.startsWith(half.text)).toBe(true);
  expect(() => JSON.parse(half.text) as unknown).toThrow();
});

test('a sign-in page comes with 200 and HTML', async () => {
  const reply = await withFault({ kind: 'signInPage' });
  expect(reply.status).toBe(200);
  expect(reply.headers['content-type']).toContain('text/html');
  expect(reply.text).toContain('<form');
});

test('an empty body comes with 200', async () => {
  const reply = await withFault({ kind: 'emptyBody' });
  expect([reply.status, reply.text]).toEqual([200, '']);
});

test('wrong types stand where the right ones belong; etags stay', async () => {
  const strings = valueOf(await withFault({ kind: 'wrongTypes', instead: 'strings' }));
  expect(strings.every((row) => typeof row['Inventory'] === 'string')).toBe(true);
  const arrays = valueOf(await withFault({ kind: 'wrongTypes', instead: 'arrays' }));
  expect(arrays.every((row) => Array.isArray(row['No']))).toBe(true);
  const nulls = valueOf(await withFault({ kind: 'wrongTypes', instead: 'nulls' }));
  expect(
    nulls.every((row) => (row['Inventory'] as unknown) === null && typeof row['@odata.etag'] === 'string'),
  ).toBe(true);
});

test('rows come twice or not at all', async () => {
  const right = (await caller.rows('LocationList')).map((row) => row['Code']);
  const twice = valueOf(await withFault({ kind: 'duplicateRows' }, cronusService('LocationList')));
  expect(twice.map((row) => row['Code'])).toEqual(right.flatMap((code) => [code, code]));
  const missing = valueOf(await withFault({ kind: 'missingRows' }, cronusService('LocationList')));
  expect(missing.map((row) => row['Code'])).toEqual(right.filter((_, index) => index % 2 === 1));
});

test('a drip brings the whole answer, little by little', async () => {
  const whole = await caller.ask(cronusService('LocationList'));
  const dripped = await withFault(
    { kind: 'drip', bytes: 300, everyMilliseconds: 1 },
    cronusService('LocationList'),
  );
  expect(dripped.text).toBe(whole.text);
});

test('a hang gives no answer until the caller leaves', async () => {
  caller.businessCentral.faults.set({ kind: 'hang' }, { times: 1 });
  const gone = new AbortController();
  const answer = caller.ask(items, { signal: gone.signal });
  await until(() => caller.businessCentral.faults.active().length === 0);
  const next = await caller.ask(items);
  expect(next.status).toBe(200);
  gone.abort();
  await expect(answer).rejects.toThrow();
});

test('latency delays the answer and nothing else', async () => {
  const reply = await withFault({ kind: 'latency', milliseconds: 1 });
  expect(reply.status).toBe(200);
});

describe('a fault', () => {
  test('happens as often as was asked for', async () => {
    caller.businessCentral.faults.set({ kind: 'gatewayTimeout' }, { times: 2 });
    const statuses = [await caller.ask(items), await caller.ask(items), await caller.ask(items)].map(
      (r) => r.status,
    );
    expect(statuses).toEqual([504, 504, 200]);
    expect(caller.businessCentral.faults.active()).toEqual([]);
  });

  test('happens until it is cleared, by its id or with all others', async () => {
    const { faults } = caller.businessCentral;
    const id = faults.set({ kind: 'gatewayTimeout' });
    faults.set({ kind: 'notFound' });
    expect((await caller.ask(items)).status).toBe(504);
    faults.clear(id);
    expect((await caller.ask(items)).status).toBe(404);
    faults.clear();
    expect((await caller.ask(items)).status).toBe(200);
  });

  test('hits the service that it is meant for, inside a batch too: then that part fails', async () => {
    caller.businessCentral.faults.set(
      { kind: 'unavailable', retryAfter: { form: 'seconds', seconds: 3 } },
      { service: 'SalesLines' },
    );
    expect((await caller.ask(items)).status).toBe(200);
    expect((await caller.ask(cronusService('SalesLines'))).status).toBe(503);
    const company = decodeURIComponent(cronusPath.slice(1));
    const reply = await caller.batch(
      ['ItemCard', 'SalesLines', 'LocationList'].map((service) => ({
        method: 'GET',
        url: `${company}/${service}?$top=1`,
      })),
      { Prefer: 'odata.continue-on-error' },
    );
    const parts = (
      JSON.parse(reply.text) as { responses: { status: number; headers: Record<string, string> }[] }
    ).responses;
    expect(parts.map((part) => part.status)).toEqual([200, 503, 200]);
    expect(parts[1]?.headers['retry-after']).toBe('3');
  });

  test('of the connection, meant for one service, spoils the whole batch that asks it', async () => {
    caller.businessCentral.faults.set({ kind: 'reset' }, { service: 'SalesLines', times: 1 });
    const company = decodeURIComponent(cronusPath.slice(1));
    const part = (service: string): object => ({ method: 'GET', url: `${company}/${service}?$top=1` });
    await expect(caller.batch([part('ItemCard'), part('SalesLines')])).rejects.toThrow(
      /ECONNRESET|socket hang up/,
    );
  });

  test('of everything does not hit the parts of a batch a second time', async () => {
    caller.businessCentral.faults.set({ kind: 'latency', milliseconds: 1 }, { times: 1 });
    const company = decodeURIComponent(cronusPath.slice(1));
    const reply = await caller.batch([{ method: 'GET', url: `${company}/LocationList` }]);
    expect(reply.status).toBe(200);
    expect(caller.businessCentral.faults.active()).toEqual([]);
  });
});
