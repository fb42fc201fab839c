import fastify from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import type { SandboxBusinessCentral } from './businessCentral/options';
import { startBusinessCentral } from './businessCentral/server';
import { seedManyProducts, seedManyUsers } from './dataverse/cronus/bulkRows';
import { companyName } from './dataverse/cronus/seedCronus';
import { gatewayRoles, gatewayUserId, integrationApplicationId } from './dataverse/cronus/users';
import { createDataverse, type Dataverse } from './dataverse/dataverse';
import { formHost } from './forms/formHost';
import { sessionRoute } from './forms/sessionRoute';
import { recordId } from './identity';
import { packedSolution } from './packedSolution';
import { startSandboxGateway } from './sandboxGateway';

export interface SandboxOptions {
  /** Of Dataverse and the form host; 0, the default: any that is free. */
  readonly port?: number;
  /** Of Business Central; 0, the default: any that is free. */
  readonly businessCentralPort?: number;
  /** Of the gateway; 0, the default: any that is free. */
  readonly gatewayPort?: number;
  /**
   * True: the forms ask Business Central itself, which then lets them in as behind a reverse proxy, and the key stands
   * on the connection. Otherwise they ask the gateway, and Business Central is as closed as a real one.
   */
  readonly direct?: boolean;
  /** `yyyy-MM-dd`: the day that it is on both sides; the real one unless given. */
  readonly today?: string;
  /** Delays every HTTP request to Business Central, as the network would; 0 unless given. */
  readonly latencyMs?: number;
  /** How long Business Central works on one operation; 5 ms unless given. */
  readonly serviceTimeMs?: number;
  /** How long a synchronization job of Business Central takes; 0 unless given. */
  readonly jobMilliseconds?: number;
  /** So many customers of Business Central beside those of the demo data; none unless given. */
  readonly bulkCustomers?: number;
  /**
   * True: as an administrator finds it who has just imported the solution. No connection, and nobody holds its roles or its
   * profile, but for the gateway, whose account whoever installs it gives its roles.
   */
  readonly fresh?: boolean;
  /** So many users who sell beside those of the demo data; none unless given. */
  readonly bulkUsers?: number;
  /** So many products beside those of the demo data, most of them on both sides; none unless given. */
  readonly bulkProducts?: number;
  /** Names of empty companies of Business Central beside the two of the demo data; none unless given. */
  readonly emptyCompanies?: readonly string[];
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
  /** Business Central's integration user, as an administrator types it. */
  readonly integrationUser: { readonly userName: string; readonly webServiceAccessKey: string };
  /** Lets the integration user's key expire. @param on the moment; null: it never expires */
  expireKey(on: Date | null): void;
  /** Origin of the gateway; null in direct mode. */
  readonly gatewayOrigin: string | null;
  /** Address of a demo quote's form. @param quoteNumber such as `QUO-01001` */
  quoteAddress(quoteNumber: string): string;
  close(): Promise<void>;
}

/** User name of Business Central's integration user. */
const integrationUser = 'SALES.INTEGRATION';

/** Whom requests are made as that sign in as nobody. */
const defaultUserId = recordId('systemuser', 'Sara Andersson');

/** Business Central makes keys of 44 characters; a new one at each start. */
function newWebServiceAccessKey(): string {
  return randomBytes(33).toString('base64');
}

/** Ends what was started, the last first. */
type Ends = (() => Promise<void>)[];

async function endAll(ends: Ends): Promise<void> {
  for (const end of ends.splice(0).reverse()) {
    await end();
  }
}

