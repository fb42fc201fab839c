import { RequestQueue } from '../../../sandbox/businessCentral/http/requestQueue';
import { cronusPath, cronusService, startCaller, until } from './caller';

const never = new AbortController().signal;

async function turn(queue: RequestQueue, user: string): Promise<() => void> {
  const end = await queue.turn(user, never);
  if (end === null) {
    throw new Error('queue is full');
  }
  return end;
}

test('gives so many turns at a time, and the next ones in their order', async () => {
  const queue = new RequestQueue(2, 10);
  const order: string[] = [];
  const first = await turn(queue, 'A');
  await turn(queue, 'A');
  const third = turn(queue, 'A').then((end) => {
    order.push('third');
    return end;
  });
  const fourth = turn(queue, 'A').then(() => order.push('fourth'));
  expect(order).toEqual([]);
  first();
  (await third)();
  await fourth;
  expect(order).toEqual(['third', 'fourth']);
});

test('refuses when the queue is full, and only that user', async () => {
  const queue = new RequestQueue(1, 1);
  await turn(queue, 'A');
  const waiting = turn(queue, 'A');
  expect(await queue.turn('A', never)).toBeNull();
  expect(await queue.turn('B', never)).not.toBeNull();
  await Promise.race([waiting, Promise.resolve()]);
});

test('a request that gives up leaves the queue', async () => {
  const queue = new RequestQueue(1, 1);
  const first = await turn(queue, 'A');
  const caller = new AbortController();
  const given = queue.turn('A', caller.signal);
  caller.abort();
  await expect(given).rejects.toThrow();
  const next = turn(queue, 'A');
  first();
  expect(await next).toBeInstanceOf(Function);
});

test('works on five requests of a user at a time, queues the rest, and answers 429 without Retry-After beyond', async () => {
  const caller = await startCaller({ concurrentRequests: 5, queuedRequests: 3 });
  const { faults, requests } = caller.businessCentral;
  faults.set({ kind: 'latency', milliseconds: 200 }, { service: 'LocationList' });
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => caller.ask(`${cronusPath}/LocationList`)),
  );
  const refused = replies.filter((reply) => reply.status === 429);
  expect(refused).toHaveLength(2);
  expect(refused[0]?.headers['retry-after']).toBeUndefined();
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(8);
  expect(requests.all()).toHaveLength(10);
  await caller.businessCentral.close();
});

test('a caller that goes away frees its place', async () => {
  const caller = await startCaller({ concurrentRequests: 1, queuedRequests: 0 });
  const { requests, faults } = caller.businessCentral;
  faults.set({ kind: 'latency', milliseconds: 60_000 }, { service: 'ItemCard', times: 1 });
  const gone = new AbortController();
  const slow = caller.ask(cronusService('ItemCard'), { signal: gone.signal });
  await until(() => faults.active().length === 0);
  expect((await caller.ask(cronusService('LocationList'))).status).toBe(429);
  gone.abort();
  await expect(slow).rejects.toThrow();
  await until(() => requests.all().some((request) => request.status === null));
  expect((await caller.ask(cronusService('LocationList'))).status).toBe(200);
  await caller.businessCentral.close();
});
