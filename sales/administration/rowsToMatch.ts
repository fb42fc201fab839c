import type { RowToMatch, WorkOptions } from '../../businessCentral/administration/types';
import { inPhase } from '../../businessCentral/administration/workPhases';
import type { DataverseRow } from '../dataverseRow';
import { textOf } from '../dataverseRow';
import type { ReadingWebApi } from '../dataverseReader';
import { pagedRows } from './pagedRows';

/**
 * Columns and filters of what is matched. Drafts and revised products count, retired ones do not (`product.statecode`:
 * 0 Active, 1 Retired, 2 Draft, 3 Under Revision); families and bundles are no items (`productstructure` 1 is a product).
 */
const matched = {
  product: {
    phase: 'products',
    number: 'productnumber',
    filter: 'statecode ne 1 and productstructure eq 1',
  },
  account: { phase: 'accounts', number: 'accountnumber', filter: 'statecode eq 0' },
} as const;

/**
 * All products or accounts that controls could be asked about, in pages.
 * @throws SalesError; BusinessCentralError `aborted`
 */
export async function rowsToMatch(
  webAPI: ReadingWebApi,
  table: keyof typeof matched,
  options: WorkOptions = {},
): Promise<readonly RowToMatch[]> {
  const { phase, number, filter } = matched[table];
  const query = `?$select=name,${number}&$filter=${filter}`;
  const rows = await pagedRows(webAPI, table, query, inPhase(options, phase));
  return rows.map((row: DataverseRow) => ({
    id: (textOf(row, `${table}id`) ?? '').toLowerCase(),
    number: textOf(row, number) ?? '',
    name: textOf(row, 'name') ?? '',
  }));
}
