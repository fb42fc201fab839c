import fastify from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import type { SandboxBusinessCentral } from './businessCentral/options';
import { startBusinessCentral } from './businessCentral/server';
import { createDataverse, type Dataverse } from './dataverse/dataverse';
import { formHost } from './forms/formHost';
import { sessionRoute } from './forms/sessionRoute';
import { recordId } from './identity';
import { packedSolution } from './packedSolution';

export interface SandboxOptions {
  /** Of Dataverse and the form host; 0, the default: any that is free. */
  readonly port?: number;
  /** Of Business Central; 0, the default: any that is free. */
  readonly businessCentralPort?: number;
  /** `yyyy-MM-dd`: the day that it is on both sides; the real one unless given. */
  readonly today?: string;
  /** Delays every HTTP request to Business Central, as the network would; 0 unless given. */
  readonly latencyMs?: number;
  /** How long Business Central works on one operation; 5 ms unless given. */
  readonly serviceTimeMs?: number;
  /** The solution to import; the one of `npm run pack`, made where needed, unless given. */
  readonly zipPath?: string;
  /** Told in plain lines what is being done, and one line about every request to Business Central. */
  readonly log?: (line: string) => void;
}

/** A small Business Central beside a small Dynamics 365 Sales with the solution imported. */
export interface Sandbox {
  /** `http://localhost:<port>`, where the form host, the Web API and the web resources are. */
  readonly origin: string;
  readonly businessCentral: SandboxBusinessCentral;
  readonly dataverse: Dataverse;
  /** Address of a demo quote's form. @param quoteNumber such as `QUO-01001` */
  quoteAddress(quoteNumber: string): string;
  close(): Promise<void>;
}

/** User name of Business Central's integration user. */
const integrationUser = 'SALES.INTEGRATION';

/** Whom requests are made as that sign in as nobody. */
const defaultUserId = recordId('systemuser', 'Sara Andersson');

/** Business Central makes keys of 44 characters; a new one at each start, known to both sides and to nobody else. */
function newWebServiceAccessKey(): string {
  return randomBytes(33).toString('base64');
}

/**
 * Starts the whole sandbox in this process: Business Central on one port, Dataverse and the form host on another.
 * @throws ImportRefused where Dataverse does not take the solution; Error where it cannot be built
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const log = options.log ?? (() => undefined);
  const zipPath = options.zipPath ?? packedSolution(log);
  const day = options.today === undefined ? {} : { today: options.today };

  const dataverse = createDataverse(day);
  dataverse.importSolution(readFileSync(zipPath));
  log(`Imported ${basename(zipPath)} into Dataverse.`);

  const webServiceAccessKey = newWebServiceAccessKey();
  /** Filled once Dataverse listens: browsers then may ask Business Central from there. */
  const allowedOrigins: string[] = [];
  const businessCentral = await startBusinessCentral({
    ...day,
    port: options.businessCentralPort ?? 0,
    users: [{ userName: integrationUser, webServiceAccessKey }],
    serviceTimeMs: options.serviceTimeMs ?? 5,
    reverseProxy: { allowedOrigins },
    ...(options.log === undefined ? {} : { log: (line) => log(`Business Central: ${line}`) }),
  });
  businessCentral.setLatency(options.latencyMs ?? 0);
  log(
    `Business Central answers at ${businessCentral.odataUrl}, its faults are at ${businessCentral.origin}/faults.`,
  );

  const { odataUrl, webClientUrl } = businessCentral;
  dataverse.seedCronus({
    connection: { odataUrl, webClientUrl, userName: integrationUser, webServiceAccessKey },
  });
  dataverse.setDefaultUser(defaultUserId);

  const server = fastify();
  await server.register(dataverse.routes);
  await server.register(sessionRoute(dataverse, defaultUserId));
  await server.register(formHost, { businessCentralOrigin: businessCentral.origin });
  try {
    await server.listen({ port: options.port ?? 0, host: 'localhost' });
  } catch (failure) {
    await businessCentral.close();
    throw failure;
  }
  const origin = `http://localhost:${(server.server.address() as AddressInfo).port}`;
  allowedOrigins.push(origin);

  return {
    origin,
    businessCentral,
    dataverse,
    quoteAddress: (quoteNumber) =>
      `${origin}/main.aspx?pagetype=entityrecord&etn=quote&id=${recordId('quote', quoteNumber)}`,
    close: async () => {
      server.server.closeAllConnections();
      await Promise.all([server.close(), businessCentral.close()]);
    },
  };
}
