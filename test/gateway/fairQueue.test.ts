import { FairQueue, type Leave } from '../../gateway/fairness/fairQueue';
import { Refusal } from '../../gateway/refusal';

/** Lets everything that waits for nothing else happen. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A queue, and the order in which its users got in. */
function observed(places: number, limits: { waitingPerUser?: number; waitingInAll?: number } = {}) {
  const queue = new FairQueue({ places, waitingPerUser: 100, waitingInAll: 1000, ...limits });
  const entered: string[] = [];
  const leaves: Leave[] = [];
  return {
    queue,
    entered,
    leaves,
    come: async (user: string, signal = new AbortController().signal): Promise<void> => {
      const leave = await queue.enter(user, signal);
      entered.push(user);
      leaves.push(leave);
    },
  };
}

describe('the queue for the places of Business Central', () => {
  it('lets in as many as there are places, and the next one when one leaves', async () => {
    const { queue, come, entered, leaves } = observed(5);
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].forEach((user) => void come(user));
    await settle();
    expect([entered.length, queue.taken, queue.length]).toEqual([5, 5, 2]);
    leaves[0]?.();
    await settle();
    expect([entered.at(-1), queue.taken, queue.length]).toEqual(['f', 5, 1]);
  });

  it('lets users take turns, however many questions one of them has waiting', async () => {
    const { come, entered, leaves } = observed(1);
    ['long', 'long', 'long', 'long', 'b', 'c'].forEach((user) => void come(user));
    for (let turn = 0; turn < 6; turn += 1) {
      await settle();
      leaves[turn]?.();
    }
    await settle();
    expect(entered).toEqual(['long', 'long', 'b', 'c', 'long', 'long']);
  });

  it('gives one user three of five places, and keeps two for whoever comes next', async () => {
    const { come, entered } = observed(5);
    Array.from({ length: 10 }, () => void come('long'));
    await settle();
    expect(entered).toEqual(['long', 'long', 'long']);
    void come('b');
    void come('c');
    await settle();
    expect(entered.slice(3)).toEqual(['b', 'c']);
  });

  it('refuses what one user may no longer have waiting, and nothing of the others', async () => {
    const { come } = observed(1, { waitingPerUser: 2 });
    ['a', 'a', 'a'].forEach((user) => void come(user));
    await expect(come('a')).rejects.toMatchObject({ code: 'Gateway_TooManyRequests', retryAfterSeconds: 1 });
    const other = new AbortController();
    const waiting = come('b', other.signal);
    other.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });

  it('refuses everybody once too much waits in all', async () => {
    const { come } = observed(1, { waitingInAll: 1 });
    void come('a');
    void come('b');
    await expect(come('c')).rejects.toBeInstanceOf(Refusal);
  });

  it('forgets who has gone, and gives a place back once', async () => {
    const { queue, come, entered, leaves } = observed(1);
    void come('a');
    const gone = new AbortController();
    const waiting = come('b', gone.signal);
    void come('c');
    await settle();
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    leaves[0]?.();
    leaves[0]?.();
    await settle();
    expect([entered, queue.taken, queue.length]).toEqual([['a', 'c'], 1, 0]);
  });

  it('takes nobody who has gone before they came', async () => {
    const { queue, come } = observed(1);
    await expect(come('a', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(queue.taken).toBe(0);
  });
});
