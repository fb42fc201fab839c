import type { FastifyReply } from 'fastify';

/** Errors of RFC 6749 §5.2, RFC 8693 §2.2.2 and RFC 8628 §3.5, with their statuses. */
const errorStatuses = {
  /** The request or the ticket is not good; which of the two, and why, is not said. */
  invalid_request: 400,
  unsupported_grant_type: 400,
  /** The ticket was good, but its creator has none of the roles. */
  access_denied: 400,
  /** Too many failures from this address or with this ticket. */
  slow_down: 429,
  /** Dataverse cannot be asked now. */
  temporarily_unavailable: 503,
  server_error: 500,
} as const;

export type TokenError = keyof typeof errorStatuses;

/** Answers a request for a token with an error, and with nothing that would help to guess. */
export function refuseToken(
  reply: FastifyReply,
  error: TokenError,
  retryAfterSeconds: number | null = null,
): FastifyReply {
  if (retryAfterSeconds !== null) {
    void reply.header('retry-after', String(retryAfterSeconds));
  }
  return reply.code(errorStatuses[error]).type('application/json').send({ error });
}
