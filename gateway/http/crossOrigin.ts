import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal';
import { correlationHeader } from './correlation';

/** Seconds for which a browser remembers what a preflight allowed; Chromium takes no more. */
const preflightSeconds = 7_200;

const allowedMethods = 'GET, POST';
const allowedHeaders = `Accept, Authorization, Cache-Control, Content-Type, Prefer, ${correlationHeader}`;
const exposedHeaders = `Age, OData-Version, Retry-After, WWW-Authenticate, ${correlationHeader}`;

/**
 * Lets pages of the allowed origins read what the gateway answers, errors too, and refuses those of others before
 * anything else is done. A request without an origin comes from no page, and goes on.
 * @returns true where the request was a preflight and has been answered
 * @throws Refusal `Gateway_OriginNotAllowed`
 */
export function answerCrossOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  allowedOrigins: ReadonlySet<string>,
): boolean {
  const { origin } = request.headers;
  void reply.header('vary', 'Origin, Accept-Encoding');
  if (origin === undefined) {
    return false;
  }
  if (!allowedOrigins.has(origin)) {
    throw new Refusal('Gateway_OriginNotAllowed', 'Pages of this origin may not use the gateway.');
  }
  void reply.headers({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': exposedHeaders,
  });
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
    return false;
  }
  void reply.headers({
    'access-control-allow-methods': allowedMethods,
    'access-control-allow-headers': allowedHeaders,
    'access-control-max-age': String(preflightSeconds),
    // Sales is a public site and the gateway may be in the company's own network (WICG, "Private Network Access").
    ...(request.headers['access-control-request-private-network'] === 'true'
      ? { 'access-control-allow-private-network': 'true' }
      : {}),
  });
  void reply.code(204).send();
  return true;
}
