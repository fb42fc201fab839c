import type { FastifyInstance } from 'fastify';
import type { Listeners } from './listeners';

/** So long a connection that has just been made may wait for its first byte while the server ends. */
const silenceMs = 250;

/**
 * Ends a server so that no request is lost: what is under way is answered, and connections on which nothing is under
 * way are ended.
 * @param longestMs what is still under way after this is broken off
 */
export async function endOrderly(
  server: FastifyInstance,
  { endSilent, breakOff }: Listeners,
  longestMs: number,
): Promise<void> {
  const silence = setTimeout(endSilent, silenceMs);
  const patience = setTimeout(breakOff, longestMs);
  await server.close();
  clearTimeout(silence);
  clearTimeout(patience);
}
