import type { Reply } from './http';
import { batchPart, cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { until } from './until';
import { answerRows, startUpstream, type UpstreamDouble } from './upstreamDouble';

const items = (top = 1): string => `${cronus}/ItemCard?$top=${top}`;
const couple = 'CRMCoupling_Couple?company=CRONUS%20International%20Ltd.';

function statuses(replies: readonly Reply[]): readonly number[] {
  return replies.map(({ status }) => status);
}

describe('Business Central is shared', () => {
  let skew = 0;
  let upstream: UpstreamDouble;
  let test: GatewayUnderTest;
  let sara: string;
  let tom: string;
  let jim: string;
  let anna: string;

  beforeEach(async () => {
    skew = 0;
    upstream = await startUpstream();
    test = await startGateway({ odataUrl: upstream.odataUrl, now: () => Date.now() + skew });
    [sara, tom, jim, anna] = await Promise.all([
      test.signIn(users.sara),
      test.signIn(users.tom),
      test.signIn(users.jim),
      test.signIn(users.anna),
    ]);
  });
  afterEach(async () => {
    await test.close();
    await upstream.close();
  });

  /** Holds answers back. @returns lets all of them out */
  function holdAnswers(): () => void {
    const held: (() => void)[] = [];
    upstream.answer = (request, response, socket) => {
      held.push(() => void answerRows(request, response, socket));
    };
    return () => {
      upstream.answer = answerRows;
      held.splice(0).forEach((answer) => answer());
    };
  }

  it('with at most five requests at a time, whoever asks', async () => {
    // Longer than a busy computer takes to send five, so that they meet.
    upstream.answer = (request, response, socket) => {
      setTimeout(() => void answerRows(request, response, socket), 50);
    };
    const replies = await Promise.all(
      [sara, tom, jim, anna].flatMap((token, user) =>
        Array.from({ length: 15 }, (_, index) => test.read(token, items(100 * user + index + 1))),
      ),
    );
    expect(statuses(replies).every((status) => status === 200)).toBe(true);
    expect(upstream.concurrency.most).toBe(5);
  });

  it('so that the same question of several users is asked once', async () => {
    const release = holdAnswers();
    const replies = Promise.all([
      test.read(sara, items()),
      test.read(tom, items()),
      test.read(sara, items()),
    ]);
    await until(() => upstream.received.length === 1);
    // The others have come, too, once a later question has passed through the gateway.
    await test.ask('/healthz');
    release();
    expect(statuses(await replies)).toEqual([200, 200, 200]);
    expect(upstream.received).toHaveLength(1);
  });

  it('so that parts of a batch that somebody else is asking for are not asked again', async () => {
    const release = holdAnswers();
    const first = test.batch(sara, [batchPart('a', items(1)), batchPart('b', items(2))]);
    await until(() => upstream.received.length === 1);
    const second = test.batch(tom, [batchPart('x', items(2)), batchPart('y', items(3))]);
    await until(() => upstream.received.length === 2);
    release();
    const [one, two] = await Promise.all([first, second]);
    expect((JSON.parse(one.text) as { responses: unknown[] }).responses).toHaveLength(2);
    expect((JSON.parse(two.text) as { responses: { id: string }[] }).responses.map(({ id }) => id)).toEqual([
      'x',
      'y',
    ]);
    expect(upstream.received[1]).toMatchObject({
      method: 'GET',
      url: expect.stringContaining('3') as string,
    });
  });

  it('so that an answer is given again for 15 seconds, with its age', async () => {
    await test.read(sara, items());
    skew = 14_000;
    const again = await test.read(tom, items());
    expect([again.status, Number(again.headers['age'])]).toEqual([200, 14]);
    expect(upstream.received).toHaveLength(1);
    skew = 16_000;
    const fresh = await test.read(tom, items());
    expect(Number(fresh.headers['age'])).toBe(0);
    expect(upstream.received).toHaveLength(2);
  });

  it('but nobody gets an answer that was given to other scopes', async () => {
    await test.read(jim, items());
    await test.read(sara, items());
    await test.read(anna, items());
    expect(upstream.received).toHaveLength(3);
    expect((await test.read(sara, `${cronus}/CustomerCard`)).status).toBe(403);
    await test.read(jim, `${cronus}/CustomerCard`);
    expect((await test.read(sara, `${cronus}/CustomerCard`)).status).toBe(403);
  });

  it('and whoever wants a fresh reading gets one, which then serves the others', async () => {
    await test.read(sara, items());
    await test.read(sara, items(), { headers: { 'cache-control': 'no-cache' } });
    expect(upstream.received).toHaveLength(2);
    await test.read(tom, items());
    expect(upstream.received).toHaveLength(2);
  });

  it('and the state of running jobs is read anew every time', async () => {
    await test.read(jim, `${cronus}/IntegrationSynchJobs`);
    await test.read(jim, `${cronus}/IntegrationSynchJobs`);
    expect(upstream.received).toHaveLength(2);
  });

  it('and failures are not remembered', async () => {
    upstream.answer = (_, response) => void response.writeHead(404).end();
    await test.read(sara, items());
    upstream.answer = answerRows;
    expect((await test.read(sara, items())).status).toBe(200);
  });

  it('and a write makes the gateway forget what it knows of the company', async () => {
    await test.read(sara, items());
    upstream.answer = ({ method }, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(method === 'POST' ? '{"value":"job"}' : '{"value":[]}');
    };
    const write = await test.read(anna, couple, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"tableId":18}',
    });
    expect(write.status).toBe(200);
    expect((await test.read(sara, items())).text).toBe('{"value":[]}');
  });

  it('and what was asked before a write is neither remembered nor shared after it', async () => {
    const held: (() => void)[] = [];
    upstream.answer = (request, response, socket) => {
      if (request.method === 'POST') {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":"job"}');
      } else {
        held.push(() => void answerRows(request, response, socket));
      }
    };
    const before = test.read(sara, items());
    await until(() => held.length === 1);
    await test.read(anna, couple, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"tableId":18}',
    });
    const after = test.read(sara, items());
    await until(() => held.length === 2);
    held.forEach((answer) => answer());
    expect(statuses(await Promise.all([before, after]))).toEqual([200, 200]);
    await test.read(tom, items());
    expect(upstream.received.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });

  it('and a caller who goes away takes nothing from those who ask the same', async () => {
    const release = holdAnswers();
    const gone = new AbortController();
    const first = test.read(sara, items(), { signal: gone.signal });
    await until(() => upstream.received.length === 1);
    const second = test.read(tom, items());
    await test.ask('/healthz');
    gone.abort();
    await expect(first).rejects.toThrow();
    release();
    expect((await second).status).toBe(200);
    expect(upstream.received).toHaveLength(1);
  });

  it('and a question for which nobody waits any more is broken off', async () => {
    holdAnswers();
    const gone = new AbortController();
    const question = test.read(sara, items(), { signal: gone.signal });
    await until(() => upstream.concurrency.now === 1);
    gone.abort();
    await expect(question).rejects.toThrow();
    await until(() => upstream.concurrency.now === 0);
  });

  it('and a write is carried through even when its caller goes away', async () => {
    const release = holdAnswers();
    const gone = new AbortController();
    const write = test.read(anna, couple, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"tableId":18}',
      signal: gone.signal,
    });
    await until(() => upstream.concurrency.now === 1);
    gone.abort();
    await expect(write).rejects.toThrow();
    await test.ask('/healthz');
    expect(upstream.concurrency.now).toBe(1);
    release();
    await until(() => test.log.some((line) => line.includes('Business Central was asked')));
  });
});

