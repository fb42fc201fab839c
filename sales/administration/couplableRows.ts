import type { MatchableRow } from '../../businessCentral/administration/matchBasedCoupling';
import type { WorkOptions } from '../../businessCentral/administration/types';
import { inPhase } from '../../businessCentral/administration/workPhases';
import { pairs, type RecordKind } from '../../businessCentral/coupling/pairs';
import { couplableTableColumns } from '../couplableTables';
import { textOf } from '../dataverseRow';
import type { ReadingWebApi } from '../dataverseReader';
import { SalesError } from '../sales';
import { pagedRows } from './pagedRows';

/** The default filters of the mappings on the side of Sales (codeunits 5334 "CRM Setup Defaults", 7204 "CDS Setup Defaults"). */
const filters: Readonly<Record<Exclude<RecordKind, 'postedSalesInvoice'>, string>> = {
  customer: 'statecode eq 0 and customertypecode eq 3',
  vendor: 'statecode eq 0 and customertypecode eq 11',
  contact: 'statecode eq 0 and _parentcustomerid_value ne null',
  item: 'statecode eq 0 and producttypecode eq 1',
  resource: 'statecode eq 0 and producttypecode eq 3',
  salesperson: 'isdisabled eq false and islicensed eq true and isintegrationuser eq false',
  currency: 'statecode eq 0',
  unitOfMeasure: 'statecode eq 0',
  unitGroup: 'statecode eq 0',
  customerPriceGroup: 'statecode eq 0',
  salesOrder: 'statecode le 1',
  opportunity: 'statecode eq 0',
};

/**
 * All rows of Sales that could be coupled with a kind of record, with what they are matched by.
 * @throws SalesError; BusinessCentralError `aborted` where it was ended
 */
export async function couplableRows(
  webAPI: ReadingWebApi,
  kind: RecordKind,
  options: WorkOptions = {},
): Promise<readonly MatchableRow[]> {
  const pair = pairs.find((each) => each.kind === kind);
  if (pair === undefined || kind === 'postedSalesInvoice') {
    throw new SalesError('recordUnreadable', kind);
  }
  const { number, name, email } = couplableTableColumns[pair.table];
  const select = [...new Set([number, name, email].filter((column) => column !== null))];
  const query = `?$select=${select.join(',')}&$filter=${encodeURIComponent(filters[kind])}`;
  const rows = await pagedRows(webAPI, pair.table, query, inPhase(options, 'fromSales'));
  return rows.map((row) => {
    const textOr = (column: string | null) => (column === null ? '' : (textOf(row, column) ?? ''));
    return {
      id: textOr(`${pair.table}id`).toLowerCase(),
      number: textOr(number),
      name: textOr(name),
      email: textOr(email),
    };
  });
}
