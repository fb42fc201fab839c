import type { Caller } from '../admission/accessToken';
import type { Now } from '../clock';
import type { ExchangeReport, InTurn } from '../fairness/turns';
import type { OutboundAnswer } from '../outbound/httpClient';
import { Refusal } from '../refusal';
import { refusalAnswer, type Answer } from './answer';
import type { BusinessCentral } from './businessCentral';
import type { ActionCall, Reading } from './resource';
import type { SafeAnswers } from './safeAnswer';

/** Who asks, and how. */
export interface Asker {
  readonly caller: Caller;
  readonly correlationId: string;
  /** True: not from memory (the user asked for a fresh reading). */
  readonly fresh: boolean;
}

/** Told about every request to Business Central. */
export type Report = (
  exchange: ExchangeReport & {
    readonly correlationId: string;
    readonly parts: number;
    readonly body: string;
  },
) => void;

export interface ErrandParts {
  readonly businessCentral: BusinessCentral;
  readonly inTurn: InTurn;
  readonly safe: SafeAnswers;
  readonly now: Now;
  readonly report: Report;
}

/** Errands to Business Central, each one request in its user's turn. What is refused is an answer, too. */
export interface Errands {
  /**
   * @param readings at least one, at most what a batch takes
   * @returns an answer for each, in their order
   * @throws the signal's reason when it is aborted
   */
  read(readings: readonly Reading[], asker: Asker, signal: AbortSignal): Promise<readonly Answer[]>;
  /** @param body JSON text */
  call(action: ActionCall, body: string, asker: Asker, signal: AbortSignal): Promise<Answer>;
}

export function errandsTo({ businessCentral, inTurn, safe, now, report }: ErrandParts): Errands {
  const send = (
    { caller, correlationId }: Asker,
    parts: number,
    request: (whileSent: AbortSignal) => Promise<OutboundAnswer>,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> => {
    let body = '';
    return inTurn(
      caller.userId,
      async (whileSent) => {
        const answer = await request(whileSent);
        ({ body } = answer);
        return answer;
      },
      signal,
      (exchange) => report({ ...exchange, correlationId, parts, body }),
    );
  };

  /** A refusal is the answer to every question of the errand. */
  const answersOr = async (
    count: number,
    answered: () => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]> => {
    try {
      return await answered();
    } catch (failure) {
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
      const refused = refusalAnswer(failure, now());
      return Array.from({ length: count }, () => refused);
    }
  };

  const readOne = async (reading: Reading, asker: Asker, signal: AbortSignal): Promise<readonly Answer[]> => {
    const answer = await send(
      asker,
      1,
      (whileSent) => businessCentral.read(reading, asker.correlationId, whileSent),
      signal,
    );
    return [safe.single(answer, now())];
  };

  const readBatch = async (
    readings: readonly Reading[],
    asker: Asker,
    signal: AbortSignal,
  ): Promise<readonly Answer[]> => {
    const answer = await send(
      asker,
      readings.length,
      (whileSent) => businessCentral.readBatch(readings, asker.correlationId, whileSent),
      signal,
    );
    return safe.batch(answer, readings.length, now());
  };

  return {
    read: (readings, asker, signal) => {
      const [only, ...others] = readings;
      return answersOr(readings.length, () =>
        only !== undefined && others.length === 0
          ? readOne(only, asker, signal)
          : readBatch(readings, asker, signal),
      );
    },
    call: async (action, body, asker, signal) => {
      const [answer] = await answersOr(1, async () => {
        const answered = await send(
          asker,
          1,
          // A write that is on its way is not broken off: nobody would know whether it went through.
          () => businessCentral.call(action, body, asker.correlationId, new AbortController().signal),
          signal,
        );
        return [safe.single(answered, now())];
      });
      if (answer === undefined) {
        throw new Error('A call came back without an answer');
      }
      return answer;
    },
  };
}
