import type { Caller } from '../admission/accessToken';
import type { AnswerStore } from '../fairness/answerStore';
import { SingleFlight } from '../fairness/singleFlight';
import type { AnswerSource } from '../observability/measures';
import type { Answer } from './answer';
import type { Asker, Errands } from './errands';
import type { ActionCall, Reading } from './resource';

export interface AnsweredReading {
  readonly answer: Answer;
  readonly source: AnswerSource;
}

/** What has been judged and may be asked. */
export interface Relay {
  /**
   * Answers readings, from memory where that may be, and the rest in one request.
   * @returns an answer for each, in their order; a refusal is an answer too
   * @throws the signal's reason when the caller goes away
   */
  ask(readings: readonly Reading[], asker: Asker, signal: AbortSignal): Promise<readonly AnsweredReading[]>;
  /** @param body JSON text */
  call(action: ActionCall, body: string, asker: Asker, signal: AbortSignal): Promise<Answer>;
}

/** A reading, with the generation of its company's answers under which it is asked. */
interface Question {
  readonly reading: Reading;
  readonly key: string;
  readonly generation: string;
}

/** A question, and what is in memory for it. */
interface Recalled {
  readonly question: Question;
  readonly remembered: Answer | null;
}

/**
 * What makes two readings the same. The scopes of the caller are part of it, so that an answer never serves somebody
 * who may ask less, or something else, than the one who asked for it.
 */
function keyOf({ service, company, address }: Reading, { scopes }: Caller): string {
  return [scopes.join(' '), service.name, company.key, address].join('\n');
}

/** The same question before and after a write is not the same. */
function idOf({ key, generation }: Question): string {
  return `${generation}\n${key}`;
}

/** Puts memory before the errands, and sends what several ask at the same time once. */
export function relayOf(errands: Errands, store: AnswerStore): Relay {
  const load = async (
    questions: ReadonlyMap<string, Question>,
    asker: Asker,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Answer>> => {
    const readings = [...questions.values()].map(({ reading }) => reading);
    const answers = await errands.read(readings, asker, signal);
    const byId = new Map<string, Answer>();
    [...questions].forEach(([id, { reading, generation, key }], index) => {
      const answer = answers[index];
      if (answer !== undefined) {
        byId.set(id, answer);
        if (answer.status === 200 && reading.service.kept) {
          store.keep(reading.company.key, generation, key, answer);
        }
      }
    });
    return byId;
  };

  const flight = new SingleFlight<Question, Asker, Answer>(load);

  const recallOf = async (
    company: string,
    readings: readonly Reading[],
    { caller, fresh }: Asker,
  ): Promise<readonly (readonly [Reading, Recalled])[]> => {
    const keys = readings.map((reading) => keyOf(reading, caller));
    const { generation, answers } = await store.read(company, keys);
    return readings.map((reading, index) => {
      const question = { reading, key: keys[index] ?? '', generation };
      const mayRemember = !fresh && reading.service.kept;
      return [reading, { question, remembered: mayRemember ? (answers[index] ?? null) : null }];
    });
  };

  const recall = async (readings: readonly Reading[], asker: Asker): Promise<readonly Recalled[]> => {
    const companies = [...new Set(readings.map(({ company }) => company.key))];
    const recalled = await Promise.all(
      companies.map((company) =>
        recallOf(
          company,
          readings.filter((reading) => reading.company.key === company),
          asker,
        ),
      ),
    );
    const byReading = new Map(recalled.flat());
    return readings.flatMap((reading) => byReading.get(reading) ?? []);
  };

  return {
    ask: async (readings, asker, signal) => {
      const recalled = await recall(readings, asker);
      const toAsk = new Map(
        recalled.flatMap(({ question, remembered }) =>
          remembered === null ? [[idOf(question), question] as const] : [],
        ),
      );
      const brought = toAsk.size === 0 ? null : await flight.ask(toAsk, asker, signal);
      return recalled.map(({ question, remembered }): AnsweredReading => {
        if (remembered !== null) {
          return { answer: remembered, source: 'memory' };
        }
        const found = brought?.get(idOf(question));
        if (found === undefined) {
          throw new Error('A question came back without an answer');
        }
        return { answer: found.answer, source: found.joined ? 'shared' : 'businessCentral' };
      });
    },

    call: async (action, body, asker, signal) => {
      try {
        return await errands.call(action, body, asker, signal);
      } finally {
        // Also where no answer came: nobody knows whether the write went through.
        await store.drop(action.company.key);
      }
    },
  };
}
