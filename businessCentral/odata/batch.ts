import { BusinessCentralError } from '../errors';
import { isRecord, type Answer } from './failure';
import type { Request } from './transport';

/** Business Central takes at most this many operations in one batch (Microsoft Learn, "Operational limits"). */
export const operationsPerBatch = 100;

/** From this many operations on, a second and third batch side by side pay for themselves (docs/performance.md). */
const operationsWorthSplitting = 40;

/** A form never occupies more of the integration user's five places than this. */
export const batchesSideBySide = 3;

/**
 * Cuts a list of operations into batches. Their parts are worked off one after another, so that several batches
 * side by side answer sooner; but each takes one of the five places that all salespeople share.
 * @returns groups of at most {@link operationsPerBatch}, of nearly equal size, in order
 */
export function cutIntoBatches<T>(operations: readonly T[]): T[][] {
  const wanted = Math.min(batchesSideBySide, Math.ceil(operations.length / operationsWorthSplitting));
  const count = Math.max(wanted, Math.ceil(operations.length / operationsPerBatch));
  const groups: T[][] = [];
  for (let index = 0; index < count; index += 1) {
    const from = Math.floor((index * operations.length) / count);
    const to = Math.floor(((index + 1) * operations.length) / count);
    groups.push(operations.slice(from, to));
  }
  return groups;
}

/** @param addresses relative to `/ODataV4/`, at most {@link operationsPerBatch} */
export function batchRequest(addresses: readonly string[]): Request {
  return {
    method: 'POST',
    address: '$batch',
    body: {
      requests: addresses.map((url, index) => ({
        id: String(index + 1),
        method: 'GET',
        url,
        headers: { Accept: 'application/json' },
      })),
    },
  };
}

function headersOf(value: unknown): Record<string, string> {
  return isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, text]) => [name.toLowerCase(), String(text)] as const),
      )
    : {};
}

/** A part may carry its body as JSON or as text that holds JSON. */
function bodyOf(value: unknown): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/**
 * The answers of a batch in the order of its operations. They are told apart by id, since nothing promises their
 * order.
 * @throws BusinessCentralError `unreadableAnswer` where the answer is not a batch answer
 */
export function batchAnswers(answer: Answer, count: number): (Answer | null)[] {
  const responses = isRecord(answer.body) ? answer.body['responses'] : undefined;
  if (!Array.isArray(responses)) {
    throw new BusinessCentralError('unreadableAnswer', { status: answer.status });
  }
  const byId = new Map<string, Answer>();
  for (const response of responses as readonly unknown[]) {
    if (isRecord(response) && typeof response['id'] === 'string' && typeof response['status'] === 'number') {
      byId.set(response['id'], {
        status: response['status'],
        headers: headersOf(response['headers']),
        body: bodyOf(response['body']),
      });
    }
  }
  return Array.from({ length: count }, (_, index) => byId.get(String(index + 1)) ?? null);
}
