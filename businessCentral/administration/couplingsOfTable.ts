import type { Company } from '../company';
import type { RecordKind } from '../coupling/pairs';
import { compare } from '../odata/filter';
import { decimal } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import type { Row } from '../odata/row';
import { pageDeadline, rowsOf } from './readAll';
import type { WorkOptions } from './types';

/** A coupling as far as it matters where many are looked at. */
export interface CoupledPair {
  /** Id of the row of Sales. */
  readonly crmId: string;
  /** Blank: the record has been deleted in Business Central. */
  readonly recordNo: string;
}

const service = 'CRMIntegrationRecords';

/** What is asked for all couplings of a table of Business Central. */
export function couplingsQuestion(tableId: number): ReadOperation {
  return {
    service,
    filter: compare('Table_ID', 'eq', decimal(tableId)),
    select: ['CRM_ID', 'Record_No'],
  };
}

/** @param rows what came of {@link couplingsQuestion} */
export function coupledPairs(rows: readonly Row[]): readonly CoupledPair[] {
  return rows.map((row) => ({ crmId: row.guid('CRM_ID'), recordNo: row.text('Record_No').trim() }));
}

/** All couplings of a table of Business Central. @throws BusinessCentralError `aborted` where it was ended */
export async function couplingsOfTable(
  { read, withinDeadline }: Company,
  tableId: number,
  { signal }: WorkOptions = {},
): Promise<readonly CoupledPair[]> {
  const [outcome] = await withinDeadline(
    signal,
    (deadline) => read([couplingsQuestion(tableId)], deadline, true),
    pageDeadline,
  );
  return coupledPairs(rowsOf(outcome, service).rows);
}

/**
 * Ids of rows that are coupled. The coupling of a deleted record is none: Business Central drops it when its row is coupled
 * anew (table 5331, "CoupleRecordIdToCRMID").
 */
export function coupledRows(couplings: readonly CoupledPair[]): ReadonlySet<string> {
  return new Set(couplings.filter(({ recordNo }) => recordNo !== '').map(({ crmId }) => crmId));
}

/** A unit group of Sales is the partner of a unit of measure or of a unit group, whichever the setup says. */
const unitTables = [204, 5400];

/** Tables of Business Central of which one record is enough for a row of a kind to be coupled. */
export function tablesThatCouple(kind: RecordKind, ownTableId: number): readonly number[] {
  return kind === 'unitOfMeasure' || kind === 'unitGroup' ? unitTables : [ownTableId];
}
