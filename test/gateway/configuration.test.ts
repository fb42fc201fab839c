import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration, type GatewayConfiguration } from '../../gateway/configuration/configuration';
import { settings } from '../../gateway/configuration/settings';

const key = 'Vm0wd2QyUXlVWGxXYTJSWFYwZG9WVmx0ZEhkV0Zs';
const secret = 'client~secret.of-the-tests';

const complete: Readonly<Record<string, string>> = {
  BC_ODATA_URL: 'https://bc01.contoso.example:7048/BC/ODataV4/',
  BC_COMPANIES: 'CRONUS International Ltd.',
  BC_USER_NAME: 'GATEWAY',
  BC_WEB_SERVICE_ACCESS_KEY: key,
  DATAVERSE_URL: 'https://contoso.crm4.dynamics.com/',
  DATAVERSE_TENANT_ID: '5c6241d0-74cc-48a2-b667-3eb0d738af72',
  DATAVERSE_CLIENT_ID: 'client',
  DATAVERSE_CLIENT_SECRET: secret,
  ALLOWED_ORIGINS: 'https://contoso.crm4.dynamics.com, https://contoso-test.crm4.dynamics.com/',
};

function read(
  changes: Readonly<Record<string, string | undefined>> = {},
  files: Readonly<Record<string, string>> = {},
): GatewayConfiguration {
  return readConfiguration({
    environment: { ...complete, ...changes },
    readFile: (path) => {
      const content = files[path];
      if (content === undefined) {
        throw new Error(`ENOENT ${path}`);
      }
      return content;
    },
  });
}

function problemOf(changes: Readonly<Record<string, string | undefined>>, files = {}): string {
  try {
    read(changes, files);
  } catch (failure) {
    return (failure as Error).message;
  }
  throw new Error('The configuration was taken');
}

