import type { Now } from '../clock';
import { OutboundFailure, type OutboundAnswer, type OutboundFailureReason } from '../outbound/httpClient';
import { retryAfterSeconds } from '../outbound/retryAfter';
import { Refusal, type RefusalCode } from '../refusal';
import type { CircuitBreaker, Outcome } from './circuitBreaker';
import type { FairQueue } from './fairQueue';
import type { SharedPlaces } from './sharedPlaces';

/** What is known of an exchange with Business Central when it is over. */
export interface ExchangeReport {
  readonly outcome: Outcome['kind'];
  /** Null: there was no answer. */
  readonly status: number | null;
  /** Reason and code of the failure; empty where there was an answer. */
  readonly failure: string;
  readonly waitedMs: number;
  readonly tookMs: number;
}

export interface TurnParts {
  readonly queue: FairQueue;
  readonly places: SharedPlaces;
  readonly breaker: CircuitBreaker;
  /** Milliseconds to wait for a turn. */
  readonly waitingMs: number;
  readonly now: Now;
}

/** Sends something to Business Central when it is the user's turn. */
export type InTurn = (
  user: string,
  send: (signal: AbortSignal) => Promise<OutboundAnswer>,
  signal: AbortSignal,
  report: (exchange: ExchangeReport) => void,
) => Promise<OutboundAnswer>;

const failureCodes: Readonly<Record<Exclude<OutboundFailureReason, 'aborted'>, RefusalCode>> = {
  unreachable: 'Gateway_Unreachable',
  timeout: 'Gateway_Timeout',
  tooLarge: 'Gateway_UnreadableAnswer',
  unreadable: 'Gateway_UnreadableAnswer',
};

const failureMessages: Readonly<Record<Exclude<OutboundFailureReason, 'aborted'>, string>> = {
  unreachable: 'There is no connection to Business Central, or it broke off.',
  timeout: 'Business Central took longer than the gateway waits.',
  tooLarge: 'The answer of Business Central is larger than the gateway takes.',
  unreadable: 'The answer of Business Central is no proper HTTP.',
};

function outcomeOf({ status, headers }: OutboundAnswer, now: number): Outcome {
  if (status === 401) {
    return { kind: 'wrongCredentials' };
  }
  const seconds = status === 429 || status === 503 ? retryAfterSeconds(headers['retry-after'], now) : null;
  if (seconds !== null) {
    return { kind: 'pauseAsked', seconds };
  }
  return { kind: status === 502 || status === 503 || status === 504 ? 'failed' : 'answered' };
}

function outcomeOfFailure(failure: unknown): Outcome {
  if (!(failure instanceof OutboundFailure) || failure.reason === 'aborted') {
    return { kind: 'abandoned' };
  }
  // What is too large or unreadable came from somebody who is there.
  return { kind: failure.reason === 'unreachable' || failure.reason === 'timeout' ? 'failed' : 'answered' };
}

function refusalOf(failure: unknown): unknown {
  return failure instanceof OutboundFailure && failure.reason !== 'aborted'
    ? new Refusal(failureCodes[failure.reason], failureMessages[failure.reason])
    : failure;
}

/**
 * Puts the rules of sharing in the way of every request: the pause, the user's turn, the places that instances share.
 * @returns sends in turn; throws a Refusal where there is no turn or no answer
 */
export function turns({ queue, places, breaker, waitingMs, now }: TurnParts): InTurn {
  const waitForPlace = async (user: string, signal: AbortSignal): Promise<() => void> => {
    const deadline = new AbortController();
    const giveUp = (): void => deadline.abort(signal.reason);
    const timer = setTimeout(() => {
      deadline.abort(new Refusal('Gateway_Overloaded', 'This question did not get its turn in time.', 2));
    }, waitingMs);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) {
      giveUp();
    }
    try {
      const leave = await queue.enter(user, deadline.signal);
      const giveBack = await places.take(deadline.signal).catch((failure: unknown) => {
        leave();
        throw failure;
      });
      return () => {
        giveBack();
        leave();
      };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    }
  };

  return async (user, send, signal, report) => {
    const paused = breaker.refusal();
    if (paused !== null) {
      throw paused;
    }
    const cameAt = now();
    const leave = await waitForPlace(user, signal);
    const sentAt = now();
    const times = () => ({ waitedMs: sentAt - cameAt, tookMs: now() - sentAt });
    try {
      const settle = breaker.pass();
      try {
        const answer = await send(signal);
        const outcome = outcomeOf(answer, now());
        settle(outcome);
        report({ outcome: outcome.kind, status: answer.status, failure: '', ...times() });
        return answer;
      } catch (failure) {
        const outcome = outcomeOfFailure(failure);
        settle(outcome);
        const text = failure instanceof OutboundFailure ? failure.message : 'failed';
        report({ outcome: outcome.kind, status: null, failure: text, ...times() });
        throw refusalOf(failure);
      }
    } finally {
      leave();
    }
  };
}
