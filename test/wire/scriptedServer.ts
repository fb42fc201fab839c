import { BusinessCentralError } from '../../businessCentral/errors';
import type { Clock } from '../../businessCentral/odata/deadline';
import type { Answer } from '../../businessCentral/odata/failure';
import type { Request, Send } from '../../businessCentral/odata/transport';

export type Scripted = Answer | BusinessCentralError | ((request: Request) => Answer);

/** A clock that jumps over pauses and keeps a list of them. */
export function jumpingClock(): Clock & { readonly pauses: number[] } {
  const pauses: number[] = [];
  let now = Date.UTC(2026, 10, 20, 12);
  return {
    pauses,
    now: () => now,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

/** Gives its answers one after another, and keeps what was asked. */
export function scripted(...answers: Scripted[]): { readonly send: Send; readonly requests: Request[] } {
  const requests: Request[] = [];
  return {
    requests,
    send: (request) => {
      requests.push(request);
      const answer = answers.shift();
      if (answer === undefined) {
        throw new Error('More requests than the script has answers');
      }
      if (answer instanceof BusinessCentralError) {
        return Promise.reject(answer);
      }
      return Promise.resolve(typeof answer === 'function' ? answer(request) : answer);
    },
  };
}

export function rows(...value: object[]): Answer {
  return { status: 200, headers: {}, body: { value } };
}

export function refusal(
  status: number,
  code: string,
  message = '',
  headers: Record<string, string> = {},
): Answer {
  return { status, headers, body: { error: { code, message } } };
}

/** A batch answer whose parts come in another order than they were asked. */
export function batchOf(...parts: Answer[]): Answer {
  const responses = parts.map((part, index) => ({ id: String(index + 1), ...part })).reverse();
  return { status: 200, headers: {}, body: { responses } };
}

/** How many operations each request carried. */
export function operationsIn({ body }: Request): number {
  return (body as { requests: unknown[] } | undefined)?.requests.length ?? 1;
}
