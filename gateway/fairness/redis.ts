import { createClient } from '@redis/client';

/** What the gateway asks of Redis; a double in tests, or any server that speaks its protocol. */
export interface Redis {
  /** A value for each key, or null. */
  getAll(keys: readonly string[]): Promise<readonly (string | null)[]>;
  set(key: string, value: string, forMs: number): Promise<void>;
  /** False: the key was there already, and is as it was. */
  setIfAbsent(key: string, value: string, forMs: number): Promise<boolean>;
  /** Removes the key if it still has this value. */
  removeIf(key: string, value: string): Promise<void>;
  close(): void;
}

/** A shared memory that is slower than this is worse than none. */
const commandTimeoutMs = 500;
const connectTimeoutMs = 2_000;
const longestReconnectPauseMs = 5_000;

/** Compares and removes in one step, so that a place that was lost meanwhile is not taken from its new holder. */
const removeIfScript =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

/**
 * Connects to Redis, and again whenever the connection is lost. While it is lost every command fails at once.
 * @param onProblem told what went wrong, without the address, which may hold a password
 */
export function connectRedis(url: string, onProblem: (problem: string) => void): Redis {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: commandTimeoutMs },
    socket: {
      connectTimeout: connectTimeoutMs,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, longestReconnectPauseMs),
    },
  });
  const problem = (failure: unknown): void => {
    onProblem(failure instanceof Error && 'code' in failure ? String(failure.code) : 'failed');
  };
  client.on('error', problem);
  client.connect().catch(problem);

  return {
    getAll: (keys) => client.mGet([...keys]),
    set: async (key, value, forMs) => {
      await client.set(key, value, { expiration: { type: 'PX', value: forMs } });
    },
    setIfAbsent: async (key, value, forMs) =>
      (await client.set(key, value, { condition: 'NX', expiration: { type: 'PX', value: forMs } })) !== null,
    removeIf: async (key, value) => {
      await client.eval(removeIfScript, { keys: [key], arguments: [value] });
    },
    close: () => client.destroy(),
  };
}
