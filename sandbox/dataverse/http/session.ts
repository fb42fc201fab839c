import type { FastifyRequest } from 'fastify';
import type { Caller } from '../security/caller';
import type { Users } from '../users';

/** Cookie that holds the id of the signed-in user. The sandbox asks for no password. */
export const sessionCookie = 'sandboxUser';

/** The cookie's header value for a user. */
export function sessionCookieFor(userId: string): string {
  return `${sessionCookie}=${userId}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Id of the user that a request is signed in as: the cookie's, else the default user's; null where there is none. */
export function signedInUserId(request: FastifyRequest, defaultUserId: () => string | null): string | null {
  const cookie = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === sessionCookie);
  return cookie?.[1] ?? defaultUserId();
}

/** The person who is signed in with a request; null when nobody or an unknown user is. */
export function callerOf(
  request: FastifyRequest,
  users: Users,
  defaultUserId: () => string | null,
): Caller | null {
  const userId = signedInUserId(request, defaultUserId);
  return userId === null ? null : users.caller(userId);
}
