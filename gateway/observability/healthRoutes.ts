import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal';
import type { Measures } from './measures';

export const healthPath = '/healthz';
export const readyPath = '/readyz';
export const metricsPath = '/metrics';

export interface HealthParts {
  readonly measures: Measures;
  /** Null: the metrics are open to whoever reaches the gateway. */
  readonly metricsToken: string | null;
  /** True once the gateway is about to stop: the balancer sends nothing more. */
  readonly isDraining: () => boolean;
  readonly isPaused: () => boolean;
}

function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/**
 * Whether the gateway lives, whether it takes requests, and what it counts. A Business Central that is down does not
 * make the gateway unready: every instance would be, and the callers would not even be told why.
 */
export function healthRoutes(server: FastifyInstance, parts: HealthParts): void {
  const { measures, metricsToken, isDraining, isPaused } = parts;
  server.get(healthPath, (request) => {
    request.notes.route = 'health';
    return { status: 'alive' };
  });
  server.get(readyPath, (request, reply) => {
    request.notes.route = 'health';
    const businessCentral = isPaused() ? 'paused' : 'asked';
    void reply.code(isDraining() ? 503 : 200);
    return { status: isDraining() ? 'draining' : 'ready', businessCentral };
  });
  server.get(metricsPath, async (request, reply) => {
    request.notes.route = 'metrics';
    const { authorization = '' } = request.headers;
    if (metricsToken !== null && !sameSecret(authorization, `Bearer ${metricsToken}`)) {
      throw new Refusal('Gateway_InvalidToken', 'The metrics take their own token.');
    }
    return reply.type(measures.contentType).send(await measures.text());
  });
}
