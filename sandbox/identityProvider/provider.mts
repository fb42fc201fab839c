import { generateKeyPairSync } from 'node:crypto';
import { errors, Provider, type ResourceServer } from 'oidc-provider';
import { identityPaths, type IdentityProviderSettings } from './settings';

/** RSA keys of this length sign Microsoft Entra's tokens. */
const keyBits = 2048;

/**
 * An authorization server that gives one application tokens for one Dataverse, and nothing else to anybody.
 * @param origin of the server that it will be put into
 */
export function applicationTokenProvider(origin: string, settings: IdentityProviderSettings): Provider {
  const { tenantId, clientId, clientSecret, audience, tokenSeconds } = settings;
  const paths = identityPaths(tenantId);
  /** In version 2.0 an application asks for everything that it was granted on a resource. */
  const scope = `${audience}/.default`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: keyBits });
  const dataverse: ResourceServer = {
    scope,
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: tokenSeconds,
    jwt: { sign: { alg: 'RS256' } },
  };
  return new Provider(`${origin}${paths.issuer}`, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: tenantId }] },
    scopes: [scope],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        // The scope says which resource is meant, as with Entra, where a request has no `resource`.
        defaultResource: ({ oidc }) => {
          const asked = oidc.params?.['scope'];
          if (asked !== scope) {
            throw new errors.InvalidScope(
              'there is no such resource',
              typeof asked === 'string' ? asked : '',
            );
          }
          return audience;
        },
        getResourceServerInfo: (_, resource) => {
          if (resource !== audience) {
            throw new errors.InvalidTarget();
          }
          return dataverse;
        },
      },
    },
    ttl: { ClientCredentials: tokenSeconds },
    extraTokenClaims: () => ({ appid: clientId, tid: tenantId, idtyp: 'app' }),
    routes: { token: paths.token, jwks: paths.keys },
  });
}
