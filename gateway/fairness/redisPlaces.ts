import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from './redis';
import type { SharedPlaces } from './sharedPlaces';

export interface RedisPlacesParts {
  readonly redis: Redis;
  readonly prefix: string;
  readonly places: number;
  /** Longer than any request to Business Central takes; the place of an instance that died is free after it. */
  readonly leaseMs: number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onProblem: (problem: string) => void;
}

/** Between two looks for a free place; up to half more, so that instances do not look at the same moment. */
const lookAgainMs = 20;

/**
 * The places of Business Central's one user, shared by several instances: one key in Redis for each place, with the
 * lease of its holder. Without Redis each instance goes on with its own places, and Business Central's queue with
 * what is too much.
 */
export function redisPlaces(parts: RedisPlacesParts): SharedPlaces {
  const { redis, prefix, places, leaseMs, random, onProblem } = parts;
  const note = (failure: unknown): void => onProblem(failure instanceof Error ? failure.name : 'failed');

  /** @returns the key of a place that was free; null: none is */
  const freePlace = async (lease: string): Promise<string | null> => {
    const first = Math.floor(random() * places);
    for (let offset = 0; offset < places; offset += 1) {
      const key = `${prefix}:place:${(first + offset) % places}`;
      if (await redis.setIfAbsent(key, lease, leaseMs)) {
        return key;
      }
    }
    return null;
  };

  return {
    take: async (signal) => {
      const lease = randomUUID();
      for (;;) {
        signal.throwIfAborted();
        let key: string | null;
        try {
          key = await freePlace(lease);
        } catch (failure) {
          note(failure);
          return () => undefined;
        }
        if (key !== null) {
          const taken = key;
          return () => void redis.removeIf(taken, lease).catch(note);
        }
        // An abort is reported by the check above, with its own reason.
        await wait(lookAgainMs * (1 + random() / 2), undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
