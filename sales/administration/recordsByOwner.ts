import type { WorkOptions } from '../../businessCentral/administration/types';
import { lookupOf } from '../dataverseRow';
import type { ReadingWebApi } from '../dataverseReader';
import { pagedRows } from './pagedRows';

/** How many active rows an owner has. */
export interface OwnedRecords {
  readonly accounts: number;
  readonly opportunities: number;
}

/** How many rows each owner has, of all kinds together. */
export function rowsOwned(owned: ReadonlyMap<string, OwnedRecords>): ReadonlyMap<string, number> {
  return new Map([...owned].map(([id, { accounts, opportunities }]) => [id, accounts + opportunities]));
}

/**
 * Counts active accounts and open opportunities by owner, a user or a team. The rows are read in pages and counted here:
 * aggregates of Dataverse end at 50,000 rows (Microsoft Learn, "Aggregate data").
 * @returns by the owner's id; who owns none is not there
 * @throws SalesError; BusinessCentralError `aborted`
 */
export async function recordsByOwner(
  webAPI: ReadingWebApi,
  options: WorkOptions = {},
): Promise<ReadonlyMap<string, OwnedRecords>> {
  const query = '?$select=_ownerid_value&$filter=statecode eq 0';
  const [accounts, opportunities] = await Promise.all([
    pagedRows(webAPI, 'account', query, options),
    pagedRows(webAPI, 'opportunity', query, options.signal === undefined ? {} : { signal: options.signal }),
  ]);
  const counts = new Map<string, OwnedRecords>();
  const add = (owner: string | null, kind: keyof OwnedRecords) => {
    if (owner !== null) {
      const before = counts.get(owner) ?? { accounts: 0, opportunities: 0 };
      counts.set(owner, { ...before, [kind]: before[kind] + 1 });
    }
  };
  accounts.forEach((row) => add(lookupOf(row, 'ownerid'), 'accounts'));
  opportunities.forEach((row) => add(lookupOf(row, 'ownerid'), 'opportunities'));
  return counts;
}
