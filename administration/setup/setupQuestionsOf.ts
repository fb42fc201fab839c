import { listedCompanies } from '../../businessCentral/administration/companies';
import { checkConnection } from '../../businessCentral/administration/connectionCheck';
import { fullSynchReview } from '../../businessCentral/administration/fullSynchReview';
import { dryRun } from '../../businessCentral/administration/productMatching';
import { salespeople } from '../../businessCentral/administration/salespeople';
import { checkServices } from '../../businessCentral/administration/serviceCheck';
import type { Company } from '../../businessCentral/company';
import { openCompany } from '../../businessCentral/company';
import type { Authorization } from '../../businessCentral/connection';
import {
  createConnection,
  listConnections,
  reactivateConnection,
  saveConnection,
} from '../../sales/administration/connections';
import { madeTicket } from '../../sales/administration/madeTicket';
import { recordsByOwner, rowsOwned } from '../../sales/administration/recordsByOwner';
import { changeGrant, heldAccess } from '../../sales/administration/roleAssignments';
import { rowsToMatch } from '../../sales/administration/rowsToMatch';
import { salesUsers, usersToCouple } from '../../sales/administration/salesUsers';
import type { SaveOutcome } from '../../sales/administration/types';
import { userAccess } from '../../sales/administration/userAccess';
import type { AdministrationSources } from '../platform';
import { coupledOwners } from '../salespeople/owners';
import type { SavedConnections } from '../savedConnections';
import type { AskedConnection, MatchedKind, SetupQuestions } from './setupQuestions';

const tables: Readonly<Record<MatchedKind, 'product' | 'account'>> = {
  products: 'product',
  accounts: 'account',
};

/** The questions of the setup and the health page, put to the app's Dataverse and to Business Central. */
export function setupQuestionsOf(
  { webAPI, associations }: Pick<AdministrationSources, 'webAPI' | 'associations'>,
  saved: SavedConnections,
): SetupQuestions {
  const keyOf = (asked: Extract<AskedConnection, { way: 'direct' }>): Promise<string> =>
    asked.key === null ? saved.storedKey(asked.storedOn ?? '') : Promise.resolve(asked.key);
  const companyAsked = async (asked: AskedConnection): Promise<Company> => {
    const authorization: Authorization =
      asked.way === 'gateway'
        ? saved.authorizationAt(asked.gatewayUrl)
        : { kind: 'accessKey', userName: asked.userName, webServiceAccessKey: await keyOf(asked) };
    const odataUrl = asked.way === 'gateway' ? `${asked.gatewayUrl}/ODataV4` : asked.odataUrl;
    return openCompany({ odataUrl, authorization, company: asked.company, matchBy: 'number' });
  };
  return {
    connections: () => listConnections(webAPI),
    hasKey: (connectionId) => saved.hasKey(connectionId),
    save: async (before, entries): Promise<SaveOutcome> => {
      if (before !== null) {
        return saveConnection(webAPI, before, entries);
      }
      // Another administrator may have begun as well; a second default connection would leave salespeople with none.
      const made = (await listConnections(webAPI)).find(({ isActive }) => isActive);
      return made === undefined
        ? { kind: 'saved', connection: await createConnection(webAPI, entries) }
        : { kind: 'changedMeanwhile', connection: made };
    },
    reactivate: (connectionId) => reactivateConnection(webAPI, connectionId),
    companies: async (asked, options) => listedCompanies(await companyAsked(asked), options),
    check: async (asked, options) =>
      checkConnection(
        {
          company: asked.company,
          way:
            asked.way === 'gateway'
              ? {
                  kind: 'gateway',
                  gatewayUrl: asked.gatewayUrl,
                  makeTicket: () => madeTicket(webAPI),
                }
              : {
                  kind: 'direct',
                  odataUrl: asked.odataUrl,
                  userName: asked.userName,
                  webServiceAccessKey: await keyOf(asked),
                  workedBefore: asked.workedBefore,
                },
        },
        options,
      ),
    services: async (connection, options) => checkServices(await saved.connectionOf(connection), options),
    match: async (connection, kind, matchBy, options) => {
      const rows = await rowsToMatch(webAPI, tables[kind], options);
      return dryRun(await saved.companyOf(connection), kind, rows, matchBy, options);
    },
    owners: async (connection, options) => {
      const [people, users, owned] = await Promise.all([
        salespeople(await saved.companyOf(connection), options),
        salesUsers(webAPI, options),
        recordsByOwner(webAPI, options),
      ]);
      return coupledOwners({ salespeople: people, users: usersToCouple(users) }, rowsOwned(owned));
    },
    review: async (connection, options) => fullSynchReview(await saved.companyOf(connection), options),
    access: async (connection, options) => {
      const [users, held] = await Promise.all([salesUsers(webAPI, options), heldAccess(webAPI, options)]);
      return userAccess(users, held, connection === null || connection.gatewayUrl !== '');
    },
    assign: ({ user }, grant) => changeGrant(webAPI, associations, user, grant, true),
    remove: ({ user }, grant) => changeGrant(webAPI, associations, user, grant, false),
  };
}
