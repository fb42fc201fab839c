import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admit } from '../admission/admission';
import { requirePermission } from './permission';
import { relayAnswers, type Exchange, type RelayAnswerParts } from './relayAnswers';
import { resourceAt } from './resource';

/** Where Business Central's services are, below the gateway's own address. */
export const relayPath = '/ODataV4/';

/** 100 parts with the longest filters that our client makes are well below this. */
const longestBody = 1024 * 1024;

/** A caller who has gone away needs no answer. */
class CallerGone extends Error {
  public override readonly name = 'CallerGone';
}

/** Aborted when the connection closes before the answer is out. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) {
      gone.abort(new CallerGone());
    }
  });
  return gone.signal;
}

function wantsFresh({ headers }: FastifyRequest): boolean {
  return /\bno-cache\b/i.test(headers['cache-control'] ?? '');
}

/** Business Central's own paths, relayed to callers who may ask. */
export function relayRoute(server: FastifyInstance, admit: Admit, parts: RelayAnswerParts): void {
  const answers = relayAnswers(parts);

  const answer = async (exchange: Exchange): Promise<FastifyReply> => {
    const { request, asker } = exchange;
    const resource = resourceAt(request.originalUrl.slice(relayPath.length), parts.allowed);
    requirePermission(resource, request.method, asker.caller.scopes);
    switch (resource.kind) {
      case 'reading':
        return answers.reading(resource, exchange);
      case 'action':
        return answers.action(resource, exchange);
      case 'batch':
        return answers.batch(exchange);
      case 'companies':
        return answers.companies(exchange);
    }
  };

  server.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'],
    url: relayPath,
    bodyLimit: longestBody,
    // Before the body is read: whoever is not let in cannot make the gateway hold a body.
    onRequest: async (request) => {
      request.notes.route = 'relay';
      request.notes.caller = await admit(request.headers.authorization, request.headers.origin);
    },
    handler: async (request, reply) => {
      const { caller } = request.notes;
      if (caller === null) {
        throw new Error('A request went past admission');
      }
      const asker = { caller, correlationId: request.id, fresh: wantsFresh(request) };
      try {
        return await answer({ request, reply, asker, signal: goneSignal(reply) });
      } catch (failure) {
        if (failure instanceof CallerGone) {
          request.notes.reason = 'callerGone';
          return reply.hijack();
        }
        throw failure;
      }
    },
  });
}
