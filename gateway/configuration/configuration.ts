import { ConfigurationError } from './problem';
import { readSettings, type SettingSources } from './readSettings';
import type { SettingValues } from './settings';
import { isClearText } from './values';

/** Tokens of Microsoft Entra that are accepted beside the gateway's own. */
export interface EntraConfiguration {
  readonly issuer: string;
  readonly audience: string;
  /** Address of the issuer's key set (JWKS). */
  readonly keysUrl: string;
}

/** The checked configuration: every setting by itself, and what follows from several. */
export interface GatewayConfiguration extends Omit<SettingValues, 'tokenEndpoint' | 'audience'> {
  /** Where the application user gets its tokens. */
  readonly tokenEndpoint: string;
  /** Audience of the gateway's own tokens. */
  readonly audience: string;
  readonly entra: EntraConfiguration | null;
}

/** Microsoft Entra's token endpoint of a tenant (Microsoft Learn, "OAuth 2.0 client credentials flow"). */
function entraTokenEndpoint(tenantId: string): string {
  return `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
}

function tokenEndpointOf({ tokenEndpoint, tenantId }: SettingValues, problems: string[]): string {
  if (tokenEndpoint !== null) {
    return tokenEndpoint;
  }
  if (tenantId !== null) {
    return entraTokenEndpoint(tenantId);
  }
  problems.push(
    'dataverse.tenantId (DATAVERSE_TENANT_ID) is missing, and so is dataverse.tokenEndpoint (DATAVERSE_TOKEN_ENDPOINT)',
  );
  return '';
}

function entraOf(values: SettingValues, problems: string[]): EntraConfiguration | null {
  const { entraIssuer: issuer, entraAudience: audience, entraKeysUrl: keysUrl } = values;
  if (issuer !== null && audience !== null && keysUrl !== null) {
    return { issuer, audience, keysUrl };
  }
  if (issuer !== null || audience !== null || keysUrl !== null) {
    problems.push(
      'entra.issuer (ENTRA_ISSUER), entra.audience (ENTRA_AUDIENCE) and entra.keysUrl (ENTRA_KEYS_URL) ' +
        'belong together: give all three, or none',
    );
  }
  return null;
}

function checkTogether(values: SettingValues, problems: string[]): void {
  if (isClearText(values.odataUrl) && !values.allowHttp) {
    problems.push(
      'businessCentral.odataUrl (BC_ODATA_URL) must be https, since the key goes with every request; ' +
        'businessCentral.allowHttp (BC_ALLOW_HTTP) permits http inside a network that is trusted',
    );
  }
  if ((values.tlsCertificateFile === null) !== (values.tlsKeyFile === null)) {
    problems.push(
      'tls.certificateFile (TLS_CERTIFICATE_FILE) and tls.keyFile (TLS_KEY_FILE) belong together',
    );
  }
  // Basic authentication ends the user name at the first colon (RFC 7617 §2).
  if (values.userName.includes(':')) {
    problems.push('businessCentral.userName (BC_USER_NAME) must not hold a colon');
  }
}

/**
 * Reads and checks the configuration.
 * @throws ConfigurationError naming every setting that has to be mended; no value of a secret is in it
 */
export function readConfiguration(sources: SettingSources): GatewayConfiguration {
  const values = readSettings(sources);
  const problems: string[] = [];
  const configuration: GatewayConfiguration = {
    ...values,
    tokenEndpoint: tokenEndpointOf(values, problems),
    // Two environments that share a signing key by mistake still do not take each other's tokens.
    audience:
      values.audience ?? `urn:business-central-for-sales:gateway:${new URL(values.dataverseUrl).host}`,
    entra: entraOf(values, problems),
  };
  checkTogether(values, problems);
  if (problems.length > 0) {
    throw new ConfigurationError(problems);
  }
  return configuration;
}

/** The values that must never be seen in a log or an answer. */
export function secretsOf(configuration: GatewayConfiguration): readonly string[] {
  const { userName, webServiceAccessKey, clientSecret, redisUrl, metricsToken, signingKeys } = configuration;
  return [
    webServiceAccessKey,
    Buffer.from(`${userName}:${webServiceAccessKey}`).toString('base64'),
    clientSecret,
    encodeURIComponent(clientSecret),
    redisUrl === null ? '' : new URL(redisUrl).password,
    metricsToken ?? '',
    ...(signingKeys ?? []).map((key) => Buffer.from(key).toString('base64')),
  ].filter((secret) => secret !== '');
}
