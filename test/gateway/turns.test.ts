import { CircuitBreaker } from '../../gateway/fairness/circuitBreaker';
import { FairQueue } from '../../gateway/fairness/fairQueue';
import { unsharedPlaces } from '../../gateway/fairness/sharedPlaces';
import { turns, type ExchangeReport } from '../../gateway/fairness/turns';
import { Refusal } from '../../gateway/refusal';
import { OutboundFailure, type OutboundAnswer } from '../../gateway/outbound/httpClient';

const limits = { failures: 2, pauseMs: 1000, credentialsPauseMs: 5000, longestPauseMs: 10_000 };
const signal = new AbortController().signal;

function answer(status: number, headers = {}): OutboundAnswer {
  return { status, headers, body: '' };
}

describe('the pause after failures', () => {
  let now = 0;
  let breaker: CircuitBreaker;
  beforeEach(() => {
    now = 1_000_000;
    breaker = new CircuitBreaker(limits, () => now);
  });

  function pause(): void {
    breaker.pass()({ kind: 'failed' });
    breaker.pass()({ kind: 'failed' });
  }

  it('comes after failures in a row only', () => {
    breaker.pass()({ kind: 'failed' });
    breaker.pass()({ kind: 'answered' });
    breaker.pass()({ kind: 'failed' });
    expect(breaker.isOpen).toBe(false);
    breaker.pass()({ kind: 'failed' });
    expect(breaker.isOpen).toBe(true);
    expect(breaker.refusal()).toMatchObject({ code: 'Gateway_Paused', retryAfterSeconds: 1 });
    expect(() => breaker.pass()).toThrow(Refusal);
  });

  it('ends with a probe that is answered, and then lets everybody go', () => {
    pause();
    now += 1001;
    const probe = breaker.pass();
    expect(() => breaker.pass()).toThrow(Refusal);
    probe({ kind: 'answered' });
    expect(breaker.isOpen).toBe(false);
    breaker.pass();
    breaker.pass();
  });

  it('goes on after a probe that failed', () => {
    pause();
    now += 1001;
    breaker.pass()({ kind: 'failed' });
    expect(breaker.refusal()?.retryAfterSeconds).toBe(1);
  });

  it('is not ended by the answer to a question that went before it', () => {
    const before = breaker.pass();
    pause();
    before({ kind: 'answered' });
    expect(breaker.isOpen).toBe(true);
  });

  it('leaves the probe to the next one where its caller goes away', () => {
    pause();
    now += 1001;
    breaker.pass()({ kind: 'abandoned' });
    breaker.pass()({ kind: 'answered' });
    expect(breaker.isOpen).toBe(false);
  });

  it('is as long as Business Central asks, within reason, and a short one does not shorten a long one', () => {
    breaker.pass()({ kind: 'pauseAsked', seconds: 3600 });
    expect(breaker.refusal()?.retryAfterSeconds).toBe(10);
    const other = new CircuitBreaker(limits, () => now);
    const [first, second] = [other.pass(), other.pass()];
    first({ kind: 'pauseAsked', seconds: 8 });
    second({ kind: 'pauseAsked', seconds: 2 });
    expect(other.refusal()?.retryAfterSeconds).toBe(8);
  });
});

describe('a turn', () => {
  function inTurn(places = unsharedPlaces) {
    const queue = new FairQueue({ places: 1, waitingPerUser: 10, waitingInAll: 10 });
    const breaker = new CircuitBreaker(limits, Date.now);
    const reports: ExchangeReport[] = [];
    const take = turns({ queue, places, breaker, waitingMs: 1000, now: Date.now });
    return {
      queue,
      reports,
      take: (send: () => Promise<OutboundAnswer>) =>
        take('sara', send, signal, (report) => void reports.push(report)),
    };
  }

  it('gives its place back, however it ends', async () => {
    const { queue, take } = inTurn();
    await take(() => Promise.resolve(answer(200)));
    await expect(
      take(() => Promise.reject(new OutboundFailure('unreachable', 'ECONNREFUSED'))),
    ).rejects.toMatchObject({
      code: 'Gateway_Unreachable',
    });
    await expect(take(() => Promise.reject(new Error('a fault of ours')))).rejects.toThrow('a fault of ours');
    expect(queue.taken).toBe(0);
  });

  it('gives its place back where the instances’ common place cannot be had', async () => {
    const { queue, take } = inTurn({ take: () => Promise.reject(new Error('no place')) });
    await expect(take(() => Promise.resolve(answer(200)))).rejects.toThrow('no place');
    expect(queue.taken).toBe(0);
  });

  it('gives the common place back, too', async () => {
    let held = 0;
    const { take } = inTurn({
      take: () => {
        held += 1;
        return Promise.resolve(() => void (held -= 1));
      },
    });
    await take(() => Promise.resolve(answer(500)));
    expect(held).toBe(0);
  });

  it('reports how it ended', async () => {
    const { reports, take } = inTurn();
    await take(() => Promise.resolve(answer(200)));
    await take(() => Promise.reject(new OutboundFailure('timeout'))).catch(() => undefined);
    await take(() => Promise.resolve(answer(503, { 'retry-after': '3' })));
    expect(reports.map(({ outcome, status, failure }) => [outcome, status, failure])).toEqual([
      ['answered', 200, ''],
      ['failed', null, 'timeout'],
      ['pauseAsked', 503, ''],
    ]);
  });
});
