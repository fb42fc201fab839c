import type { BusinessCentralErrorCode } from '../errors';

/** After the first attempt; more would be felt as waiting and load a server in trouble (Azure, "Transient fault handling"). */
export const mostRetries = 2;

const basePauseMs = 250;

/** All who were sent away for the same time come back spread over at most this. */
const longestSpreadMs = 1000;

const transientCodes: readonly BusinessCentralErrorCode[] = [
  'unreachable',
  'tooManyRequests',
  'unavailable',
  'gatewayUnreachable',
  'gatewayUnavailable',
];

/** Whether a failed reading may succeed if it is asked again. */
export function isTransient(code: BusinessCentralErrorCode): boolean {
  return transientCodes.includes(code);
}

/**
 * How long to wait before a reading is asked again.
 * @param retry 1 for the first retry
 * @param askedFor milliseconds that the server asked for; null where it did not
 * @param remaining milliseconds until the deadline
 * @param random from 0 to 1, so that clients that failed together do not return together
 * @returns null where no retry is left, or the pause would not end before the deadline
 */
export function pauseBeforeRetry(
  retry: number,
  askedFor: number | null,
  remaining: number,
  random: number,
): number | null {
  if (retry > mostRetries) {
    return null;
  }
  const pause =
    askedFor === null
      ? basePauseMs * 2 ** (retry - 1) * (0.5 + random)
      : askedFor + random * Math.min(askedFor / 5, longestSpreadMs);
  return pause < remaining ? pause : null;
}
