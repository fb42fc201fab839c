import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody, Refusal } from '../refusal';

/** Fastify's own refusals of a body, as ours. */
const bodyRefusals: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Refusal('Gateway_TooLarge', 'The body is larger than the gateway takes.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Refusal(
    'Gateway_UnsupportedMediaType',
    'A body must be JSON in UTF-8.',
  ),
};

function refusalOf(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  return (
    bodyRefusals[error.code] ??
    (error.statusCode !== undefined && error.statusCode < 500
      ? new Refusal('Gateway_BadRequest', 'The request is malformed.')
      : new Refusal('Gateway_Failed', 'The gateway failed.'))
  );
}

/** What a browser's fetch and an OAuth client are told about a token (RFC 6750 §3). */
function challengeOf({ code }: Refusal): string | null {
  switch (code) {
    case 'Gateway_InvalidToken':
      return 'Bearer error="invalid_token"';
    case 'Gateway_InsufficientScope':
      return 'Bearer error="insufficient_scope"';
    default:
      return null;
  }
}

/** Answers a request that failed; what the gateway does not know how to tell is only told to the log. */
export function answerFailure(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = refusalOf(error);
  request.notes.reason = refusal.code;
  if (refusal.code === 'Gateway_Failed') {
    request.log.error({ problem: error.message, stack: error.stack }, 'the gateway failed');
  }
  const challenge = challengeOf(refusal);
  if (challenge !== null) {
    void reply.header('www-authenticate', challenge);
  }
  if (refusal.retryAfterSeconds !== null) {
    void reply.header('retry-after', String(refusal.retryAfterSeconds));
  }
  void reply
    .code(refusal.status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(errorBody(refusal.code, refusal.message));
}
