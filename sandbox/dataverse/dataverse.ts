import type { FastifyPluginAsync } from 'fastify';
import { clockOn } from '../clock';
import { appsFor } from './apps';
import type { AppNavigation } from './apps';
import { seedCronus } from './cronus/seedCronus';
import type { CronusSeed } from './cronus/seedCronus';
import { derivedRowsOf } from './derivedRows';
import { applicationTokens } from './http/applicationToken';
import type { ApplicationOf, TrustedIssuer } from './http/applicationToken';
import { OwnTokens } from './http/ownTokens';
import { sandboxRoutes } from './http/sandboxRoutes';
import { webApiRoutes, webApiPath } from './http/webApiRoutes';
import { webResourceRoutes } from './http/webResourceRoutes';
import type { ImportResult } from './importer/importSolution';
import { Organization } from './organization';
import { Associations } from './rows/associations';
import { RowStore } from './rows/rowStore';
import { salesLogic } from './sales/businessLogic';
import { Associating } from './service/associating';
import { OrganizationService } from './service/organizationService';
import { Solutions } from './solutions';
import { standardCustomizations } from './standardCustomizations';
import { Users } from './users';
import { Faults } from './webApi/faults';
import { RequestLog } from './webApi/requestLog';
import { WebApi } from './webApi/webApi';

export interface DataverseOptions {
  /** `yyyy-MM-dd`: the day that it is in the organization; the machine's unless given. */
  readonly today?: string;
  /** Milliseconds that every Web API call waits before it is answered; 0 unless given. */
  readonly latencyMs?: number;
}

/** A small Dataverse: an organization with Dynamics 365 Sales, in memory. */
export interface Dataverse {
  readonly organization: Organization;
  readonly rows: RowStore;
  readonly users: Users;
  /** What the Web API was asked, for tests and measurements. */
  readonly requests: RequestLog;
  /** Lets Web API calls fail on purpose. */
  readonly faults: Faults;
  /** Fastify plugin with `/api/data/v9.2/…`, `/webresources/…`, `/sandbox/users` and `/sandbox/sign-in`. */
  readonly routes: FastifyPluginAsync;
  /**
   * Imports a packed solution; nothing changes when it is refused.
   * @throws ImportRefused
   */
  importSolution(zip: Uint8Array): ImportResult;
  /**
   * Imports a higher version of a solution, and takes away what the version before had and this one has not; nothing changes when it
   * is refused.
   * @throws ImportRefused, UninstallRefused
   */
  upgradeSolution(zip: Uint8Array): ImportResult;
  /**
   * Uninstalls a solution: a managed one with its components and the rows of its tables, of an unmanaged one the container
   * alone. Nothing changes when it is refused.
   * @throws UninstallRefused
   */
  uninstallSolution(uniqueName: string): void;
  /**
   * Fills the organization with CRONUS; Sara is signed in from then on.
   * @throws Error when a connection is given and the solution has not been imported
   */
  seedCronus(seed: CronusSeed): void;
  /**
   * The model-driven apps that a user may open, each with the entries of its navigation that they may see.
   * @param language Windows locale id of the titles
   */
  apps(userId: string, language: number): readonly AppNavigation[];
  setLatency(milliseconds: number): void;
  /** The user of requests without a sign-in cookie. */
  setDefaultUser(userId: string): void;
  /** A token that lets an application in which runs in the sandbox. @param applicationId client id */
  tokenFor(applicationId: string): string;
  /** From now on the issuer's tokens let applications in, each as its application user. */
  trust(issuer: TrustedIssuer): void;
}

/** Makes an empty organization: standard tables, roles, views and forms, no rows and no users. */
export function createDataverse(options: DataverseOptions = {}): Dataverse {
  const organization = new Organization(standardCustomizations, clockOn(options.today));
  const rows = new RowStore(derivedRowsOf(() => organization.customizations));
  const associations = new Associations();
  const users = new Users(organization, rows, associations);
  const service = new OrganizationService(organization, rows, associations, salesLogic);
  const associating = new Associating(organization, associations, service);
  const solutions = new Solutions(organization, rows, associations);
  const requests = new RequestLog();
  const faults = new Faults();
  const ownTokens = new OwnTokens();
  let latency = options.latencyMs ?? 0;
  let defaultUser: string | null = null;
  let applicationOf: ApplicationOf | null = null;
  const defaultUserId = (): string | null => defaultUser;
  const host = {
    webApi: new WebApi(organization, rows, service, solutions, associating),
    users,
    log: requests,
    faults,
    defaultUserId,
    ownTokens,
    applicationOf: () => applicationOf,
    latency: () => latency,
    now: organization.now,
  };
  return {
    organization,
    rows,
    users,
    requests,
    faults,
    routes: async (server) => {
      await server.register(webApiRoutes(host), { prefix: webApiPath });
      for (const prefix of ['/webresources', '/WebResources']) {
        await server.register(webResourceRoutes(organization), { prefix });
      }
      await server.register(sandboxRoutes(users, defaultUserId), { prefix: '/sandbox' });
    },
    importSolution: (zip) => solutions.importSolution(zip),
    upgradeSolution: (zip) => solutions.upgradeSolution(zip),
    uninstallSolution: (uniqueName) => {
      solutions.uninstallSolution(uniqueName);
    },
    seedCronus: (seed) => {
      defaultUser = seedCronus(organization, rows, users, seed);
    },
    apps: (userId, language) => {
      const caller = users.caller(userId);
      return caller ? appsFor(caller, language, { organization, associations, access: service.access }) : [];
    },
    setLatency: (milliseconds) => {
      latency = milliseconds;
    },
    setDefaultUser: (userId) => {
      defaultUser = userId;
    },
    tokenFor: (applicationId) => ownTokens.issue(applicationId),
    trust: (issuer) => {
      applicationOf = applicationTokens(issuer);
    },
  };
}
