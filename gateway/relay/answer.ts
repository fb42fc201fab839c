import { errorBody, type Refusal } from '../refusal';

/** An answer to one question, as the caller may have it. */
export interface Answer {
  readonly status: number;
  /** JSON text; empty where there is none. */
  readonly body: string;
  /** Seconds after which another attempt makes sense; null where nobody said. */
  readonly retryAfterSeconds: number | null;
  /** When Business Central gave it, milliseconds since 1970. */
  readonly readAt: number;
}

export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status <= 299;
}

export function refusalAnswer(refusal: Refusal, now: number): Answer {
  return {
    status: refusal.status,
    body: errorBody(refusal.code, refusal.message),
    retryAfterSeconds: refusal.retryAfterSeconds,
    readAt: now,
  };
}
