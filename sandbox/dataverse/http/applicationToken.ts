import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

/** Who issues the tokens of applications, and for whom. */
export interface TrustedIssuer {
  readonly issuer: string;
  /** Address of the issuer's public keys (JWKS). */
  readonly keysUrl: string;
  /** What the tokens must be made for: the address of this environment. */
  readonly audience: string;
}

/**
 * Checks a token.
 * @returns the client id of the application that it was issued to; null: the token is not valid here
 */
export type ApplicationOf = (token: string) => Promise<string | null>;

/** Checks tokens by the issuer's signature, address, audience and time, as Dataverse does with Microsoft Entra's. */
export function applicationTokens({ issuer, keysUrl, audience }: TrustedIssuer): ApplicationOf {
  const keys = createRemoteJWKSet(new URL(keysUrl));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer,
        audience,
        requiredClaims: ['iat', 'exp'],
      });
      // `appid` in Entra's tokens of version 1.0, `azp` in those of 2.0 (Microsoft Learn, "Access token claims reference").
      const application = payload['appid'] ?? payload['azp'];
      return typeof application === 'string' ? application : null;
    } catch (failure) {
      if (failure instanceof errors.JOSEError) {
        return null;
      }
      throw failure;
    }
  };
}
