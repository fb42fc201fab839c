/** What came of a question, and whether somebody else's errand brought it. */
export interface Brought<Answer> {
  readonly answer: Answer;
  readonly joined: boolean;
}

/** Fetches the answers to some questions, by their ids, on behalf of the one who asked first. */
export type Load<Question, Asker, Answer> = (
  questions: ReadonlyMap<string, Question>,
  asker: Asker,
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, Answer>>;

/** One load on its way, and how many still wait for it. */
interface Errand<Answer> {
  readonly answers: Promise<ReadonlyMap<string, Answer>>;
  readonly controller: AbortController;
  waiting: number;
  ended: boolean;
}

/**
 * Fetches the same question of several callers once. An errand is called off only when nobody waits for it any more,
 * so that a caller who goes away takes nothing from the others.
 */
export class SingleFlight<Question, Asker, Answer> {
  private readonly onTheWay = new Map<string, Errand<Answer>>();

  public constructor(private readonly load: Load<Question, Asker, Answer>) {}

  /**
   * @param questions by what makes two of them the same
   * @param signal the caller goes away
   * @returns what came, by the same ids
   * @throws whatever `load` throws, or the signal's reason
   */
  public async ask(
    questions: ReadonlyMap<string, Question>,
    asker: Asker,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Brought<Answer>>> {
    const joined = new Set<string>();
    const errands = new Set<Errand<Answer>>();
    const toSend = new Map<string, Question>();
    for (const [id, question] of questions) {
      const errand = this.onTheWay.get(id);
      if (errand === undefined) {
        toSend.set(id, question);
      } else {
        joined.add(id);
        errands.add(errand);
      }
    }
    if (toSend.size > 0) {
      errands.add(this.send(toSend, asker));
    }
    const brought = new Map<string, Brought<Answer>>();
    for (const answers of await allOf([...errands], signal)) {
      for (const [id, answer] of answers) {
        if (questions.has(id)) {
          brought.set(id, { answer, joined: joined.has(id) });
        }
      }
    }
    return brought;
  }

  private send(questions: ReadonlyMap<string, Question>, asker: Asker): Errand<Answer> {
    const controller = new AbortController();
    const answers = this.load(questions, asker, controller.signal).finally(() => {
      errand.ended = true;
      for (const id of questions.keys()) {
        this.onTheWay.delete(id);
      }
    });
    const errand: Errand<Answer> = { answers, controller, waiting: 0, ended: false };
    for (const id of questions.keys()) {
      this.onTheWay.set(id, errand);
    }
    return errand;
  }
}

/** Waits for errands; when `signal` aborts, stops waiting and calls off those for which nobody else waits. */
async function allOf<Answer>(
  errands: readonly Errand<Answer>[],
  signal: AbortSignal,
): Promise<readonly ReadonlyMap<string, Answer>[]> {
  for (const errand of errands) {
    errand.waiting += 1;
  }
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  });
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) {
    leave();
  }
  try {
    return await Promise.race([Promise.all(errands.map(({ answers }) => answers)), left]);
  } finally {
    signal.removeEventListener('abort', leave);
    for (const errand of errands) {
      errand.waiting -= 1;
      if (errand.waiting === 0 && !errand.ended) {
        errand.controller.abort();
        // What is called off fails when nobody is there any more to be told.
        errand.answers.catch(() => undefined);
      }
    }
  }
}
