import {
  fullSynchReview,
  startAllFullSynch,
  startFullSynch,
} from '../../businessCentral/administration/fullSynchReview';
import { jobHistory } from '../../businessCentral/administration/jobHistory';
import { mappingOverviews } from '../../businessCentral/administration/mappingOverview';
import { coupleMatches, findMatches } from '../../businessCentral/administration/matchBasedCoupling';
import { coupledCounts, dependencyOrder } from '../../businessCentral/administration/prerequisites';
import { orderReadiness } from '../../businessCentral/administration/salesOrders';
import { skippedRecords } from '../../businessCentral/administration/skippedRecords';
import type { WorkOptions } from '../../businessCentral/administration/types';
import type { AskOptions } from '../../businessCentral/askOptions';
import { pairs } from '../../businessCentral/coupling/pairs';
import { addressOfRecord } from '../../businessCentral/coupling/recordPage';
import type { RecordKind } from '../../businessCentral/coupling/pairs';
import { systemClock } from '../../businessCentral/odata/deadline';
import { couplableRows } from '../../sales/administration/couplableRows';
import { orderNeeds } from '../../sales/administration/orderNeeds';
import { heldAccess } from '../../sales/administration/roleAssignments';
import { isSalesOrderIntegrationOn } from '../../sales/administration/salesOrderIntegration';
import { salesUsers } from '../../sales/administration/salesUsers';
import type { UserAccess, WritingWebApi } from '../../sales/administration/types';
import { userAccess } from '../../sales/administration/userAccess';
import type { OpenedCompany } from '../openDefaultCompany';
import { retryFollowed } from './errors/retryFollowed';
import type { SynchronizationQuestions } from './questions';

/**
 * The questions of the synchronization page, put to the app's Dataverse and to the company that salespeople work with.
 * @param open opens that company
 */
export function synchronizationQuestionsOf(
  webAPI: WritingWebApi,
  open: () => Promise<OpenedCompany>,
): SynchronizationQuestions {
  /** Addresses are wanted at once, when a company has been read from. */
  let latest: OpenedCompany | null = null;
  const opened = async (): Promise<OpenedCompany> => {
    latest = await open();
    return latest;
  };
  return {
    review: async (options) => fullSynchReview((await opened()).company, options),
    startFullSynch: async (mapping) => startFullSynch((await opened()).company, mapping),
    startAllFullSynch: async (names) => startAllFullSynch((await opened()).company, names),
    mappings: async (options) => mappingOverviews((await opened()).company, options),
    jobs: async (wanted, options) => jobHistory((await opened()).company, wanted, options),
    skippedRecords: async (options) => skippedRecords((await opened()).company, options),
    retry: async (records, options) =>
      retryFollowed((await opened()).coupling, systemClock, records, options),
    coupledCounts: async (options) => {
      const { company } = await opened();
      return coupledCounts(company, await rowsOfSales(webAPI, options), options);
    },
    findMatches: async (kind, criteria, options) => {
      const { company } = await opened();
      const rows = await couplableRows(webAPI, kind, options);
      return findMatches(company, kind, rows, criteria, options);
    },
    couple: async (matches, options) => coupleMatches((await opened()).coupling, matches, options),
    salesOrderIntegration: async (options) => {
      const { company, usesGateway } = await opened();
      const work = signalOf(options);
      const [isOn, handledBy, readiness] = await Promise.all([
        isSalesOrderIntegrationOn(webAPI),
        // Who may look after synchronization need not be allowed to see everybody's roles.
        thoseWhoCouple(webAPI, usesGateway, work).catch(() => null),
        orderNeeds(webAPI, null, work).then((needs) => orderReadiness(company, needs, work)),
      ]);
      return { ...readiness, isOn, handledBy };
    },
    recordAddress: ({ kind, recordNo }) => {
      const pair = pairs.find((each) => each.kind === kind);
      return latest === null || pair === undefined ? null : addressOfRecord(latest.company, pair, recordNo);
    },
  };
}

function signalOf({ signal }: AskOptions): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

/** Ids of the rows that could be coupled, by kind; what cannot be read is left out, and shown as not known. */
async function rowsOfSales(
  webAPI: WritingWebApi,
  options: AskOptions,
): Promise<ReadonlyMap<RecordKind, readonly string[]>> {
  const counts = await Promise.allSettled(
    dependencyOrder.map(
      async (kind) =>
        [kind, (await couplableRows(webAPI, kind, signalOf(options))).map(({ id }) => id)] as const,
    ),
  );
  return new Map(counts.flatMap((count) => (count.status === 'fulfilled' ? [count.value] : [])));
}

async function thoseWhoCouple(
  webAPI: WritingWebApi,
  usesGateway: boolean,
  work: WorkOptions,
): Promise<readonly string[]> {
  const [users, held] = await Promise.all([salesUsers(webAPI, work), heldAccess(webAPI, work)]);
  return userAccess(users, held, usesGateway)
    .filter(mayCouple)
    .map(({ user }) => user.name);
}

/** Those who couple and synchronize: the role itself, own or through a team, or all rights. */
function mayCouple({ user, own, throughTeams, isSystemAdministrator }: UserAccess): boolean {
  const grants = [...own, ...throughTeams.map(({ grant }) => grant)];
  return !user.isApplication && (isSystemAdministrator || grants.includes('integrationAdministrator'));
}
