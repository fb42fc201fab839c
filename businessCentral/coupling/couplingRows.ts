import type { Filter } from '../odata/filter';
import { all, compare, groupsForFilters, oneOf } from '../odata/filter';
import { decimal, guid, noGuid } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import { instantOf } from './instant';
import { pairsOf, type Pair } from './pairs';
import type { CouplableRecord, CouplingRow, SynchAction, SynchResult } from './types';

function couplingsWhere(filter: Filter): ReadOperation {
  return { service: 'CRMIntegrationRecords', filter, select: contractFields.CRMIntegrationRecords };
}

/** Every coupling of a row of Sales, whatever table of Business Central it leads to. */
export function couplingsOfRecord({ id }: CouplableRecord): ReadOperation {
  return couplingsWhere(compare('CRM_ID', 'eq', guid(id)));
}

/** The couplings of a record of Business Central. @param systemId its `SystemId` */
export function couplingsOfSystemId({ tableId }: Pair, systemId: string): ReadOperation {
  return couplingsWhere(
    all(compare('Integration_ID', 'eq', guid(systemId)), compare('Table_ID', 'eq', decimal(tableId))),
  );
}

/**
 * Every coupling of a row of Sales and of others beside it, in as few operations as one filter allows.
 * @returns the first asks for the row itself
 */
export function couplingsOfRecords(
  record: CouplableRecord,
  others: readonly CouplableRecord[],
): readonly [ReadOperation, ...ReadOperation[]] {
  const ids = [...new Set([record, ...others].map(({ id }) => guid(id)))];
  const [first = [guid(record.id)], ...rest] = groupsForFilters(ids);
  const ofGroup = (group: typeof ids) => couplingsWhere(oneOf('CRM_ID', group));
  return [ofGroup(first), ...rest.map(ofGroup)];
}

/** A coupling with the row of Sales that it is of, and the jobs that it was in. */
export interface CouplingOfRow extends CouplingRow {
  readonly crmId: string;
  /** Ids of the latest job in each direction; null: none, or this Business Central does not say. */
  readonly lastJobs: Readonly<Record<Exclude<SynchAction, 'none'>, string | null>>;
}

/** The names of the options " ", Success and Failure (table 5331). */
const results: Readonly<Record<string, SynchResult['result']>> = { Success: 'success', Failure: 'failure' };

function result(row: Row, result: string, at: string): SynchResult {
  return {
    result: row.has(result) ? (results[row.option(result)] ?? 'none') : 'none',
    at: row.has(at) ? instantOf(row, at) : null,
  };
}

function jobIn(row: Row, field: string): string | null {
  const id = row.has(field) ? row.guid(field) : noGuid;
  return id === noGuid ? null : id;
}

function couplingRow(row: Row, pairs: readonly Pair[]): CouplingOfRow | null {
  const tableId = row.number('Table_ID');
  const pair = pairs.find((each) => each.tableId === tableId);
  const textOr = (field: string) => (row.has(field) ? row.text(field).trim() : '');
  return pair === undefined
    ? null
    : {
        pair,
        crmId: row.guid('CRM_ID'),
        systemId: row.guid('Integration_ID'),
        recordNo: textOr('Record_No'),
        recordName: textOr('Record_Name'),
        // The field names are Business Central's, whose "CRM Result" is that of the way to Sales. When either was cannot be
        // told from "Last Synch. (CRM) Modified On": a synchronization in either direction writes both (table 5331,
        // SetLastSynchModifiedOns).
        fromSales: result(row, 'Last_Synch_Result', 'Last_Synch_Job_Finished'),
        toSales: result(row, 'Last_Synch_CRM_Result', 'Last_Synch_CRM_Job_Finished'),
        lastJobs: {
          fromSales: jobIn(row, 'Last_Synch_Job_ID'),
          toSales: jobIn(row, 'Last_Synch_CRM_Job_ID'),
        },
        skipped: row.has('Skipped') && row.flag('Skipped'),
        lastError: textOr('Last_Error'),
      };
}

/**
 * The couplings among some rows, in the order of the table's pairs. Couplings of tables that no pair has, such as
 * price list headers, are left out.
 * @returns `complete` is false where a row could not be read
 */
export function couplingRows(
  rows: readonly Row[],
  table: Pair['table'],
): { values: CouplingOfRow[]; complete: boolean } {
  const pairs = pairsOf(table);
  const { values, complete } = readRows(rows, (row) => couplingRow(row, pairs));
  const known = values.filter((value) => value !== null);
  return { values: known.sort((a, b) => pairs.indexOf(a.pair) - pairs.indexOf(b.pair)), complete };
}
