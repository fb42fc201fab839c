import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { identityPaths, type IdentityProviderReady, type IdentityProviderSettings } from './settings';

export interface IdentityProviderOptions {
  /** Client id of the application that may ask for tokens. */
  readonly clientId: string;
  /** Address of the Dataverse environment that the tokens are for. */
  readonly audience: string;
  /** 0, the default: any that is free. */
  readonly port?: number;
  /** Seconds for which a token is valid; 15 minutes unless given. */
  readonly tokenSeconds?: number;
}

/** A small Microsoft Entra ID: gives one application tokens for one Dataverse (client credentials). */
export interface IdentityProvider {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  /** Public keys of the tokens' signatures (JWKS). */
  readonly keysUrl: string;
  readonly clientId: string;
  /** A new one at each start. */
  readonly clientSecret: string;
  close(): Promise<void>;
}

const defaultTokenSeconds = 900;

/** What the child prints before it is ready is only of interest when it does not become so. */
function printedBy(child: ChildProcess): () => string {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4000);
    });
  }
  return () => printed;
}

async function readyOf(child: ChildProcess, settings: IdentityProviderSettings): Promise<number> {
  const printed = printedBy(child);
  const ready = new Promise<number>((resolve, reject) => {
    child.once('message', ({ port }: IdentityProviderReady) => resolve(port));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The identity provider ended with code ${code ?? 'none'}: ${printed()}`)),
    );
  });
  child.send(settings);
  return ready;
}

/** Starts the identity provider in a process of its own. @throws Error when it does not start */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { clientId, audience, port = 0, tokenSeconds = defaultTokenSeconds } = options;
  const tenantId = randomUUID();
  const clientSecret = randomBytes(30).toString('base64url');
  const child = fork(join(__dirname, 'process.mts'), {
    execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const settings = { port, tenantId, clientId, clientSecret, audience, tokenSeconds };
  const origin = `http://localhost:${await readyOf(child, settings)}`;
  const paths = identityPaths(tenantId);
  return {
    issuer: `${origin}${paths.issuer}`,
    tokenEndpoint: `${origin}${paths.token}`,
    keysUrl: `${origin}${paths.keys}`,
    clientId,
    clientSecret,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        // Ctrl+C reaches the child as well, and may have ended it before its end is known here.
        if (child.connected) {
          child.disconnect();
        }
        await ended;
      }
    },
  };
}
