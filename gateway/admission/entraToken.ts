import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Now } from '../clock';
import type { EntraConfiguration } from '../configuration/configuration';
import type { Caller } from './accessToken';
import { scopesAmong } from './scope';

/** Between Microsoft's clock and ours. */
const clockToleranceSeconds = 120;

const keysTimeoutMs = 5_000;

/** Object ids of Microsoft Entra are GUIDs. */
const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** jose's codes for a key set that did not come in time, and for one that came with another status than 200. */
const keysUnreadable: readonly string[] = [errors.JWKSTimeout.code, errors.JOSEError.code];

/** The keys of the issuer cannot be read, so that no token can be judged. */
export class EntraUnavailable extends Error {
  public override readonly name = 'EntraUnavailable';
}

/**
 * Checks tokens that Microsoft Entra issued for the gateway. What they let their holder ask stands in `roles`, the
 * app roles that an administrator gave to users and groups; `scp` only says that the user let an app act for them.
 * @returns a function that gives the caller, or null where the token is not valid
 */
export function entraTokens(
  { issuer, audience, keysUrl }: EntraConfiguration,
  now: Now,
): (token: string) => Promise<Caller | null> {
  const keys = createRemoteJWKSet(new URL(keysUrl), { timeoutDuration: keysTimeoutMs });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer,
        audience,
        requiredClaims: ['oid', 'iat', 'nbf', 'exp'],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(now()),
      });
      const { oid, roles } = payload;
      if (typeof oid !== 'string' || !objectId.test(oid)) {
        return null;
      }
      // A user without app roles has a token without the claim.
      const words = Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
      return { userId: `entra:${oid.toLowerCase()}`, scopes: scopesAmong(words), origin: null };
    } catch (failure) {
      if (!(failure instanceof errors.JOSEError) || keysUnreadable.includes(failure.code)) {
        throw new EntraUnavailable('the keys of the issuer cannot be read');
      }
      return null;
    }
  };
}
