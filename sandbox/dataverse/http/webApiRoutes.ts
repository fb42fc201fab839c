import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { DataverseError, errorCodes } from '../dataverseError';
import type { Users } from '../users';
import type { Fault, Faults } from '../webApi/faults';
import type { RequestLog } from '../webApi/requestLog';
import type { WebApi } from '../webApi/webApi';
import type { WebApiReply } from '../webApi/webApiRequest';
import { callerOf } from './session';

export const webApiPath = '/api/data/v9.2';

/** What the Web API needs of the small Dataverse around it. */
export interface WebApiHost {
  readonly webApi: WebApi;
  readonly users: Users;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly defaultUserId: () => string | null;
  /** Milliseconds that every call waits before it is answered. */
  readonly latency: () => number;
}

/** Headers of every answer of the Web API. */
const standardHeaders = { 'OData-Version': '4.0', 'Cache-Control': 'no-cache' };

/** Dataverse's Web API over HTTP. */
export function webApiRoutes(host: WebApiHost): FastifyPluginCallback {
  return (server, _options, done) => {
    server.addHook('onRequest', (_request, reply, done) => {
      void reply.headers(standardHeaders);
      done();
    });
    server.setErrorHandler((error, _request, reply) => sendError(reply, error));
    server.setNotFoundHandler((_request, reply) => {
      sendError(reply, new DataverseError(404, errorCodes.badRequest, 'Not Found'));
    });
    server.all('/*', async (request, reply) => {
      const started = Date.now();
      const caller = callerOf(request, host.users, host.defaultUserId);
      reply.raw.once('close', () => {
        host.log.add({
          method: request.method,
          path: request.url,
          status: reply.raw.headersSent ? reply.raw.statusCode : 0,
          userId: caller?.userId ?? null,
          started,
          finished: Date.now(),
        });
      });
      await wait(host.latency());
      const fault = host.faults.take();
      if (fault) {
        return fail(reply, fault);
      }
      if (!caller) {
        return reply.status(401).header('WWW-Authenticate', 'Bearer').send();
      }
      const [address = '', query = ''] = splitOnce(request.url, '?');
      return send(
        reply,
        host.webApi.answer({
          method: request.method,
          path: address.slice(webApiPath.length + 1),
          query,
          root: `${request.protocol}://${request.host}${webApiPath}`,
          header: (name) => headerOf(request, name),
          body: request.body,
          caller,
        }),
      );
    });
    done();
  };
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function send(reply: FastifyReply, { status, headers, body }: WebApiReply): FastifyReply {
  void reply.status(status).headers(headers);
  if (body === undefined) {
    return reply.send();
  }
  return typeof body === 'number'
    ? reply.type('text/plain').send(String(body))
    : reply.type('application/json; odata.metadata=minimal').send(JSON.stringify(body));
}

/** Dataverse's error shape; whatever is no refusal of its own is reported as its unexpected error. */
function sendError(reply: FastifyReply, error: unknown): void {
  const refusal = error instanceof DataverseError ? error : unexpected(error);
  void reply
    .status(refusal.status)
    .type('application/json; odata.metadata=minimal')
    .send(JSON.stringify({ error: { code: refusal.code, message: refusal.message } }));
}

function unexpected(error: unknown): DataverseError {
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  // Below 500 it is Fastify that refuses: a body that is no JSON, or too large.
  return status < 500 && error instanceof Error
    ? new DataverseError(
        status,
        errorCodes.badPayload,
        `Error identified in Payload provided by the user for Entity :''  ---->  InnerException : ${error.message}`,
      )
    : new DataverseError(500, errorCodes.unexpected, 'An unexpected error occurred.');
}

function fail(reply: FastifyReply, fault: Fault): FastifyReply {
  switch (fault.kind) {
    case 'throttled': {
      void reply.header('Retry-After', String(fault.retryAfterSeconds));
      const message = 'Number of requests exceeded the limit of 8000 over time window of 300 seconds.';
      sendError(reply, new DataverseError(429, errorCodes.tooManyRequests, message));
      return reply;
    }
    case 'unavailable':
      return reply.status(503).type('text/html').send("<h2>Our services aren't available right now</h2>");
    case 'reset':
      reply.hijack();
      reply.raw.destroy();
      return reply;
  }
}
