import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Now } from '../clock';
import { answerFailure } from '../http/failureAnswer';
import type { Measures } from '../observability/measures';
import { Refusal } from '../refusal';
import { accessTokenSeconds, type AccessTokens } from './accessToken';
import type { Dataverse } from './dataverse';
import { DataverseUnavailable } from './dataverseUnavailable';
import { callerNetwork, Guesses } from './guesses';
import { refuseToken } from './tokenError';
import { exchangeTicket, type Exchange } from './tokenExchange';
import { accessTokenType, tokenRequestOf, type TokenRequest } from './tokenRequest';

export const tokenPath = '/token';

/** The form has five short fields. */
const longestForm = 4 * 1024;

/** Exchanges that may ask Dataverse at a time; more come back in a moment. */
const exchangesSideBySide = 50;

/** Only failures count, so that a whole company behind one address can sign in at nine o'clock. */
const failuresPerAddress = { most: 20, windowMs: 60_000, remembered: 10_000 };
const failuresPerTicket = { most: 5, windowMs: 120_000, remembered: 10_000 };

export interface TokenRouteParts {
  readonly dataverse: Dataverse;
  readonly tokens: AccessTokens;
  readonly measures: Measures;
  readonly now: Now;
}

/** `POST /token`: exchanges a ticket for an access token (RFC 8693). */
export function tokenRoute(server: FastifyInstance, parts: TokenRouteParts): void {
  const { dataverse, tokens, measures, now } = parts;
  const byAddress = new Guesses(failuresPerAddress, now);
  const byTicket = new Guesses(failuresPerTicket, now);
  let underWay = 0;

  const grant = async (
    { userId, scopes }: Extract<Exchange, { kind: 'granted' }>,
    origin: string,
    reply: FastifyReply,
  ): Promise<FastifyReply> =>
    reply.type('application/json').send({
      access_token: await tokens.issue(userId, scopes, origin),
      issued_token_type: accessTokenType,
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
      scope: scopes.join(' '),
    });

  const exchange = async (
    { ticketId, value }: TokenRequest,
    origin: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const result = await exchangeTicket(ticketId, value, { dataverse, now });
    measures.token(result.kind);
    switch (result.kind) {
      case 'granted':
        request.notes.caller = { userId: result.userId, scopes: result.scopes, origin };
        return grant(result, origin, reply);
      case 'badTicket':
        request.notes.reason = result.why;
        byAddress.failed(callerNetwork(request.ip));
        byTicket.failed(ticketId);
        return refuseToken(reply, 'invalid_request');
      case 'notPermitted':
        request.notes.reason = result.why;
        request.notes.caller = { userId: result.userId, scopes: [], origin };
        return refuseToken(reply, 'access_denied');
    }
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const network = callerNetwork(request.ip);
    const barredFor = byAddress.barredFor(network);
    if (barredFor !== null) {
      measures.token('barred');
      return refuseToken(reply, 'slow_down', barredFor);
    }
    const { origin } = request.headers;
    const asked = request.body instanceof URLSearchParams ? tokenRequestOf(request.body) : 'invalid_request';
    // A token is bound to the page that asked for it, so whoever is no page gets none.
    if (typeof asked === 'string' || origin === undefined) {
      measures.token('malformed');
      byAddress.failed(network);
      return refuseToken(reply, typeof asked === 'string' ? asked : 'invalid_request');
    }
    const ticketBarredFor = byTicket.barredFor(asked.ticketId);
    if (ticketBarredFor !== null) {
      measures.token('barred');
      return refuseToken(reply, 'slow_down', ticketBarredFor);
    }
    if (underWay >= exchangesSideBySide) {
      measures.token('unavailable');
      return refuseToken(reply, 'temporarily_unavailable', 1);
    }
    underWay += 1;
    try {
      return await exchange(asked, origin, request, reply);
    } finally {
      underWay -= 1;
    }
  };

  const answerTokenFailure = (
    error: FastifyError | Refusal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void => {
    if (error instanceof Refusal) {
      // Refused before it was read: a foreign origin, a body that is far too large.
      answerFailure(error, request, reply);
    } else if (error instanceof DataverseUnavailable) {
      measures.token('unavailable');
      request.log.warn({ problem: error.message }, 'Dataverse cannot be asked');
      refuseToken(reply, 'temporarily_unavailable', error.retryAfterSeconds ?? 2);
    } else if (error.statusCode !== undefined && error.statusCode < 500) {
      measures.token('malformed');
      refuseToken(reply, 'invalid_request');
    } else {
      request.log.error({ problem: error.message }, 'a token request failed');
      refuseToken(reply, 'server_error');
    }
  };

  server.route({
    method: 'POST',
    url: tokenPath,
    bodyLimit: longestForm,
    onRequest: (request, _reply, done) => {
      request.notes.route = 'token';
      done();
    },
    errorHandler: answerTokenFailure,
    handler: answer,
  });
}
