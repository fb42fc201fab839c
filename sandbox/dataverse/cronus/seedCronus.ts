import { recordId } from '../../identity';
import { today } from '../../demoData/calendar';
import { baseLanguage, maxUploadFileSize, organizationId } from '../organization';
import type { Organization } from '../organization';
import type { RowStore } from '../rows/rowStore';
import { businessCentralIntegration } from '../security/standardRoles';
import type { Users } from '../users';
import { seedCouplable } from './couplable';
import { seedCurrencies } from './currencies';
import { seedCustomers } from './customers';
import { seedDocuments } from './documents';
import { seedProducts } from './products';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';
import {
  defaultTeamId,
  demoUsers,
  gatewayRoles,
  gatewayUserId,
  integrationUserId,
  seedUsers,
  userId,
} from './users';

/** A connection straight to the small Business Central, as an administrator would enter it. */
export interface DirectConnectionSeed {
  /** Address up to and including `/ODataV4`. */
  readonly odataUrl: string;
  readonly userName: string;
  readonly webServiceAccessKey: string;
  readonly webClientUrl: string;
}

/** A connection through a gateway, which alone knows Business Central's address, user and key. */
export interface GatewayConnectionSeed {
  readonly gatewayUrl: string;
  readonly webClientUrl: string;
}

export type ConnectionSeed = DirectConnectionSeed | GatewayConnectionSeed;

export interface CronusSeed {
  /** Null: the solution is not imported, so there is neither its table nor its roles. */
  readonly connection: ConnectionSeed | null;
}

/** The company that the connection leads to. */
export const companyName = 'CRONUS International Ltd.';
/** bcs_matchby: through the coupling. */
const matchByCoupling = 582_400_000;

/**
 * Fills an organization with CRONUS: users with their roles, customers, products, quotes and orders, and the one
 * connection to Business Central.
 * @returns the id of the user that one is without signing in
 * @throws Error when a connection is given, and the solution has not been imported
 */
export function seedCronus(
  organization: Organization,
  rows: RowStore,
  users: Users,
  { connection }: CronusSeed,
): string {
  const seeding: Seeding = { organization, rows, today: today(organization.now()) };
  seedUsers(seeding);
  seedCurrencies(seeding);
  seedProducts(seeding);
  seedOrganization(seeding);
  seedCustomers(seeding);
  seedCouplable(seeding);
  seedDocuments(seeding);
  for (const user of demoUsers) {
    users.addToTeam(userId(user), defaultTeamId);
    for (const role of [...user.standardRoles, ...(connection ? user.solutionRoles : [])]) {
      users.assignRole(userId(user), role);
    }
    for (const profile of connection ? user.profiles : []) {
      users.addToColumnSecurityProfile(userId(user), profile);
    }
  }
  users.assignRole(integrationUserId, businessCentralIntegration.name);
  if (connection) {
    for (const role of gatewayRoles) {
      users.assignRole(gatewayUserId, role);
    }
    seedConnection(seeding, connection);
  }
  return recordId('systemuser', 'Sara Andersson');
}

function seedOrganization({ rows }: Seeding): void {
  rows.put('organization', organizationId, {
    organizationid: organizationId,
    name: 'CRONUS',
    languagecode: baseLanguage,
    localeid: baseLanguage,
    maxuploadfilesize: maxUploadFileSize,
    issopintegrationenabled: true,
    basecurrencyid: referTo('transactioncurrency', 'GBP'),
  });
}

function seedConnection(seeding: Seeding, connection: ConnectionSeed): void {
  seedRows(seeding, 'bcs_connection', [
    [
      companyName,
      {
        bcs_name: companyName,
        bcs_company: companyName,
        ...('gatewayUrl' in connection
          ? { bcs_gatewayurl: connection.gatewayUrl }
          : {
              bcs_odataurl: connection.odataUrl,
              bcs_username: connection.userName,
              bcs_webserviceaccesskey: connection.webServiceAccessKey,
            }),
        bcs_webclienturl: connection.webClientUrl,
        bcs_matchby: matchByCoupling,
        bcs_isdefault: true,
      },
    ],
  ]);
}
