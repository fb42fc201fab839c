import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { DataverseError, errorCodes } from '../dataverseError';
import type { Caller } from '../security/caller';
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

const jsonType = 'application/json; odata.metadata=minimal';

/** Who calls, and when the call came in. */
interface Call {
  readonly caller: Caller | null;
  readonly started: number;
}

/** Dataverse's Web API over HTTP. */
export function webApiRoutes(host: WebApiHost): FastifyPluginCallback {
  const calls = new WeakMap<FastifyRequest, Call>();
  const callOf = (request: FastifyRequest): Call =>
    calls.get(request) ?? { caller: null, started: Date.now() };
  const log = (request: FastifyRequest, status: number): void => {
    const { caller, started } = callOf(request);
    const { method, url } = request;
    host.log.add({
      method,
      path: url,
      status,
      userId: caller?.userId ?? null,
      started,
      finished: Date.now(),
    });
  };

  return (server, _options, done) => {
    server.addHook('onRequest', (request, reply, next) => {
      calls.set(request, {
        caller: callerOf(request, host.users, host.defaultUserId),
        started: Date.now(),
      });
      void reply.headers(standardHeaders);
      next();
    });
    server.addHook('onSend', (request, reply, payload, next) => {
      log(request, reply.statusCode);
      next(null, payload);
    });
    server.setErrorHandler((error, _request, reply) => sendError(reply, refusalFor(error)));
    server.setNotFoundHandler((_request, reply) =>
      sendError(reply, new DataverseError(404, errorCodes.badRequest, 'Not Found')),
    );
    server.all('/*', async (request, reply) => {
      const { caller } = callOf(request);
      await wait(host.latency());
      const fault = host.faults.take();
      if (fault?.kind === 'reset') {
        log(request, 0);
      }
      if (fault) {
        return fail(reply, fault);
      }
      return caller
        ? send(reply, host.webApi.answer(webApiRequestOf(request, caller)))
        : reply.status(401).header('WWW-Authenticate', 'Bearer').send();
    });
    done();
  };
}

function webApiRequestOf(request: FastifyRequest, caller: Caller) {
  const mark = request.url.indexOf('?');
  const address = mark < 0 ? request.url : request.url.slice(0, mark);
  return {
    method: request.method,
    path: address.slice(webApiPath.length + 1),
    query: mark < 0 ? '' : request.url.slice(mark + 1),
    root: `${request.protocol}://${request.host}${webApiPath}`,
    header: (name: string) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(',') : value;
    },
    body: request.body,
    caller,
  };
}

function send(reply: FastifyReply, { status, headers, body }: WebApiReply): FastifyReply {
  void reply.status(status).headers(headers);
  if (body === undefined) {
    return reply.send();
  }
  return typeof body === 'number'
    ? reply.type('text/plain').send(String(body))
    : reply.type(jsonType).send(JSON.stringify(body));
}

/** Dataverse's error shape. */
function sendError(reply: FastifyReply, { status, code, message }: DataverseError): FastifyReply {
  return reply
    .status(status)
    .type(jsonType)
    .send(JSON.stringify({ error: { code, message } }));
}

/** Whatever is no refusal of its own is Fastify's (a body that is no JSON, or too large), or unexpected. */
function refusalFor(error: unknown): DataverseError {
  if (error instanceof DataverseError) {
    return error;
  }
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
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
    case 'throttled':
      void reply.header('Retry-After', String(fault.retryAfterSeconds));
      return sendError(
        reply,
        new DataverseError(
          429,
          errorCodes.tooManyRequests,
          'Number of requests exceeded the limit of 8000 over time window of 300 seconds.',
        ),
      );
    case 'unavailable':
      return reply.status(503).type('text/html').send("<h2>Our services aren't available right now</h2>");
    case 'reset':
      void reply.hijack();
      reply.raw.destroy();
      return reply;
  }
}
