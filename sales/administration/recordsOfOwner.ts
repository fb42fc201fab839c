import type { WorkOptions } from '../../businessCentral/administration/types';
import { textOf } from '../dataverseRow';
import { checkedId, type ReadingWebApi } from '../dataverseReader';
import { pagedRows } from './pagedRows';
import type { RowReference } from './types';

/** Tables whose rows synchronize by their owner; the same as those that are counted (`recordsByOwner`). */
export const ownedTables = ['account', 'opportunity'] as const;

export type OwnedTable = (typeof ownedTables)[number];

/** A row that somebody owns. */
export interface OwnedRecord extends RowReference {
  readonly table: OwnedTable;
  readonly name: string;
}

/**
 * Active accounts and open opportunities of an owner, by their names.
 * @throws SalesError; BusinessCentralError `aborted`
 */
export async function recordsOfOwner(
  webAPI: ReadingWebApi,
  ownerId: string,
  options: WorkOptions = {},
): Promise<readonly OwnedRecord[]> {
  const query = `?$select=name&$filter=statecode eq 0 and _ownerid_value eq ${checkedId(ownerId)}&$orderby=name`;
  const found = await Promise.all(
    ownedTables.map(async (table) =>
      (await pagedRows(webAPI, table, query, options)).map((row) => ({
        table,
        id: (textOf(row, `${table}id`) ?? '').toLowerCase(),
        name: textOf(row, 'name') ?? '',
      })),
    ),
  );
  return found.flat();
}
