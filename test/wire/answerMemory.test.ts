import { answerMemory } from '../../businessCentral/answerMemory';

interface Load {
  readonly questions: readonly string[];
  readonly signal: AbortSignal;
  readonly resolve: (answers: Record<string, string>) => void;
  readonly reject: (error: Error) => void;
}

function memory() {
  const loads: Load[] = [];
  let now = 0;
  const ask = answerMemory<string, string>({
    idOf: (question) => question,
    load: (questions, signal) =>
      new Promise((resolve, reject) => {
        loads.push({
          questions,
          signal,
          reject,
          resolve: (answers) => resolve(new Map(Object.entries(answers))),
        });
        signal.addEventListener('abort', () => reject(new Error('load aborted')));
      }),
    isWorthKeeping: (answer) => answer !== 'failed',
    keepFor: 30_000,
    now: () => now,
  });
  return { ask, loads, later: (milliseconds: number) => (now += milliseconds) };
}

describe('a short memory before a question', () => {
  it('the same question asked twice at once goes out once', async () => {
    const { ask, loads } = memory();
    const [first, second] = [ask(['A', 'B']), ask(['B', 'C'])];
    expect(loads.map(({ questions }) => questions)).toEqual([['A', 'B'], ['C']]);
    loads[0]!.resolve({ A: '1', B: '2' });
    loads[1]!.resolve({ C: '3' });
    expect([...(await first).entries()]).toEqual([
      ['A', '1'],
      ['B', '2'],
    ]);
    expect([...(await second).entries()]).toEqual([
      ['B', '2'],
      ['C', '3'],
    ]);
  });

  it('an answer is given again for thirty seconds, then asked anew', async () => {
    const { ask, loads, later } = memory();
    const first = ask(['A']);
    loads[0]!.resolve({ A: '1' });
    await first;
    later(29_999);
    expect((await ask(['A'])).get('A')).toBe('1');
    expect(loads).toHaveLength(1);
    later(1);
    void ask(['A']);
    expect(loads).toHaveLength(2);
  });

  it('a fresh reading does not take the kept answer, and replaces it', async () => {
    const { ask, loads } = memory();
    const first = ask(['A']);
    loads[0]!.resolve({ A: 'old' });
    await first;
    const fresh = ask(['A'], { fresh: true });
    loads[1]!.resolve({ A: 'new' });
    expect((await fresh).get('A')).toBe('new');
    expect((await ask(['A'])).get('A')).toBe('new');
  });

  it('a failure is not kept', async () => {
    const { ask, loads } = memory();
    const first = ask(['A']);
    loads[0]!.resolve({ A: 'failed' });
    await first;
    void ask(['A']);
    const rejected = ask(['B']);
    loads[2]!.reject(new Error('down'));
    await expect(rejected).rejects.toThrow('down');
    void ask(['B']).catch(() => undefined);
    expect(loads.map(({ questions }) => questions)).toEqual([['A'], ['A'], ['B'], ['B']]);
  });

  it('one asker who leaves does not end the errand of another', async () => {
    const { ask, loads } = memory();
    const leaver = new AbortController();
    const left = ask(['A'], { signal: leaver.signal });
    const stays = ask(['A']);
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: 'aborted' });
    expect(loads[0]!.signal.aborted).toBe(false);
    loads[0]!.resolve({ A: '1' });
    expect((await stays).get('A')).toBe('1');
  });

  it('when the last asker leaves, the errand is called off, and the next asker sends a new one', async () => {
    const { ask, loads } = memory();
    const leaver = new AbortController();
    const left = ask(['A'], { signal: leaver.signal });
    leaver.abort();
    expect(loads[0]!.signal.aborted).toBe(true);
    const again = ask(['A']);
    await expect(left).rejects.toMatchObject({ code: 'aborted' });
    loads[1]!.resolve({ A: '2' });
    expect((await again).get('A')).toBe('2');
  });

  it('an asker whose signal is already aborted gets nothing', async () => {
    const { ask } = memory();
    const controller = new AbortController();
    controller.abort();
    await expect(ask(['A'], { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
  });
});
