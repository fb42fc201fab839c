import type { FastifyBaseLogger } from 'fastify';
import type { Now } from '../clock';
import type { GatewayConfiguration } from '../configuration/configuration';
import type { AnswerStore } from './answerStore';
import { CircuitBreaker } from './circuitBreaker';
import { FairQueue } from './fairQueue';
import { MemoryAnswerStore } from './memoryAnswerStore';
import { connectRedis, type Redis } from './redis';
import { RedisAnswerStore } from './redisAnswerStore';
import { redisPlaces } from './redisPlaces';
import { unsharedPlaces } from './sharedPlaces';
import { turns, type InTurn } from './turns';

export interface SharingParts {
  readonly log: FastifyBaseLogger;
  readonly now: Now;
  readonly random: () => number;
  /** In front of every key in Redis. */
  readonly prefix: string;
}

/** How Business Central is shared: by the users of this instance, and with other instances. */
export interface Sharing {
  readonly queue: FairQueue;
  readonly breaker: CircuitBreaker;
  readonly inTurn: InTurn;
  readonly store: AnswerStore;
  close(): void;
}

const circuitLimits = {
  failures: 5,
  pauseMs: 5_000,
  credentialsPauseMs: 30_000,
  longestPauseMs: 60_000,
};

/** Characters of all answers in memory together. */
const mostCharacters = 64 * 1024 * 1024;

/** A lease lasts longer than the longest request. */
const leaseAllowanceMs = 5_000;

/** Problems with Redis are said once a minute, however many requests meet them. */
const problemPauseMs = 60_000;

export function sharingOf(configuration: GatewayConfiguration, parts: SharingParts): Sharing {
  const { log, now, random, prefix } = parts;
  const { redisUrl, concurrentRequests } = configuration;
  const keepForMs = configuration.cacheSeconds * 1000;
  let quietUntil = 0;
  const onProblem = (problem: string): void => {
    if (now() >= quietUntil) {
      quietUntil = now() + problemPauseMs;
      log.warn({ problem }, 'Redis does not answer; this instance goes on alone');
    }
  };
  const redis: Redis | null = redisUrl === null ? null : connectRedis(redisUrl, onProblem);

  const queue = new FairQueue({ places: concurrentRequests, ...configuration });
  const breaker = new CircuitBreaker(circuitLimits, now);
  const places =
    redis === null
      ? unsharedPlaces
      : redisPlaces({
          redis,
          prefix,
          places: concurrentRequests,
          leaseMs: configuration.timeoutSeconds * 1000 + leaseAllowanceMs,
          random,
          onProblem,
        });
  const store =
    redis === null
      ? new MemoryAnswerStore({ keepForMs, mostCharacters }, now)
      : new RedisAnswerStore({ redis, prefix, keepForMs, onProblem });

  return {
    queue,
    breaker,
    inTurn: turns({ queue, places, breaker, waitingMs: configuration.waitingSeconds * 1000, now }),
    store,
    close: () => redis?.close(),
  };
}
