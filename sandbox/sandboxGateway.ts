import { randomBytes } from 'node:crypto';
import { readConfiguration, secretsOf } from '../gateway/configuration/configuration';
import { createGateway } from '../gateway/gateway';
import { gatewayLog } from '../gateway/observability/log';
import { gatewayApplicationId } from './dataverse/cronus/users';
import type { Dataverse } from './dataverse/dataverse';
import { startIdentityProvider } from './identityProvider/identityProvider';

export interface SandboxGatewayOptions {
  /** 0, the default: any that is free. */
  readonly port?: number;
  /** Companies of Business Central that may be asked. */
  readonly companies: readonly string[];
  /** Business Central, and how it lets the gateway in. */
  readonly businessCentral: {
    readonly odataUrl: string;
    readonly userName: string;
    readonly webServiceAccessKey: string;
  };
  readonly dataverse: Dataverse;
  /** Address of Dataverse, whose pages may ask the gateway. */
  readonly dataverseUrl: string;
  /** Told each line of the gateway's log; only what needs attention unless `logLevel` says otherwise. */
  readonly log?: (line: string) => void;
  readonly logLevel?: string;
}

/** The gateway of the sandbox, with the identity provider that its application user's tokens come from. */
export interface SandboxGateway {
  /** `http://localhost:<port>`, as it stands on the connection. */
  readonly origin: string;
  /** What must be seen nowhere, for tests that search for it. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

const signingKeyBytes = 32;

/**
 * Starts an identity provider that Dataverse then trusts, and the gateway between the pages of Dataverse and Business
 * Central. It is configured as an administrator configures the real one, with secrets that are new at each start.
 */
export async function startSandboxGateway(options: SandboxGatewayOptions): Promise<SandboxGateway> {
  const { businessCentral, dataverse, dataverseUrl, log = () => undefined } = options;
  const identity = await startIdentityProvider({ clientId: gatewayApplicationId, audience: dataverseUrl });
  dataverse.trust({ issuer: identity.issuer, keysUrl: identity.keysUrl, audience: dataverseUrl });
  try {
    const configuration = readConfiguration({
      environment: {
        BC_ODATA_URL: businessCentral.odataUrl,
        BC_COMPANIES: JSON.stringify(options.companies),
        BC_USER_NAME: businessCentral.userName,
        BC_WEB_SERVICE_ACCESS_KEY: businessCentral.webServiceAccessKey,
        DATAVERSE_URL: dataverseUrl,
        DATAVERSE_TOKEN_ENDPOINT: identity.tokenEndpoint,
        DATAVERSE_CLIENT_ID: identity.clientId,
        DATAVERSE_CLIENT_SECRET: identity.clientSecret,
        ALLOWED_ORIGINS: dataverseUrl,
        SIGNING_KEYS: randomBytes(signingKeyBytes).toString('base64'),
        LOG_LEVEL: options.logLevel ?? 'warn',
      },
      readFile: () => '',
    });
    const secrets = secretsOf(configuration);
    const gateway = createGateway(configuration, {
      log: gatewayLog(configuration.logLevel, secrets, { write: (line) => log(line.trimEnd()) }),
      now: Date.now,
      random: Math.random,
      tls: null,
    });
    const address = await gateway.listen('localhost', options.port ?? 0);
    return {
      origin: `http://localhost:${new URL(address).port}`,
      secrets,
      close: async () => {
        await gateway.close();
        await identity.close();
      },
    };
  } catch (failure) {
    await identity.close();
    throw failure;
  }
}
