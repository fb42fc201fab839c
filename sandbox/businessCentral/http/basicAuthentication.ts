import { createHash, timingSafeEqual } from 'node:crypto';
import type { BusinessCentralUser } from '../options';

function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/**
 * The user behind an Authorization header: user name and web service access key, the name without regard to case.
 * @returns null where the header is missing, no user has this key, or the key has expired
 */
export function authenticatedUser(
  header: string | undefined,
  users: readonly BusinessCentralUser[],
  now: Date = new Date(),
): BusinessCentralUser | null {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) {
    return null;
  }
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  const userName = credentials.slice(0, colon).toLowerCase();
  const user = users.find((candidate) => candidate.userName.toLowerCase() === userName);
  if (
    colon < 0 ||
    user === undefined ||
    !sameSecret(credentials.slice(colon + 1), user.webServiceAccessKey)
  ) {
    return null;
  }
  return user.keyExpires !== undefined && user.keyExpires <= now ? null : user;
}
