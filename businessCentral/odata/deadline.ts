import { BusinessCentralError } from '../errors';

/** Time as the client sees it; injected, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after a time, or rejects with the signal's reason as soon as it aborts. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  pause: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(new BusinessCentralError('aborted'));
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      if (signal.aborted) {
        stop();
      } else {
        signal.addEventListener('abort', stop, { once: true });
      }
    }),
};

/** What a question may still take. */
export interface Deadline {
  /** Aborts when the time is over or the caller gives up. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remaining(): number;
  /** Why `signal` aborted. */
  reason(): 'timeout' | 'aborted';
}

/**
 * Runs a question under one deadline for its whole answer: all its requests, pages and retries.
 * @param limit milliseconds
 * @param outer the caller's own signal
 * @throws BusinessCentralError `aborted` when the caller gave up
 */
export async function withinDeadline<T>(
  limit: number,
  outer: AbortSignal | undefined,
  clock: Clock,
  question: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const end = () => inner.abort();
  const until = clock.now() + limit;
  const timer = setTimeout(end, limit);
  outer?.addEventListener('abort', end, { once: true });
  if (outer?.aborted === true) {
    end();
  }
  const reason = () => (outer?.aborted === true ? 'aborted' : 'timeout');
  try {
    return await question({ signal: inner.signal, remaining: () => until - clock.now(), reason });
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', end);
  }
}
