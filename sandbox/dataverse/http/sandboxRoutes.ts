import type { FastifyPluginCallback } from 'fastify';
import type { Users } from '../users';
import { sessionCookieFor, signedInUserId } from './session';

/** What the real one has no counterpart for: `GET /users` lists the users, `POST /sign-in` signs in as one of them. */
export function sandboxRoutes(users: Users, defaultUserId: () => string | null): FastifyPluginCallback {
  return (server, _options, done) => {
    server.get('/users', (request) => {
      const signedIn = signedInUserId(request, defaultUserId);
      return users.list().map((user) => ({ ...user, signedIn: user.id === signedIn }));
    });
    server.post('/sign-in', (request, reply) => {
      const userId = userIdIn(request.body);
      if (userId === null || !users.caller(userId)) {
        return reply.status(404).send({ error: 'There is no such user.' });
      }
      return reply.status(204).header('Set-Cookie', sessionCookieFor(userId)).send();
    });
    done();
  };
}

function userIdIn(body: unknown): string | null {
  const userId = typeof body === 'object' && body !== null && 'userId' in body ? body.userId : null;
  return typeof userId === 'string' ? userId.toLowerCase() : null;
}
