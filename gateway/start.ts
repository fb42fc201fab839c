import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfiguration, secretsOf, type GatewayConfiguration } from './configuration/configuration';
import { ConfigurationError } from './configuration/problem';
import { createGateway, type Gateway } from './gateway';
import type { Tls } from './http/listeners';
import { gatewayLog } from './observability/log';

/** EX_CONFIG of sysexits.h: a restart alone does not mend it. */
const wrongConfiguration = 78;

/** Signals by which containers, App Service, services of Windows and consoles end a process. */
const endingSignals = ['SIGTERM', 'SIGINT', 'SIGBREAK'] as const;

function readFile(path: string): string {
  return readFileSync(path, 'utf8');
}

function tlsOf({ tlsCertificateFile, tlsKeyFile }: GatewayConfiguration): Tls | null {
  if (tlsCertificateFile === null || tlsKeyFile === null) {
    return null;
  }
  try {
    return { cert: readFile(tlsCertificateFile), key: readFile(tlsKeyFile) };
  } catch {
    throw new ConfigurationError([
      'tls.certificateFile (TLS_CERTIFICATE_FILE) or tls.keyFile (TLS_KEY_FILE) cannot be read',
    ]);
  }
}

/** Lets the balancer notice, and then everything that is under way end. */
async function end(gateway: Gateway, drainSeconds: number): Promise<void> {
  gateway.drain();
  await wait(drainSeconds * 1000);
  await gateway.close();
}

async function start(): Promise<void> {
  const configuration = readConfiguration({ environment: process.env, readFile });
  const log = gatewayLog(configuration.logLevel, secretsOf(configuration));
  const gateway = createGateway(configuration, {
    log,
    now: Date.now,
    random: Math.random,
    tls: tlsOf(configuration),
  });
  if (configuration.signingKeys === null) {
    log.warn(
      'No signing keys are given (SIGNING_KEYS): a key was made for this start. Tokens end with it, and other ' +
        'instances do not take them.',
    );
  }
  let ending = false;
  for (const signal of endingSignals) {
    process.on(signal, () => {
      if (ending) {
        // A second signal does not wait.
        process.exit(1);
      }
      ending = true;
      log.info({ signal }, 'ending');
      void end(gateway, configuration.drainSeconds).then(() => process.exit(0));
    });
  }
  await gateway.listen(configuration.host, configuration.port);
  log.info('ready');
}

start().catch((failure: unknown) => {
  if (failure instanceof ConfigurationError) {
    console.error(failure.message);
    process.exit(wrongConfiguration);
  }
  // Of an error of the system its code says enough, such as EADDRINUSE; others say where they come from.
  const isOfTheSystem = failure instanceof Error && 'code' in failure;
  console.error(isOfTheSystem ? `The gateway cannot start: ${String(failure.code)}` : failure);
  process.exit(1);
});
