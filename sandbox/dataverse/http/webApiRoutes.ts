import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { DataverseError, errorCodes } from '../dataverseError';
import type { Caller } from '../security/caller';
import type { Users } from '../users';
import type { Fault, Faults } from '../webApi/faults';
import type { RequestLog } from '../webApi/requestLog';
import type { WebApi } from '../webApi/webApi';
import type { WebApiReply } from '../webApi/webApiRequest';
import type { ApplicationOf } from './applicationToken';
import type { OwnTokens } from './ownTokens';
import { callerOf } from './session';

export const webApiPath = '/api/data/v9.2';

/** What the Web API needs of the small Dataverse around it. */
export interface WebApiHost {
  readonly webApi: WebApi;
  readonly users: Users;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly defaultUserId: () => string | null;
  readonly ownTokens: OwnTokens;
  /** Null: other tokens are not accepted, since no issuer is trusted. */
  readonly applicationOf: () => ApplicationOf | null;
  /** Milliseconds that every call waits before it is answered. */
  readonly latency: () => number;
  /** The clock of the organization. */
  readonly now: () => Date;
}

/** Headers of every answer of the Web API. */
const standardHeaders = { 'OData-Version': '4.0', 'Cache-Control': 'no-cache' };

/** A solution comes in Base64, and may be as large as Dataverse takes it (Microsoft Learn, "Solution size limits": 95 MB). */
const largestBody = 128 * 1024 * 1024;

const bearer = /^Bearer +(\S+)$/i;

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
    server.addHook('onRequest', async (request, reply) => {
      const started = Date.now();
      // The date is the organization's, by which its rows are dated.
      void reply.headers({ ...standardHeaders, Date: host.now().toUTCString() });
      calls.set(request, { caller: null, started });
      calls.set(request, { caller: await whoCalls(request, host), started });
    });
    server.addHook('onSend', (request, reply, payload, next) => {
      log(request, reply.statusCode);
      next(null, payload);
    });
    server.setErrorHandler((error, _request, reply) => sendError(reply, refusalFor(error)));
    server.setNotFoundHandler((_request, reply) =>
      sendError(reply, new DataverseError(404, errorCodes.badRequest, 'Not Found')),
    );
    server.all('/*', { bodyLimit: largestBody }, async (request, reply) => {
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

/**
 * Who calls: whoever the token was issued to where there is one, else the person who is signed in. A bad token is
 * never made up for by a cookie.
 * @throws DataverseError 403 where the application has no user
 */
async function whoCalls(request: FastifyRequest, host: WebApiHost): Promise<Caller | null> {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    return callerOf(request, host.users, host.defaultUserId);
  }
  const token = bearer.exec(authorization)?.[1];
  const applicationId =
    token === undefined
      ? null
      : (host.ownTokens.applicationOf(token) ?? (await host.applicationOf()?.(token)));
  if (applicationId === null || applicationId === undefined) {
    return null;
  }
  const caller = host.users.application(applicationId);
  if (caller === null) {
    throw new DataverseError(403, errorCodes.notAMember, 'The user is not a member of the organization.');
  }
  return caller;
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
