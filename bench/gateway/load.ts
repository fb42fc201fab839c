import { Pool } from 'undici';

/** A request of the load. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds, the shortest first. */
  readonly times: readonly number[];
  /** How many answers had each status. */
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Sends requests over a number of connections, each as soon as the one before it on its connection is answered.
 * @param request makes each of them by its number
 */
export async function load(
  origin: string,
  connections: number,
  count: number,
  request: (number: number) => LoadRequest,
): Promise<LoadResult> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const statuses = new Map<number, number>();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const { method, path, headers, body } = request(next++);
      const started = performance.now();
      const answer = await pool.request({ method, path, headers, body: body ?? null });
      await answer.body.arrayBuffer();
      times.push(performance.now() - started);
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return { perSecond: count / seconds, times: times.sort((a, b) => a - b), statuses };
}

/** @param part of all, such as 0.99 */
export function percentile(times: readonly number[], part: number): number {
  return times[Math.min(Math.floor(times.length * part), times.length - 1)] ?? NaN;
}

/** @throws where anything else than 200 came, so that no refusal is taken for speed */
export function allAnswered(result: LoadResult): LoadResult {
  const others = [...result.statuses].filter(([status]) => status !== 200);
  if (others.length > 0) {
    throw new Error(`Not all were answered: ${JSON.stringify(others)}`);
  }
  return result;
}
