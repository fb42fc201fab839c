import type { TransportFault } from '../faults/faultKinds';

/** An answer before it goes out. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the answer is to be spoilt on its way; absent: not at all. */
  readonly transport?: TransportFault;
}

const odataHeaders = { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0' };

/** An answer with a JSON body. */
export function jsonAnswer(
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { ...odataHeaders, ...headers }, body: JSON.stringify(content) };
}

/** An answer without a body, and thus without a content type. */
export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: '' };
}
