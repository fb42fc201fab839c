import { isSuccess, type Answer } from './answer';

/** An answered part of a batch. */
export interface AnsweredPart {
  readonly id: string;
  readonly answer: Answer;
}

function partText({ id, answer }: AnsweredPart, now: number): string {
  const { status, body, retryAfterSeconds, readAt } = answer;
  const head = JSON.stringify({
    id,
    status,
    headers: {
      ...(body === '' ? {} : { 'content-type': 'application/json; odata.metadata=minimal' }),
      'odata-version': '4.0',
      ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...(isSuccess(answer) ? { age: String(ageOf(readAt, now)) } : {}),
    },
  });
  return body === '' ? head : `${head.slice(0, -1)},"body":${body}}`;
}

/** Whole seconds since Business Central gave an answer. */
export function ageOf(readAt: number, now: number): number {
  return Math.max(Math.floor((now - readAt) / 1000), 0);
}

/**
 * The body that answers a batch.
 * @param continuesOnError false: the first failed part ends the batch, as in Business Central
 */
export function batchAnswerText(
  parts: readonly AnsweredPart[],
  continuesOnError: boolean,
  now: number,
): string {
  const failed = parts.findIndex(({ answer }) => !isSuccess(answer));
  const answered = continuesOnError || failed < 0 ? parts : parts.slice(0, failed + 1);
  return `{"responses":[${answered.map((part) => partText(part, now)).join(',')}]}`;
}
