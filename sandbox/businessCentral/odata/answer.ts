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
  return jsonTextAnswer(status, JSON.stringify(content), headers);
}

/** An answer whose body is JSON text already. */
export function jsonTextAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { ...odataHeaders, ...headers }, body };
}

/** An answer without a body, and thus without a content type. */
export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: '' };
}
