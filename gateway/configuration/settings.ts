import { renameableServices } from '../relay/services';
import { isRecord } from '../isRecord';
import { companies } from './companies';
import { SettingProblem } from './problem';
import {
  anyAddress,
  flag,
  json,
  list,
  network,
  number,
  oneOf,
  origin,
  secureAddress,
  text,
  longText,
  wholeNumber,
  type ReadValue,
} from './values';

/** One setting of the gateway. */
export interface Setting<T> {
  /** Where it stands in the JSON file, dots between the levels. */
  readonly path: string;
  /** The environment variable; it wins over the file. */
  readonly environment: string;
  /** True: may come out of a file, and is struck out of logs. */
  readonly secret: boolean;
  readonly read: ReadValue<T>;
  /** Absent: the setting must be given. */
  readonly fallback?: { readonly value: T };
}

function required<T>(path: string, environment: string, read: ReadValue<T>): Setting<T> {
  return { path, environment, secret: false, read };
}

function optional<T, F>(path: string, environment: string, read: ReadValue<T>, fallback: F): Setting<T | F> {
  return { path, environment, secret: false, read, fallback: { value: fallback } };
}

function secret<T>(setting: Setting<T>): Setting<T> {
  return { ...setting, secret: true };
}

const odataAddress: ReadValue<string> = (raw) => {
  const address = anyAddress(raw);
  if (!/\/ODataV4$/.test(address) || address.includes('?')) {
    throw new SettingProblem('must end with /ODataV4, as on the page Web Services in Business Central');
  }
  return address;
};

/** HMAC with SHA-256 wants a key of at least its own length (RFC 7518 §3.2). */
const shortestSigningKey = 32;

const signingKey: ReadValue<Uint8Array> = (raw) => {
  const value = text(raw);
  const bytes = /^[A-Za-z0-9+/_-]+={0,2}$/.test(value) ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (bytes.length < shortestSigningKey) {
    throw new SettingProblem(`must be ${shortestSigningKey} or more random bytes each, in base64`);
  }
  return new Uint8Array(bytes);
};

const renamedServices: ReadValue<Readonly<Record<string, string>>> = (raw) => {
  const names = json(raw);
  if (!isRecord(names)) {
    throw new SettingProblem('must be an object of published names by contract names');
  }
  const entries = Object.entries(names).map(([service, name]) => {
    if (!renameableServices.includes(service)) {
      throw new SettingProblem(`names a service that the gateway does not know: ${service}`);
    }
    const published = text(name);
    if (!/^\w{1,240}$/.test(published)) {
      throw new SettingProblem(`the published name of ${service} must be letters, digits and underscores`);
    }
    return [service, published] as const;
  });
  return Object.fromEntries(entries);
};

const redisAddress: ReadValue<string> = (raw) => {
  const value = text(raw);
  if (!/^rediss?:\/\//.test(value) || !URL.canParse(value)) {
    throw new SettingProblem('must be a redis:// or rediss:// address');
  }
  return value;
};

/** All settings of the gateway; `docs/gateway.md` explains each. */
export const settings = {
  odataUrl: required('businessCentral.odataUrl', 'BC_ODATA_URL', odataAddress),
  allowHttp: optional('businessCentral.allowHttp', 'BC_ALLOW_HTTP', flag, false),
  companies: required('businessCentral.companies', 'BC_COMPANIES', companies),
  userName: required('businessCentral.userName', 'BC_USER_NAME', text),
  webServiceAccessKey: secret(
    required('businessCentral.webServiceAccessKey', 'BC_WEB_SERVICE_ACCESS_KEY', text),
  ),
  services: optional('businessCentral.services', 'BC_SERVICES', renamedServices, {}),
  concurrentRequests: optional(
    'businessCentral.concurrentRequests',
    'BC_CONCURRENT_REQUESTS',
    wholeNumber(1, 100),
    5,
  ),
  timeoutSeconds: optional('businessCentral.timeoutSeconds', 'BC_TIMEOUT_SECONDS', number(0.1, 480), 15),

  dataverseUrl: required('dataverse.url', 'DATAVERSE_URL', secureAddress),
  tenantId: optional('dataverse.tenantId', 'DATAVERSE_TENANT_ID', text, null),
  tokenEndpoint: optional('dataverse.tokenEndpoint', 'DATAVERSE_TOKEN_ENDPOINT', secureAddress, null),
  clientId: required('dataverse.clientId', 'DATAVERSE_CLIENT_ID', text),
  clientSecret: secret(required('dataverse.clientSecret', 'DATAVERSE_CLIENT_SECRET', text)),

  allowedOrigins: required('allowedOrigins', 'ALLOWED_ORIGINS', list(origin)),
  signingKeys: secret(optional('tokens.signingKeys', 'SIGNING_KEYS', list(signingKey), null)),
  audience: optional('tokens.audience', 'TOKEN_AUDIENCE', text, null),
  entraIssuer: optional('entra.issuer', 'ENTRA_ISSUER', secureAddress, null),
  entraAudience: optional('entra.audience', 'ENTRA_AUDIENCE', text, null),
  entraKeysUrl: optional('entra.keysUrl', 'ENTRA_KEYS_URL', secureAddress, null),

  cacheSeconds: optional('cacheSeconds', 'CACHE_SECONDS', number(0, 300), 15),
  redisUrl: secret(optional('redisUrl', 'REDIS_URL', redisAddress, null)),
  waitingPerUser: optional('limits.waitingPerUser', 'LIMIT_WAITING_PER_USER', wholeNumber(1, 1000), 30),
  waitingInAll: optional('limits.waitingInAll', 'LIMIT_WAITING_IN_ALL', wholeNumber(1, 100_000), 2000),
  waitingSeconds: optional('limits.waitingSeconds', 'LIMIT_WAITING_SECONDS', number(0.1, 120), 8),
  receiveSeconds: optional('limits.receiveSeconds', 'LIMIT_RECEIVE_SECONDS', number(0.1, 120), 10),
  connections: optional('limits.connections', 'LIMIT_CONNECTIONS', wholeNumber(10, 100_000), 15_000),

  host: optional('host', 'HOST', text, '0.0.0.0'),
  port: optional('port', 'PORT', wholeNumber(0, 65_535), 8080),
  tlsCertificateFile: optional('tls.certificateFile', 'TLS_CERTIFICATE_FILE', text, null),
  tlsKeyFile: optional('tls.keyFile', 'TLS_KEY_FILE', text, null),
  trustedProxies: optional('trustedProxies', 'TRUSTED_PROXIES', list(network), []),
  metricsToken: secret(optional('metricsToken', 'METRICS_TOKEN', longText(16), null)),
  drainSeconds: optional('drainSeconds', 'DRAIN_SECONDS', number(0, 120), 5),
  logLevel: optional('logLevel', 'LOG_LEVEL', oneOf(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
} as const;

type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** The value of each setting. */
export type SettingValues = { readonly [Name in keyof typeof settings]: ValueOf<(typeof settings)[Name]> };
