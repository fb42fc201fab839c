import type { Socket } from 'node:net';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Measures } from '../observability/measures';
import { errorBody, Refusal } from '../refusal';
import { correlationHeader, correlationId } from './correlation';
import { answerCrossOrigin } from './crossOrigin';
import { answerFailure } from './failureAnswer';
import { takeJsonAndForms } from './jsonBody';
import type { Listeners } from './listeners';
import { freshNotes } from './requestNotes';

export interface HardenedServerOptions {
  readonly listeners: Listeners;
  readonly allowedOrigins: ReadonlySet<string>;
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Every path that exists; all others are one and the same to the router. */
  readonly paths: readonly string[];
  readonly measures: Measures;
  readonly newId: () => string;
  /** True once the gateway is about to stop. */
  readonly isDraining: () => boolean;
  readonly log: FastifyBaseLogger;
}

/** No larger body is even begun, whoever sends it. */
const longestDeclaredBody = 1024 * 1024;

/** The answers are data for scripts of other origins; a browser must never show or run them. */
const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const transportSecurity = { 'strict-transport-security': 'max-age=31536000' };

const nowhere = '/nothing-here';

/** What Node's parser refuses never becomes a request; it is answered in one line, and the connection ends. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? '408 Request Timeout'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request';
  if (socket.writable && socket.bytesWritten === 0) {
    const body = errorBody('Gateway_BadRequest', 'The request is no proper HTTP.');
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n` +
        `Connection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

/** A server that takes little, answers everything in one form, and knows each request by an id. */
export function hardenedServer(options: HardenedServerOptions): FastifyInstance {
  const { allowedOrigins, trustedProxies, paths, measures, newId, isDraining, log } = options;
  const server: FastifyInstance = fastify({
    serverFactory: options.listeners.create,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: (request) => correlationId(request.headers[correlationHeader], newId),
    clientErrorHandler: answerUnreadable,
    // The router decodes what it is given. It is given one of the known paths, and never what the caller wrote.
    rewriteUrl: ({ url = '' }) => {
      const path = url.split('?', 1)[0] ?? '';
      return (
        paths.find((known) => (known.endsWith('/') ? path.startsWith(known) : path === known)) ?? nowhere
      );
    },
  });
  takeJsonAndForms(server);
  // Each request gets its own in the first hook; Fastify wants to know the shape beforehand.
  server.decorateRequest('notes');

  server.addHook('onRequest', async (request, reply) => {
    request.notes = freshNotes();
    void reply.headers({ ...securityHeaders, [correlationHeader]: request.id });
    if (request.protocol === 'https') {
      void reply.headers(transportSecurity);
    }
    if (answerCrossOrigin(request, reply, allowedOrigins)) {
      return reply;
    }
    if (Number(request.headers['content-length'] ?? '0') > longestDeclaredBody) {
      void reply.header('connection', 'close');
      throw new Refusal('Gateway_TooLarge', 'The body is larger than the gateway takes.');
    }
  });

  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (isDraining()) {
      void reply.header('connection', 'close');
    }
    done();
  });

  server.addHook('onResponse', (request, reply, done) => {
    const { route, caller, asked, parts, sources, reason } = request.notes;
    measures.request(route, reply.statusCode, reply.elapsedTime / 1000);
    if (route !== 'health' && route !== 'metrics') {
      request.log.info(
        {
          route,
          method: request.method,
          status: reply.statusCode,
          tookMs: Math.round(reply.elapsedTime),
          ...(caller === null ? {} : { user: caller.userId }),
          ...(parts === 0 ? {} : { asked: [...asked], parts, sources }),
          ...(reason === '' ? {} : { reason }),
        },
        'answered',
      );
    }
    done();
  });

  server.setErrorHandler(answerFailure);
  server.setNotFoundHandler(() => {
    throw new Refusal('Gateway_NotFound', 'There is nothing at this address.');
  });
  return server;
}
