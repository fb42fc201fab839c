import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfiguration, secretsOf, type GatewayConfiguration } from './configuration/configuration';
import { ConfigurationError } from './configuration/problem';
import { createGateway, type Gateway } from './gateway';
import type { Tls } from './http/hardenedServer';
import { gatewayLog } from './observability/log';

/** Signals by which containers, App Service, services of Windows and consoles end a process. */
const endingSignals = ['SIGTERM', 'SIGINT', 'SIGBREAK'] as const;

function readFile(path: string): string {
  return readFileSync(path, 'utf8');
}

function configurationOrExit(): GatewayConfiguration {
  try {
    return readConfiguration({ environment: process.env, readFile });
  } catch (failure) {
    if (failure instanceof ConfigurationError) {
      console.error(failure.message);
      process.exit(78); // EX_CONFIG of sysexits.h: a restart alone does not mend it.
    }
    throw failure;
  }
}

function tlsOf({ tlsCertificateFile, tlsKeyFile }: GatewayConfiguration): Tls | null {
  return tlsCertificateFile === null || tlsKeyFile === null
    ? null
    : { cert: readFile(tlsCertificateFile), key: readFile(tlsKeyFile) };
}

/** The first signal lets the balancer notice and everything under way end; a second one does not wait. */
async function end(gateway: Gateway, drainSeconds: number): Promise<void> {
  gateway.drain();
  await wait(drainSeconds * 1000);
  await gateway.close();
  process.exit(0);
}

async function main(): Promise<void> {
  const configuration = configurationOrExit();
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
        process.exit(1);
      }
      ending = true;
      log.info({ signal }, 'ending');
      void end(gateway, configuration.drainSeconds);
    });
  }
  const address = await gateway.listen(configuration.host, configuration.port);
  log.info({ address }, 'ready');
}

void main();
