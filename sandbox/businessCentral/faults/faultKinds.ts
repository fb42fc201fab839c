import type { ServiceName } from '../../../businessCentral/connection';

/** How a Retry-After header is written; absent where the answer has none. */
export type RetryAfter =
  | { readonly form: 'seconds'; readonly seconds: number }
  /** An HTTP date, this many seconds from now. */
  | { readonly form: 'date'; readonly seconds: number }
  /** Something that is neither a number nor a date. */
  | { readonly form: 'garbage' };

/** What goes wrong on the way of the bytes, after an answer has been made. */
export type TransportFault =
  /** The connection is reset before a byte of the answer has come. */
  | { readonly kind: 'reset' }
  /** No answer ever comes. */
  | { readonly kind: 'hang' }
  /** The body comes a few bytes at a time. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMilliseconds: number }
  /** Half of the body comes, as if it were all. */
  | { readonly kind: 'truncated' };

/** What an answer holds in place of the right values. */
export type WrongTypes = 'strings' | 'arrays' | 'nulls';

/** What is wrong with the rows of an answer. */
export type RowFault =
  /** Every row comes twice. */
  | { readonly kind: 'duplicateRows' }
  /** The first row of every two is missing. */
  | { readonly kind: 'missingRows' };

export type AnswerFault =
  | { readonly kind: 'latency'; readonly milliseconds: number }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'tooManyRequests'; readonly retryAfter?: RetryAfter }
  | { readonly kind: 'unavailable'; readonly retryAfter?: RetryAfter }
  /** 500 with the text of an error that AL code raised. */
  | { readonly kind: 'alError'; readonly text: string }
  | { readonly kind: 'gatewayTimeout' }
  /** 200 with a sign-in page in HTML. */
  | { readonly kind: 'signInPage' }
  | { readonly kind: 'emptyBody' }
  | { readonly kind: 'wrongTypes'; readonly instead: WrongTypes };

export type Fault = AnswerFault | TransportFault | RowFault;

export interface FaultTarget {
  /** The service that is hit, also inside a $batch; absent: every HTTP request. */
  readonly service?: ServiceName;
  /** How many times the fault occurs; absent: until it is cleared. */
  readonly times?: number;
}

/** A fault that will occur. */
export interface ActiveFault {
  readonly id: number;
  readonly fault: Fault;
  readonly service: ServiceName | null;
  /** How many times more; null: until it is cleared. */
  readonly remaining: number | null;
}

export function isRowFault(fault: Fault): fault is RowFault {
  return fault.kind === 'duplicateRows' || fault.kind === 'missingRows';
}
