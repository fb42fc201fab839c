import { SingleFlight } from '../../gateway/fairness/singleFlight';

interface Errand {
  readonly questions: readonly string[];
  readonly asker: string;
  readonly signal: AbortSignal;
  readonly answer: () => void;
  readonly fail: (failure: Error) => void;
}

/** Errands that the test answers itself. */
function observed() {
  const errands: Errand[] = [];
  const flight = new SingleFlight<string, string, string>(
    (questions, asker, signal) =>
      new Promise((resolve, reject) => {
        errands.push({
          questions: [...questions.values()],
          asker,
          signal,
          answer: () =>
            resolve(new Map([...questions].map(([id, question]) => [id, `answer to ${question}`]))),
          fail: reject,
        });
      }),
  );
  const ask = async (asker: string, ids: readonly string[], signal = new AbortController().signal) => {
    const brought = await flight.ask(new Map(ids.map((id) => [id, id])), asker, signal);
    return Object.fromEntries([...brought].map(([id, { joined }]) => [id, joined]));
  };
  return { errands, ask };
}

describe('a question that is on its way', () => {
  it('is joined by whoever else asks it; only what is new goes out', async () => {
    const { errands, ask } = observed();
    const first = ask('sara', ['a', 'b']);
    const second = ask('tom', ['b', 'c']);
    expect(errands.map(({ questions, asker }) => [asker, questions])).toEqual([
      ['sara', ['a', 'b']],
      ['tom', ['c']],
    ]);
    errands.forEach(({ answer }) => answer());
    expect(await first).toEqual({ a: false, b: false });
    expect(await second).toEqual({ b: true, c: false });
  });

  it('goes on for the others when one of them goes away, also the one who asked first', async () => {
    const { errands, ask } = observed();
    const gone = new AbortController();
    const first = ask('sara', ['a'], gone.signal);
    const second = ask('tom', ['a']);
    gone.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(errands[0]?.signal.aborted).toBe(false);
    errands[0]?.answer();
    expect(await second).toEqual({ a: true });
  });

  it('is called off when nobody waits for it any more', async () => {
    const { errands, ask } = observed();
    const gone = new AbortController();
    const both = [ask('sara', ['a'], gone.signal), ask('tom', ['a'], gone.signal)];
    gone.abort(new Error('gone'));
    await expect(Promise.allSettled(both)).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    expect(errands[0]?.signal.aborted).toBe(true);
    errands[0]?.fail(new Error('called off'));
  });

  it('is asked anew once it has been answered, or has failed', async () => {
    const { errands, ask } = observed();
    const failed = ask('sara', ['a']);
    errands[0]?.fail(new Error('down'));
    await expect(failed).rejects.toThrow('down');
    const answered = ask('sara', ['a']);
    errands[1]?.answer();
    await answered;
    void ask('sara', ['a']);
    expect(errands).toHaveLength(3);
  });

  it('is not even waited for by somebody who has gone already', async () => {
    const { ask } = observed();
    await expect(ask('sara', ['a'], AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
