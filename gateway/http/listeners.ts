import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';

/** A certificate with its key, in PEM. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

export interface ListenerLimits {
  /** Null: TLS ends in front of the gateway. */
  readonly tls: Tls | null;
  /** Milliseconds within which a whole request must have come. */
  readonly receiveMs: number;
  /** Milliseconds that a connection may be silent while an answer is due or is being taken. */
  readonly silenceMs: number;
  readonly connections: number;
}

/** Node's servers behind Fastify; a name such as localhost has one for each of its addresses. */
export interface Listeners {
  readonly create: (handler: RequestListener) => Server;
  /** Ends the connections on which nothing has come yet; Node counts them as busy, and browsers open some in advance. */
  readonly endSilent: () => void;
  /** Ends every connection, whatever is under way on it. */
  readonly breakOff: () => void;
}

/** Room for the longest address and the headers of a browser. */
const longestHead = 32 * 1024;

/** How often connections are checked for requests that take too long. */
const checkEveryMs = 1_000;

const keepAliveMs = 65_000;

export function listeners({ tls, receiveMs, silenceMs, connections }: ListenerLimits): Listeners {
  const open = new Set<Socket>();
  const options: ServerOptions = {
    maxHeaderSize: longestHead,
    headersTimeout: receiveMs,
    requestTimeout: receiveMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: Math.min(checkEveryMs, receiveMs),
  };
  return {
    create: (handler) => {
      const server =
        tls === null
          ? createServer(options, handler)
          : createTlsServer({ ...options, ...tls, minVersion: 'TLSv1.2' }, handler);
      server.maxConnections = connections;
      server.setTimeout(silenceMs);
      server.on('connection', (socket: Socket) => {
        open.add(socket);
        socket.once('close', () => open.delete(socket));
      });
      return server;
    },
    endSilent: () => {
      for (const socket of open) {
        if (socket.bytesRead === 0) {
          socket.destroy();
        }
      }
    },
    breakOff: () => open.forEach((socket) => socket.destroy()),
  };
}
