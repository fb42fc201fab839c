import type { Company } from '../company';
import { compare } from '../odata/filter';
import { decimal } from '../odata/literals';
import { pageDeadline, rowsOf } from './readAll';
import type { WorkOptions } from './types';

/** A coupling as far as it matters where many are looked at. */
export interface CoupledPair {
  /** Id of the row of Sales. */
  readonly crmId: string;
  /** Blank: the record has been deleted in Business Central. */
  readonly recordNo: string;
}

/** All couplings of a table of Business Central. @throws BusinessCentralError `aborted` where it was ended */
export async function couplingsOfTable(
  { read, withinDeadline }: Company,
  tableId: number,
  { signal }: WorkOptions = {},
): Promise<readonly CoupledPair[]> {
  const service = 'CRMIntegrationRecords';
  const filter = compare('Table_ID', 'eq', decimal(tableId));
  const [outcome] = await withinDeadline(
    signal,
    (deadline) => read([{ service, filter, select: ['CRM_ID', 'Record_No'] }], deadline, true),
    pageDeadline,
  );
  return rowsOf(outcome, service).rows.map((row) => ({
    crmId: row.guid('CRM_ID'),
    recordNo: row.text('Record_No').trim(),
  }));
}