/**
 * Starts the whole sandbox: Business Central on one port, Dataverse and the form host on another, the gateway on a
 * third, all in this process; and an identity provider in one of its own.
 * @throws ImportRefused where Dataverse does not take the solution; Error where it cannot be built
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const ends: Ends = [];
  try {
    return await startedSandbox(options, ends);
  } catch (failure) {
    await endAll(ends);
    throw failure;
  }
}

async function startedSandbox(options: SandboxOptions, ends: Ends): Promise<Sandbox> {
  const log = options.log ?? (() => undefined);
  const zipPath = options.zipPath ?? packedSolution(log);
  const day = options.today === undefined ? {} : { today: options.today };
  const direct = options.direct ?? false;

  const dataverse = createDataverse(day);
  dataverse.importSolution(readFileSync(zipPath));
  log(`Imported ${basename(zipPath)} into Dataverse.`);

  const account: { userName: string; webServiceAccessKey: string; keyExpires?: Date } = {
    userName: integrationUser,
    webServiceAccessKey: newWebServiceAccessKey(),
  };
  const { webServiceAccessKey } = account;
  /** Filled once Dataverse listens: in direct mode browsers then may ask Business Central from there. */
  const allowedOrigins: string[] = [];
  const businessCentral = await startBusinessCentral({
    ...day,
    port: options.businessCentralPort ?? 0,
    users: [account],
    serviceTimeMs: options.serviceTimeMs ?? 5,
    jobMilliseconds: options.jobMilliseconds ?? 0,
    bulkCustomers: options.bulkCustomers ?? 0,
    bulkItems: options.bulkProducts ?? 0,
    emptyCompanies: options.emptyCompanies ?? [],
    reverseProxy: direct ? { allowedOrigins } : null,
    ...(options.log === undefined ? {} : { log: (line) => log(`Business Central: ${line}`) }),
  });
  ends.push(() => businessCentral.close());
  businessCentral.setLatency(options.latencyMs ?? 0);
  log(
    `Business Central answers at ${businessCentral.odataUrl}, its faults are at ${businessCentral.origin}/faults.`,
  );

  let askedOrigin = businessCentral.origin;
  const server = fastify();
  await server.register(dataverse.routes);
  await server.register(sessionRoute(dataverse, defaultUserId));
  await server.register(formHost, {
    businessCentralOrigin: businessCentral.origin,
    askedOrigin: () => askedOrigin,
  });
  await server.listen({ port: options.port ?? 0, host: 'localhost' });
  ends.push(async () => {
    server.server.closeAllConnections();
    await server.close();
  });
  const origin = `http://localhost:${(server.server.address() as AddressInfo).port}`;

  const { odataUrl, webClientUrl } = businessCentral;
  const way = { odataUrl, userName: integrationUser, webServiceAccessKey };
  if (direct) {
    allowedOrigins.push(origin);
    dataverse.seedCronus({ connection: options.fresh === true ? null : { ...way, webClientUrl } });
  } else {
    const gateway = await startSandboxGateway({
      port: options.gatewayPort ?? 0,
      companies: [companyName, ...(options.emptyCompanies ?? [])],
      businessCentral: way,
      dataverse,
      dataverseUrl: origin,
      log: (line) => log(`Gateway: ${line}`),
    });
    ends.push(() => gateway.close());
    askedOrigin = gateway.origin;
    dataverse.seedCronus({
      connection: options.fresh === true ? null : { gatewayUrl: gateway.origin, webClientUrl },
    });
    for (const role of gatewayRoles) {
      dataverse.users.assignRole(gatewayUserId, role);
    }
    log(`The gateway answers at ${gateway.origin}, and alone knows the key of Business Central.`);
  }
  seedManyUsers(dataverse, options.bulkUsers ?? 0);
  seedManyProducts(dataverse, options.bulkProducts ?? 0);
  dataverse.setDefaultUser(defaultUserId);
  businessCentral.connectDataverse({
    url: origin,
    headers: { authorization: `Bearer ${dataverse.tokenFor(integrationApplicationId)}` },
  });

  return {
    origin,
    businessCentral,
    dataverse,
    integrationUser: { userName: integrationUser, webServiceAccessKey },
    expireKey: (on) => {
      if (on === null) {
        delete account.keyExpires;
      } else {
        account.keyExpires = on;
      }
    },
    gatewayOrigin: direct ? null : askedOrigin,
    quoteAddress: (quoteNumber) =>
      `${origin}/main.aspx?pagetype=entityrecord&etn=quote&id=${recordId('quote', quoteNumber)}`,
    close: () => endAll(ends),
  };
}
