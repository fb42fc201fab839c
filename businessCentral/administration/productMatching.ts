import type { Company } from '../company';
import { BusinessCentralError } from '../errors';
import { oneOf } from '../odata/filter';
import { decimal } from '../odata/literals';
import type { Row } from '../odata/row';
import { matchByCoupling, matchByNumber, type CoupledTo } from './matchRows';
import { pageDeadline, readAll, rowsOf, type WholeList } from './readAll';
import type { Matching, RecordToMatch, RowToMatch, WorkOptions, WorkPhase } from './types';
import { inPhase } from './workPhases';

/** What rows of one table of Sales are matched with. */
interface Matched {
  readonly phase: WorkPhase;
  readonly list: WholeList & { readonly name: string };
  /** Number of Business Central's table. */
  readonly tableId: number;
  /** The other table whose records rows of Sales may be coupled to. */
  readonly otherTableId: number;
}

const matchedTables: Readonly<Record<'products' | 'accounts', Matched>> = {
  products: {
    phase: 'items',
    list: { service: 'ItemList', key: 'No', name: 'Description', fields: ['Description', 'Blocked'] },
    tableId: 27,
    otherTableId: 156,
  },
  accounts: {
    phase: 'customers',
    list: { service: 'CustomerList', key: 'No', name: 'Name', fields: ['Name', 'Blocked'] },
    tableId: 18,
    otherTableId: 23,
  },
};

/**
 * A dry run: which products have an item, or accounts a customer, if matched this way, and which do not and why. Reads
 * only.
 * @param rows all rows of Sales; a coupling is looked up by their id
 * @throws BusinessCentralError `aborted` where it was ended
 */
export async function dryRun(
  company: Company,
  table: keyof typeof matchedTables,
  rows: readonly RowToMatch[],
  matchBy: Matching['matchBy'],
  options: WorkOptions = {},
): Promise<Matching> {
  const matched = matchedTables[table];
  const records = (await readAll(company, matched.list, inPhase(options, matched.phase))).map((row) =>
    recordToMatch(row, matched.list.name),
  );
  return matchBy === 'number'
    ? matchByNumber(rows, records)
    : matchByCoupling(rows, records, await couplingsOf(company, matched, options));
}

/** `Blocked` is a flag of items, and of customers the option Ship, Invoice or All. */
function recordToMatch(row: Row, name: string): RecordToMatch {
  return {
    no: row.text('No').trim(),
    name: row.has(name) ? row.text(name) : '',
    isBlocked: row.has('Blocked') && isSet(row),
  };
}

function isSet(row: Row): boolean {
  try {
    return row.flag('Blocked');
  } catch {
    return !['', '_x0020_'].includes(row.option('Blocked'));
  }
}

async function couplingsOf(
  company: Company,
  { tableId, otherTableId }: Matched,
  { signal }: WorkOptions,
): Promise<ReadonlyMap<string, CoupledTo>> {
  try {
    return await companionsCouplings(company, tableId, otherTableId, signal);
  } catch (error) {
    const isCompanionMissing = error instanceof BusinessCentralError && error.code === 'serviceNotPublished';
    if (!isCompanionMissing || tableId !== matchedTables.products.tableId) {
      throw error;
    }
    return coupledItemsOf(company, signal);
  }
}

async function companionsCouplings(
  { read, withinDeadline }: Company,
  tableId: number,
  otherTableId: number,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, CoupledTo>> {
  const service = 'CRMIntegrationRecords';
  const filter = oneOf('Table_ID', [decimal(tableId), decimal(otherTableId)]);
  const select = ['CRM_ID', 'Table_ID', 'Record_No'];
  const [outcome] = await withinDeadline(
    signal,
    (deadline) => read([{ service, filter, select }], deadline, true),
    pageDeadline,
  );
  const couplings = new Map<string, CoupledTo>();
  for (const row of rowsOf(outcome, service).rows) {
    const id = row.guid('CRM_ID');
    const isRecord = row.number('Table_ID') === tableId;
    // A row may be coupled to both; the one that is matched counts.
    if (isRecord || !couplings.has(id)) {
      const recordNo = row.text('Record_No').trim();
      couplings.set(id, { kind: isRecord ? 'record' : 'other', recordNo });
    }
  }
  return couplings;
}

/** Without the companion Business Central up to 27 still tells the couplings of items. */
async function coupledItemsOf(
  { read, withinDeadline }: Company,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, CoupledTo>> {
  const service = 'ProductItemAvailability';
  const [outcome] = await withinDeadline(
    signal,
    (deadline) => read([{ service, select: ['CRM_ID', 'ItemNo'] }], deadline, true),
    pageDeadline,
  );
  return new Map(
    rowsOf(outcome, service).rows.map((row) => [
      row.guid('CRM_ID'),
      { kind: 'record', recordNo: row.text('ItemNo').trim() } as const,
    ]),
  );
}
