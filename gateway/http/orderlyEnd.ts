import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** So long a connection that has just been made may wait for its first byte while the server ends. */
const silenceMs = 250;

/**
 * Prepares the end of a server that loses no request: what is under way is answered, and connections on which
 * nothing is under way are ended.
 * @returns ends the server; what is still under way after `longestMs` is broken off
 */
export function orderlyEnd(server: FastifyInstance): (longestMs: number) => Promise<void> {
  const open = new Set<Socket>();
  server.server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async (longestMs) => {
    const ended = server.close();
    // Node counts a connection as idle only after its first request, and browsers open some in advance.
    const endSilent = setTimeout(() => {
      for (const socket of open) {
        if (socket.bytesRead === 0) {
          socket.destroy();
        }
      }
    }, silenceMs);
    const breakOff = setTimeout(() => server.server.closeAllConnections(), longestMs);
    await ended;
    clearTimeout(endSilent);
    clearTimeout(breakOff);
  };
}