describe('the configuration', () => {
  it('takes the environment, with defaults for what is not given', () => {
    expect(read()).toMatchObject({
      odataUrl: 'https://bc01.contoso.example:7048/BC/ODataV4',
      companies: [{ name: 'CRONUS International Ltd.', id: null }],
      dataverseUrl: 'https://contoso.crm4.dynamics.com',
      tokenEndpoint:
        'https://login.microsoftonline.com/5c6241d0-74cc-48a2-b667-3eb0d738af72/oauth2/v2.0/token',
      allowedOrigins: ['https://contoso.crm4.dynamics.com', 'https://contoso-test.crm4.dynamics.com'],
      audience: 'urn:business-central-for-sales:gateway:contoso.crm4.dynamics.com',
      signingKeys: null,
      entra: null,
      concurrentRequests: 5,
      cacheSeconds: 15,
      port: 8080,
    });
  });

  it('takes one JSON file, over which the environment wins', () => {
    const file = JSON.stringify({
      businessCentral: {
        companies: [
          "Director's Cut, Ltd.",
          { name: 'CRONUS AG', id: '70C0C603-F4F9-EF11-9344-6045BDC8C234' },
        ],
        webServiceAccessKey: { file: '/run/secrets/key' },
        services: { ItemCard: 'Item_Card_Sales' },
      },
      cacheSeconds: 5,
      port: 9000,
    });
    const configuration = read(
      {
        GATEWAY_CONFIGURATION: '/etc/gateway.json',
        BC_COMPANIES: undefined,
        BC_WEB_SERVICE_ACCESS_KEY: undefined,
        PORT: '9001',
      },
      { '/etc/gateway.json': file, '/run/secrets/key': `${key}\n` },
    );
    expect(configuration).toMatchObject({
      companies: [
        { name: "Director's Cut, Ltd.", id: null },
        { name: 'CRONUS AG', id: '70c0c603-f4f9-ef11-9344-6045bdc8c234' },
      ],
      webServiceAccessKey: key,
      services: { ItemCard: 'Item_Card_Sales' },
      cacheSeconds: 5,
      port: 9001,
    });
  });

  it('takes secrets from files that the environment names', () => {
    const configuration = read(
      { DATAVERSE_CLIENT_SECRET: undefined, DATAVERSE_CLIENT_SECRET_FILE: '/mnt/secret' },
      { '/mnt/secret': `${secret}\r\n` },
    );
    expect(configuration.clientSecret).toBe(secret);
  });

  it('takes several signing keys', () => {
    const keys = [randomBytes(32), randomBytes(48)];
    const configuration = read({ SIGNING_KEYS: keys.map((bytes) => bytes.toString('base64')).join(',') });
    expect(configuration.signingKeys?.map((bytes) => Buffer.from(bytes))).toEqual(keys);
  });

  it('names everything that is missing at once', () => {
    const message = problemOf(Object.fromEntries(Object.keys(complete).map((name) => [name, undefined])));
    for (const name of Object.keys(complete).filter((name) => name !== 'DATAVERSE_TENANT_ID')) {
      expect(message).toContain(`(${name}) is missing`);
    }
  });

  it.each<readonly [string, Readonly<Record<string, string | undefined>>, string]>([
    ['an address that is not that of the services', { BC_ODATA_URL: 'https://bc01/BC' }, 'BC_ODATA_URL'],
    ['an address in clear text', { BC_ODATA_URL: 'http://bc01:7048/BC/ODataV4' }, 'BC_ALLOW_HTTP'],
    [
      'an address with credentials',
      { DATAVERSE_URL: 'https://a:b@contoso.crm4.dynamics.com' },
      'DATAVERSE_URL',
    ],
    ['another scheme', { DATAVERSE_URL: 'ftp://contoso' }, 'DATAVERSE_URL'],
    ['neither tenant nor token endpoint', { DATAVERSE_TENANT_ID: undefined }, 'DATAVERSE_TOKEN_ENDPOINT'],
    ['any origin', { ALLOWED_ORIGINS: '*' }, 'ALLOWED_ORIGINS'],
    [
      'an origin with a path',
      { ALLOWED_ORIGINS: 'https://contoso.crm4.dynamics.com/main.aspx' },
      'ALLOWED_ORIGINS',
    ],
    ['an origin in clear text', { ALLOWED_ORIGINS: 'http://contoso.example' }, 'ALLOWED_ORIGINS'],
    ['no origin', { ALLOWED_ORIGINS: ' , ' }, 'ALLOWED_ORIGINS'],
    ['a user name with a colon', { BC_USER_NAME: 'a:b' }, 'BC_USER_NAME'],
    ['a user name with a line end', { BC_USER_NAME: 'a\r\nX: y' }, 'BC_USER_NAME'],
    ['a port that is none', { PORT: '80a' }, 'PORT'],
    ['no places', { BC_CONCURRENT_REQUESTS: '0' }, 'BC_CONCURRENT_REQUESTS'],
    ['half a place', { BC_CONCURRENT_REQUESTS: '2.5' }, 'BC_CONCURRENT_REQUESTS'],
    ['a service that nobody knows', { BC_SERVICES: '{"GeneralLedger":"x"}' }, 'BC_SERVICES'],
    ['a published name that is a path', { BC_SERVICES: '{"ItemCard":"../x"}' }, 'BC_SERVICES'],
    ['JSON that is none', { BC_SERVICES: '{' }, 'BC_SERVICES'],
    ['a company with something else beside', { BC_COMPANIES: '[{"name":"a","key":"b"}]' }, 'BC_COMPANIES'],
    ['half of the Entra settings', { ENTRA_AUDIENCE: 'api://x' }, 'ENTRA_ISSUER'],
    ['half of the TLS settings', { TLS_KEY_FILE: '/key' }, 'TLS_CERTIFICATE_FILE'],
    ['proxies that are no addresses', { TRUSTED_PROXIES: 'everybody' }, 'TRUSTED_PROXIES'],
    ['a network wider than it can be', { TRUSTED_PROXIES: '10.0.0.0/64' }, 'TRUSTED_PROXIES'],
    ['an address of Redis that is none', { REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
    ['a short token for the metrics', { METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    ['a level that is none', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL'],
    ['a file that is not there', { GATEWAY_CONFIGURATION: '/nowhere' }, 'GATEWAY_CONFIGURATION'],
  ])('refuses %s, and names the setting', (_, changes, name) => {
    expect(problemOf(changes)).toContain(name);
  });

  it('refuses a misspelt setting in the file', () => {
    const files = { '/etc/gateway.json': '{"businessCentral":{"cacheSecond":5},"ports":1}' };
    const message = problemOf({ GATEWAY_CONFIGURATION: '/etc/gateway.json' }, files);
    expect(message).toContain('there is no setting businessCentral.cacheSecond');
    expect(message).toContain('there is no setting ports');
  });

  it('never shows a secret in a refusal', () => {
    const short = Buffer.from('short signing key').toString('base64');
    const message = problemOf({
      SIGNING_KEYS: short,
      REDIS_URL: 'http://:password-of-redis@localhost',
      BC_WEB_SERVICE_ACCESS_KEY: `${key}\n${key}`,
      METRICS_TOKEN: 'geheim',
      PORT: 'x',
    });
    expect(message).toContain('SIGNING_KEYS');
    for (const value of [short, 'password-of-redis', key, 'geheim', secret]) {
      expect(message).not.toContain(value);
    }
  });

  it('is explained, setting by setting, in docs/gateway.md', () => {
    const text = readFileSync(join(__dirname, '../../docs/gateway.md'), 'utf8');
    for (const { environment, path } of Object.values(settings)) {
      expect(text).toContain(`\`${environment}\``);
      expect(text).toContain(`\`${path}\``);
    }
  });
});
