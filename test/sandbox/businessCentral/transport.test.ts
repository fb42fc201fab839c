import { cronusPath, cronusService, startCaller, until, type Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller();
});
afterAll(() => caller.businessCentral.close());

test('compresses where the caller takes gzip, and only there', async () => {
  const plain = await caller.ask(cronusService('SalesLines'));
  caller.businessCentral.requests.clear();
  const compressed = await caller.ask(cronusService('SalesLines'), {
    headers: { 'accept-encoding': 'br, gzip' },
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(compressed.headers['content-encoding']).toBe('gzip');
  expect(compressed.text).toBe(plain.text);
  expect(caller.businessCentral.requests.all()[0]?.bytes).toBeLessThan(plain.text.length / 5);
});

test('answers 400, never 414, to an address longer than 15.7 KB', async () => {
  const address = (length: number): string => {
    const start = `${cronusPath}/LocationList?x=`;
    return start + 'y'.repeat(length - '/BC/ODataV4'.length - start.length);
  };
  expect((await caller.ask(address(16_000))).status).toBe(200);
  expect(await caller.refusal(address(16_500))).toMatchObject({ status: 400, code: 'Internal_ServerError' });
});

test('delays every HTTP request once, however many parts a batch has', async () => {
  const other = await startCaller();
  const { requests } = other.businessCentral;
  other.businessCentral.setLatency(250);
  const part = { method: 'GET', url: `${decodeURIComponent(cronusPath.slice(1))}/LocationList` };
  await other.batch(Array.from({ length: 40 }, () => part));
  const [batch] = requests.all();
  expect(batch?.parts).toHaveLength(40);
  const took = (batch?.finishedMs ?? 0) - (batch?.startedMs ?? 0);
  expect(took).toBeGreaterThanOrEqual(249);
  expect(took).toBeLessThan(40 * 250);
  await other.businessCentral.close();
});

test('takes the service time for every operation', async () => {
  const slow = await startCaller({ serviceTimeMs: 10 });
  const part = { method: 'GET', url: `${decodeURIComponent(cronusPath.slice(1))}/LocationList` };
  await slow.batch([part, part, part, part, part]);
  const [batch] = slow.businessCentral.requests.all();
  expect((batch?.finishedMs ?? 0) - (batch?.startedMs ?? 0)).toBeGreaterThanOrEqual(45);
  await slow.businessCentral.close();
});

test('closing breaks off what is under way', async () => {
  const other = await startCaller();
  const { faults } = other.businessCentral;
  faults.set({ kind: 'hang' }, { times: 1 });
  const hanging = other.ask(cronusService('LocationList'));
  const brokenOff = expect(hanging).rejects.toThrow(/socket hang up|ECONNRESET/);
  await until(() => faults.active().length === 0);
  await other.businessCentral.close();
  await brokenOff;
});

test('tells a line about every request, without a key', async () => {
  const lines: string[] = [];
  const talking = await startCaller({ log: (line) => lines.push(line) });
  await talking.ask(cronusService('LocationList'));
  await talking.businessCentral.close();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /^GET \/BC\/ODataV4\/Company\('CRONUS%20International%20Ltd\.'\)\/LocationList 200 \d+ ms$/,
  );
});
