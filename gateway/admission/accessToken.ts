import { createHash, createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT, type JWTVerifyGetKey } from 'jose';
import type { Now } from '../clock';
import { scopesAmong, type Scope } from './scope';

/** Who asks, and what they may ask. */
export interface Caller {
  /** systemuserid in lower case, or `entra:` and the object id. */
  readonly userId: string;
  readonly scopes: readonly Scope[];
  /** The only origin whose pages may use the token; null: the token is not bound to one. */
  readonly origin: string | null;
}

/** Seconds for which an access token is valid. */
export const accessTokenSeconds = 900;

/**
 * HMAC with SHA-256: the gateway alone issues and checks these tokens, so a key pair would add nothing but time, and
 * one algorithm that is fixed leaves nothing to confuse it with (RFC 8725 §3.1).
 */
const algorithm = 'HS256';
const tokenType = 'at+jwt';
const issuer = 'urn:business-central-for-sales:gateway';

/** Clocks of several instances may differ by this; a token is valid from so many seconds before it was issued. */
const clockToleranceSeconds = 120;

export interface AccessTokenParts {
  /** The first one signs, all of them are taken: keys are changed by putting a new one in front. */
  readonly signingKeys: readonly Uint8Array[];
  readonly audience: string;
  readonly now: Now;
  /** A fresh id for each token. */
  readonly newId: () => string;
}

export interface AccessTokens {
  /** @param origin of the page that exchanged the ticket */
  issue(userId: string, scopes: readonly Scope[], origin: string): Promise<string>;
  /** Null: the token is not valid. */
  callerOf(token: string): Promise<Caller | null>;
}

/** Tells keys apart without telling anything of them. */
function keyId(key: Uint8Array): string {
  return createHash('sha256').update('key id').update(key).digest('hex').slice(0, 16);
}

/** The gateway's own access tokens (RFC 9068). */
export function accessTokens({ signingKeys, audience, now, newId }: AccessTokenParts): AccessTokens {
  const keys = new Map(signingKeys.map((bytes) => [keyId(bytes), createSecretKey(bytes)]));
  const [[kid, signingKey] = []] = keys;
  if (kid === undefined || signingKey === undefined) {
    throw new RangeError('There is no signing key');
  }
  const header = { alg: algorithm, typ: tokenType, kid };

  const keyOf: JWTVerifyGetKey = ({ kid: named = '' }) => {
    const key = keys.get(named);
    if (key === undefined) {
      throw new errors.JWSSignatureVerificationFailed();
    }
    return key;
  };

  return {
    issue: (userId, scopes, origin) => {
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT({ scope: scopes.join(' '), origin })
        .setProtectedHeader(header)
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(userId)
        .setJti(newId())
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt - clockToleranceSeconds)
        .setExpirationTime(issuedAt + accessTokenSeconds)
        .sign(signingKey);
    },
    callerOf: async (token) => {
      try {
        const { payload } = await jwtVerify(token, keyOf, {
          algorithms: [algorithm],
          typ: tokenType,
          issuer,
          audience,
          requiredClaims: ['sub', 'scope', 'origin', 'iat', 'nbf', 'exp', 'jti'],
          currentDate: new Date(now()),
        });
        const { sub, scope, origin } = payload;
        return typeof sub === 'string' && typeof scope === 'string' && typeof origin === 'string'
          ? { userId: sub, scopes: scopesAmong(scope.split(' ')), origin }
          : null;
      } catch (failure) {
        if (failure instanceof errors.JOSEError) {
          return null;
        }
        throw failure;
      }
    },
  };
}
