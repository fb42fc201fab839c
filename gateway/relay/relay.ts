import type { Caller } from '../admission/accessToken';
import type { Now } from '../clock';
import type { AnswerStore } from '../fairness/answerStore';
import { SingleFlight } from '../fairness/singleFlight';
import type { ExchangeReport, InTurn } from '../fairness/turns';
import type { AnswerSource } from '../observability/measures';
import { Refusal } from '../refusal';
import { refusalAnswer, type Answer } from './answer';
import type { BusinessCentral } from './businessCentral';
import type { OutboundAnswer } from '../outbound/httpClient';
import type { ActionCall, Reading } from './resource';
import type { SafeAnswers } from './safeAnswer';

/** Who asks, and how. */
export interface Asker {
  readonly caller: Caller;
  readonly correlationId: string;
  /** True: not from memory (the user asked for a fresh reading). */
  readonly fresh: boolean;
}

export interface AnsweredReading {
  readonly answer: Answer;
  readonly source: AnswerSource;
}

/** Told about every request to Business Central. */
export type Report = (
  exchange: ExchangeReport & {
    readonly correlationId: string;
    readonly parts: number;
    readonly body: string;
  },
) => void;

export interface RelayParts {
  readonly businessCentral: BusinessCentral;
  readonly inTurn: InTurn;
  readonly store: AnswerStore;
  readonly safe: SafeAnswers;
  readonly now: Now;
  readonly report: Report;
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

/** A reading on its way, with the generation of its company's answers under which it is asked. */
interface Question {
  readonly reading: Reading;
  readonly key: string;
  readonly generation: string;
}

/**
 * What makes two readings the same. The scopes of the caller are part of it, so that an answer never serves somebody
 * who may ask less, or something else, than the one who asked for it.
 */
function keyOf({ service, company, address }: Reading, { scopes }: Caller): string {
  return [scopes.join(' '), service.name, company.key, address].join('\n');
}

/** @returns what is to be asked over and again goes out once, and is remembered for a short time */
export function relayOf(parts: RelayParts): Relay {
  const { businessCentral, inTurn, store, safe, now, report } = parts;

  const send = async (
    asker: Asker,
    count: number,
    request: (signal: AbortSignal) => Promise<OutboundAnswer>,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> => {
    let body = '';
    return inTurn(
      asker.caller.userId,
      async (whileSent) => {
        const answer = await request(whileSent);
        ({ body } = answer);
        return answer;
      },
      signal,
      (exchange) => report({ ...exchange, correlationId: asker.correlationId, parts: count, body }),
    );
  };

  /** A refusal is the answer to every question of the errand. */
  const orRefusal = async <T>(answered: Promise<T>): Promise<T | Answer> => {
    try {
      return await answered;
    } catch (failure) {
      if (failure instanceof Refusal) {
        return refusalAnswer(failure, now());
      }
      throw failure;
    }
  };

  const loadOne = async (question: Question, asker: Asker, signal: AbortSignal): Promise<Answer> =>
    orRefusal(
      send(
        asker,
        1,
        (whileSent) => businessCentral.read(question.reading, asker.correlationId, whileSent),
        signal,
      ).then((answer) => safe.single(answer, now())),
    );

  const loadBatch = async (
    questions: readonly Question[],
    asker: Asker,
    signal: AbortSignal,
  ): Promise<readonly Answer[]> => {
    const readings = questions.map(({ reading }) => reading);
    const answers = await orRefusal(
      send(
        asker,
        readings.length,
        (whileSent) => businessCentral.readBatch(readings, asker.correlationId, whileSent),
        signal,
      ).then((answer) => safe.batch(answer, readings.length, now())),
    );
    return 'status' in answers ? readings.map(() => answers) : answers;
  };

  const load = async (
    questions: ReadonlyMap<string, Question>,
    asker: Asker,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Answer>> => {
    const list = [...questions.values()];
    const [only] = list;
    const answers =
      only !== undefined && list.length === 1
        ? [await loadOne(only, asker, signal)]
        : await loadBatch(list, asker, signal);
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

  /** The readings as questions, and what is in memory for each. */
  const recall = async (
    readings: readonly Reading[],
    { caller, fresh }: Asker,
  ): Promise<readonly { readonly question: Question; readonly remembered: Answer | null }[]> => {
    const companies = [...new Set(readings.map(({ company }) => company.key))];
    const byReading = new Map<Reading, { question: Question; remembered: Answer | null }>();
    await Promise.all(
      companies.map(async (company) => {
        const ofCompany = readings.filter((reading) => reading.company.key === company);
        const keys = ofCompany.map((reading) => keyOf(reading, caller));
        const { generation, answers } = await store.read(company, keys);
        ofCompany.forEach((reading, index) => {
          const question = { reading, key: keys[index] ?? '', generation };
          const mayRemember = !fresh && reading.service.kept;
          byReading.set(reading, { question, remembered: mayRemember ? (answers[index] ?? null) : null });
        });
      }),
    );
    return readings.flatMap((reading) => byReading.get(reading) ?? []);
  };

  return {
    ask: async (readings, asker, signal) => {
      const recalled = await recall(readings, asker);
      const toAsk = new Map<string, Question>();
      const idOf = ({ key, generation }: Question): string => `${generation}\n${key}`;
      for (const { question, remembered } of recalled) {
        if (remembered === null) {
          toAsk.set(idOf(question), question);
        }
      }
      const brought = toAsk.size === 0 ? new Map<string, never>() : await flight.ask(toAsk, asker, signal);
      return recalled.map(({ question, remembered }): AnsweredReading => {
        if (remembered !== null) {
          return { answer: remembered, source: 'memory' };
        }
        const found = brought.get(idOf(question));
        if (found === undefined) {
          throw new Error('A question came back without an answer');
        }
        return { answer: found.answer, source: found.joined ? 'shared' : 'businessCentral' };
      });
    },

    call: async (action, body, asker, signal) => {
      try {
        return await orRefusal(
          send(
            asker,
            1,
            // A write that is on its way is not broken off: nobody would know whether it went through.
            () => businessCentral.call(action, body, asker.correlationId, new AbortController().signal),
            signal,
          ).then((answer) => safe.single(answer, now())),
        );
      } finally {
        // Also where no answer came: nobody knows whether the write went through.
        await store.drop(action.company.key);
      }
    },
  };
}
