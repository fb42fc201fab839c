/** What the identity provider's process is told when it starts. It goes over the channel between the two processes. */
export interface IdentityProviderSettings {
  /** 0: any that is free. */
  readonly port: number;
  readonly tenantId: string;
  /** The application that may ask for tokens. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address of the Dataverse environment that the tokens are for. */
  readonly audience: string;
  /** Seconds for which a token is valid. */
  readonly tokenSeconds: number;
}

/** What it says once it listens. */
export interface IdentityProviderReady {
  readonly port: number;
}

/** Paths of Microsoft Entra (Microsoft Learn, "OAuth 2.0 client credentials flow", "OpenID Connect"). */
export function identityPaths(tenantId: string) {
  return {
    issuer: `/${tenantId}/v2.0`,
    token: `/${tenantId}/oauth2/v2.0/token`,
    keys: `/${tenantId}/discovery/v2.0/keys`,
  } as const;
}
