import type { AskOptions } from './askOptions';
import { BusinessCentralError } from './errors';

export interface MemoryParts<Question, Answer> {
  /** What makes two questions the same. */
  readonly idOf: (question: Question) => string;
  /** Asks Business Central; with `fresh`, past every memory. @returns an answer for each question, by its id */
  readonly load: (
    questions: readonly Question[],
    signal: AbortSignal,
    fresh: boolean,
  ) => Promise<ReadonlyMap<string, Answer>>;
  /** Whether an answer may be given again; a failure may not. */
  readonly isWorthKeeping: (answer: Answer) => boolean;
  /** Milliseconds for which an answer is given again. */
  readonly keepFor: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** One load on its way, and how many still wait for it. */
interface Errand<Answer> {
  readonly answers: Promise<ReadonlyMap<string, Answer>>;
  readonly controller: AbortController;
  askers: number;
}

/**
 * Puts a short memory before a question: what several controls of a form ask at once goes out once, and an answer is
 * given again for a while. An errand ends early only when nobody waits for it any more.
 * @returns asks questions and answers with a map by id; rejects as `load` does, or with `aborted`
 */
export function answerMemory<Question, Answer>({
  idOf,
  load,
  isWorthKeeping,
  keepFor,
  now,
}: MemoryParts<Question, Answer>): (
  questions: readonly Question[],
  options?: AskOptions,
) => Promise<ReadonlyMap<string, Answer>> {
  const kept = new Map<string, { readonly answer: Answer; readonly until: number }>();
  const onTheWay = new Map<string, Errand<Answer>>();

  const forgetOld = () => {
    kept.forEach(({ until }, id) => {
      if (until <= now()) {
        kept.delete(id);
      }
    });
  };

  const send = (questions: readonly Question[], fresh: boolean): Errand<Answer> => {
    const controller = new AbortController();
    const ids = questions.map(idOf);
    const answers = load(questions, controller.signal, fresh)
      .then((loaded) => {
        loaded.forEach((answer, id) => {
          if (isWorthKeeping(answer)) {
            kept.set(id, { answer, until: now() + keepFor });
          }
        });
        return loaded;
      })
      .finally(() => {
        ids.filter((id) => onTheWay.get(id) === errand).forEach((id) => onTheWay.delete(id));
      });
    const errand: Errand<Answer> = { answers, controller, askers: 0 };
    ids.forEach((id) => onTheWay.set(id, errand));
    return errand;
  };

  return async (questions, { signal, fresh = false } = {}) => {
    forgetOld();
    const known = new Map<string, Answer>();
    const errands = new Set<Errand<Answer>>();
    const toAsk: Question[] = [];
    for (const question of questions) {
      const id = idOf(question);
      const errand = onTheWay.get(id);
      const remembered = fresh ? undefined : kept.get(id);
      if (remembered !== undefined) {
        known.set(id, remembered.answer);
      } else if (errand !== undefined && !errand.controller.signal.aborted) {
        errands.add(errand);
      } else {
        toAsk.push(question);
      }
    }
    if (toAsk.length > 0) {
      errands.add(send(toAsk, fresh));
    }
    for (const answers of await allOf([...errands], signal)) {
      questions.map(idOf).forEach((id) => {
        const answer = answers.get(id);
        if (answer !== undefined) {
          known.set(id, answer);
        }
      });
    }
    return known;
  };
}

/** Waits for errands; when `signal` aborts, stops waiting and calls off those for which nobody else waits. */
async function allOf<Answer>(
  errands: readonly Errand<Answer>[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Answer>[]> {
  errands.forEach((errand) => (errand.askers += 1));
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      errands.forEach((errand) => {
        errand.askers -= 1;
        if (errand.askers === 0) {
          errand.controller.abort();
        }
      });
      reject(new BusinessCentralError('aborted'));
    };
  });
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted === true) {
    leave();
  }
  try {
    return await Promise.race([Promise.all(errands.map(({ answers }) => answers)), left]);
  } finally {
    signal?.removeEventListener('abort', leave);
    // An errand called off rejects after everybody has left.
    errands.forEach(({ answers }) => void answers.catch(() => undefined));
  }
}
