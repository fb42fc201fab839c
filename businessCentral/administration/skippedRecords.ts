import type { Company } from '../company';
import type { AskOptions } from '../askOptions';
import { contractFields } from '../coupling/contractFields';
import type { Coupling } from '../coupling/coupling';
import { instantOf } from '../coupling/instant';
import { couplingRows, type CouplingOfRow } from '../coupling/couplingRows';
import { couplableTables, pairs, type CouplableTable, type RecordKind } from '../coupling/pairs';
import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import { compare, groupsForFilters, oneOf } from '../odata/filter';
import { flag, guid, isGuid } from '../odata/literals';
import { readRows, type Row } from '../odata/row';
import { oneAfterAnother } from './oneAfterAnother';
import { rowsOf } from './readAll';
import { synchCause } from './synchCause';
import type { SynchCause, WorkOptions, WorkResult } from './types';

/** A coupled record that synchronization leaves out after the same failure twice (page 5333 "CRM Skipped Records"). */
export interface SkippedRecord {
  /** Unlike any other's. */
  readonly key: string;
  readonly mapping: string;
  readonly kind: RecordKind;
  /** Empty: deleted in Business Central. */
  readonly recordNo: string;
  readonly recordName: string;
  readonly row: { readonly table: CouplableTable; readonly id: string };
  readonly cause: SynchCause;
  /** Business Central's own sentence; empty: none. */
  readonly message: string;
  /** When the latest job that failed began, milliseconds since 1970; null: Business Central does not say. */
  readonly failedAt: number | null;
}

/** Records that are skipped, as many as are looked through at a time. */
export interface SkippedRecords {
  readonly records: readonly SkippedRecord[];
  /** How many there are in all. */
  readonly total: number;
}

/** Whoever has more begins with these: often they have a cause in common. */
const mostSkipped = 1_000;

function skippedRecord(
  { pair, crmId, systemId, recordNo, recordName, lastError }: CouplingOfRow,
  failedAt: number | null,
): SkippedRecord {
  return {
    key: keyOf(pair.tableId, crmId, systemId),
    mapping: pair.mapping,
    kind: pair.kind,
    recordNo,
    recordName,
    row: { table: pair.table, id: crmId },
    cause: synchCause(lastError, recordNo),
    message: lastError,
    failedAt,
  };
}

function keyOf(tableId: number, crmId: string, systemId: string): string {
  return `${tableId} ${crmId} ${systemId}`;
}

/** Jobs of the directions that failed, by the key of the coupling; the companion tells them beyond the contract. */
function failedJobs(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const job = (row: Row, result: string, field: string) =>
    row.has(field) && row.has(result) && row.option(result) === 'Failure' ? [row.guid(field)] : [];
  return new Map(
    rows.map((row) => [
      keyOf(row.number('Table_ID'), row.guid('CRM_ID'), row.guid('Integration_ID')),
      [
        ...job(row, 'Last_Synch_Result', 'Last_Synch_Job_ID'),
        ...job(row, 'Last_Synch_CRM_Result', 'Last_Synch_CRM_Job_ID'),
      ].filter(isGuid),
    ]),
  );
}

/** When jobs began; those that are not found are left out. */
async function beginnings(
  { read }: Company,
  ids: readonly string[],
  deadline: Deadline,
): Promise<ReadonlyMap<string, number | null>> {
  const outcomes =
    ids.length === 0
      ? []
      : await read(
          groupsForFilters([...new Set(ids)].map(guid)).map((group) => ({
            service: 'IntegrationSynchJobs',
            filter: oneOf('ID', group),
            select: ['ID', 'Start_Date_Time'],
          })),
          deadline,
          true,
        );
  const rows = outcomes.flatMap((outcome) => (outcome.ok ? outcome.rows : []));
  return new Map(
    readRows(rows, (row) => [row.guid('ID'), instantOf(row, 'Start_Date_Time')] as const).values,
  );
}

/**
 * What is skipped, with cause, up to 1,000 records; two requests.
 * @throws BusinessCentralError
 */
export function skippedRecords(company: Company, { signal }: AskOptions = {}): Promise<SkippedRecords> {
  const service = 'CRMIntegrationRecords';
  return company.withinDeadline(signal, async (deadline) => {
    const [outcome] = await company.read(
      [
        {
          service,
          filter: compare('Skipped', 'eq', flag(true)),
          select: contractFields.CRMIntegrationRecords,
          top: mostSkipped,
          count: true,
        },
      ],
      deadline,
      true,
    );
    const { rows, total } = rowsOf(outcome, service);
    const found = couplableTables.map((table) => couplingRows(rows, table));
    if (found.some(({ complete }) => !complete)) {
      throw new BusinessCentralError('unreadableAnswer', { service });
    }
    const jobs = failedJobs(rows);
    const began = await beginnings(company, [...jobs.values()].flat(), deadline);
    const records = found.flatMap(({ values }) =>
      values.map((row) => {
        const own = jobs.get(keyOf(row.pair.tableId, row.crmId, row.systemId)) ?? [];
        const latest = Math.max(...own.map((id) => began.get(id) ?? 0), 0);
        return skippedRecord(row, latest === 0 ? null : latest);
      }),
    );
    // Couplings of tables that Sales knows nothing of are in the count as well.
    const others = rows.length - records.length;
    return { records, total: Math.max(records.length, (total ?? rows.length) - others) };
  });
}

/**
 * Synchronizes skipped records again, which takes them up again (docs/companion.md): in the direction that failed, as the
 * coupling says then.
 */
export function retrySkipped(
  coupling: Pick<Coupling, 'stateOf' | 'synchronize'>,
  records: readonly SkippedRecord[],
  options: WorkOptions = {},
): Promise<WorkResult<SkippedRecord>> {
  return oneAfterAnother(
    records,
    async ({ kind, row }) => {
      const pair = pairs.find((each) => each.kind === kind);
      if (pair === undefined) {
        return { kind: 'refused', error: new BusinessCentralError('questionRefused') };
      }
      try {
        const { couplings } = await coupling.stateOf(row, [], { fresh: true });
        const own = couplings.find((each) => each.pair === pair);
        const direction = own?.fromSales.result === 'failure' ? 'fromSales' : 'toSales';
        return await coupling.synchronize(pair, row, direction);
      } catch (error) {
        if (!(error instanceof BusinessCentralError)) {
          throw error;
        }
        return { kind: 'refused', error };
      }
    },
    options,
  );
}