describe('when more is asked than Business Central can take', () => {
  it('questions wait for a bounded time, then are refused with how long to wait', async () => {
    const upstream = await startUpstream(() => undefined);
    const test = await startGateway({
      odataUrl: upstream.odataUrl,
      environment: { BC_CONCURRENT_REQUESTS: '1', LIMIT_WAITING_SECONDS: '0.2', BC_TIMEOUT_SECONDS: '3' },
    });
    const sara = await test.signIn(users.sara);
    const gone = new AbortController();
    const first = test.read(sara, items(1), { signal: gone.signal });
    await until(() => upstream.received.length === 1);
    const second = await test.read(sara, items(2));
    expect([second.status, second.headers['retry-after']]).toEqual([503, '2']);
    gone.abort();
    await expect(first).rejects.toThrow();
    await test.close();
    await upstream.close();
  });

  it('one user fills only their own share of the line', async () => {
    const upstream = await startUpstream(() => undefined);
    const test = await startGateway({
      odataUrl: upstream.odataUrl,
      environment: { BC_CONCURRENT_REQUESTS: '1', LIMIT_WAITING_PER_USER: '2', BC_TIMEOUT_SECONDS: '3' },
    });
    const [sara, tom] = await Promise.all([test.signIn(users.sara), test.signIn(users.tom)]);
    const gone = new AbortController();
    const waiting = Array.from({ length: 3 }, (_, index) =>
      test.read(sara, items(index + 1), { signal: gone.signal }).catch(() => null),
    );
    await until(async () => (await test.ask('/metrics')).text.includes('gateway_waiting 2'));
    const refused = await test.read(sara, items(4));
    expect(refused.status).toBe(429);
    const other = test.read(tom, items(5), { signal: gone.signal }).catch(() => null);
    await until(async () => (await test.ask('/metrics')).text.includes('gateway_waiting 3'));
    gone.abort();
    await Promise.all([...waiting, other]);
    await test.close();
    await upstream.close();
  });
});
