/** A token as it was issued. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds for which it is valid, counted from when it was asked for. */
  readonly lifetimeMs: number;
}

/** From this part of its life on a token is renewed while it is still used. */
const renewAfterPart = 0.8;

/** A token is not used any more so shortly before its end; a request takes time to arrive. */
const safetyMs = 10_000;

/** So long after a renewal that failed, the next one is tried; the token that is held serves meanwhile. */
const pauseAfterFailureMs = 15_000;

interface HeldToken {
  readonly token: string;
  readonly renewAt: number;
  readonly endsAt: number;
}

/**
 * Keeps a token in memory and renews it ahead of its end, so that nobody waits for that. However many ask, one renewal
 * is under way at a time.
 * @param obtain gets a new token
 * @param now milliseconds since 1970
 * @returns gives a token that is still valid; with `rejected`, another one than that. Rejects as `obtain` does, unless
 *   the token that is held still serves.
 */
export function keptToken(
  obtain: () => Promise<IssuedToken>,
  now: () => number = Date.now,
): (rejected?: string) => Promise<string> {
  let held: HeldToken | null = null;
  let renewal: Promise<string> | null = null;
  let restUntil = 0;

  const obtained = async (): Promise<string> => {
    const askedAt = now();
    const { token, lifetimeMs } = await obtain();
    held = { token, renewAt: askedAt + lifetimeMs * renewAfterPart, endsAt: askedAt + lifetimeMs };
    return token;
  };
  const renew = (): Promise<string> => {
    renewal ??= obtained().finally(() => {
      renewal = null;
    });
    return renewal;
  };

  return (rejected) => {
    if (held !== null && held.token === rejected) {
      held = null;
    }
    if (held === null || held.endsAt - now() <= safetyMs) {
      return renew();
    }
    if (now() >= held.renewAt && now() >= restUntil) {
      renew().catch(() => {
        restUntil = now() + pauseAfterFailureMs;
      });
    }
    return Promise.resolve(held.token);
  };
}
