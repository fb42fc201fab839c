import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWTPayload, KeyLike } from 'jose';
import type { TrustedIssuer } from '../../../sandbox/dataverse/http/applicationToken';

/** An issuer whose tokens can be anything that a test wants. */
export interface TokenIssuer {
  readonly trusted: TrustedIssuer;
  /** A good token of an application, unless claims or key are given that are not. */
  token(applicationId: string, claims?: JWTPayload, key?: KeyLike): Promise<string>;
  close(): Promise<void>;
}

export const audience = 'http://localhost:8080';

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = 'test';
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] });
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  const issuer = 'http://127.0.0.1/tenant/';
  return {
    trusted: { issuer, keysUrl, audience },
    token: (applicationId, claims = {}, key = privateKey) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: issuer,
        aud: audience,
        appid: applicationId,
        iat: now,
        nbf: now,
        exp: now + 600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(key);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
