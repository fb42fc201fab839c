import type {
  CoupledCount,
  ReviewLine,
  SynchCause,
  WorkOptions,
  WorkResult,
} from '../../businessCentral/administration/types';
import type { AskOptions } from '../../businessCentral/askOptions';
import type { RecordKind } from '../../businessCentral/coupling/pairs';
import type { ActionOutcome, Mapping, SynchJob } from '../../businessCentral/coupling/types';
import type { RowReference } from '../../sales/administration/types';

/** An integration table mapping with what an administrator looks at it for (page 5335). */
export interface MappingOverview extends Mapping {
  /** Filters in Business Central's own words; empty: none; null: this Business Central does not show them. */
  readonly recordFilter: string | null;
  readonly rowFilter: string | null;
  /** When changes were last looked for, milliseconds since 1970; null: never. */
  readonly lastToSales: number | null;
  readonly lastFromSales: number | null;
}

/** Part of the jobs, the latest first. */
export interface JobPage {
  readonly jobs: readonly SynchJob[];
  /** How many there are in all. */
  readonly total: number;
}

/** A coupled record that synchronization leaves out after the same failure twice (page 5333 "CRM Skipped Records"). */
export interface SkippedRecord {
  /** Unlike any other's. */
  readonly key: string;
  readonly mapping: string;
  readonly kind: RecordKind;
  /** Empty: deleted in Business Central. */
  readonly recordNo: string;
  readonly recordName: string;
  readonly row: RowReference;
  readonly cause: SynchCause;
  /** Business Central's own sentence; empty: none. */
  readonly message: string;
  /** Milliseconds since 1970; null: not known. */
  readonly failedAt: number | null;
}

/** What records and rows are matched by. */
export const matchCriteria = ['number', 'name', 'email'] as const;

export type MatchCriterion = (typeof matchCriteria)[number];

/** A record and a row that belong together by the criteria. */
export interface Match {
  readonly kind: RecordKind;
  readonly recordNo: string;
  readonly recordName: string;
  readonly row: RowReference;
  readonly rowName: string;
  readonly by: MatchCriterion;
}

/** What match-based coupling would do, before anything is done. */
export interface MatchProposal {
  readonly matches: readonly Match[];
  /** Records of Business Central without a row, and with several that could be meant. */
  readonly recordsWithoutRow: number;
  readonly ambiguous: number;
}

/** What stands in the way of an order; text keys `synch_orderGap_<gap>`. */
export const orderGaps = [
  'customersNotCoupled',
  'productsNotCoupled',
  'unitsNotCoupled',
  'currenciesNotCoupled',
  'ownersNotCoupled',
] as const;

export interface SalesOrderIntegration {
  /** Null: could not be read. */
  readonly isOn: boolean | null;
  readonly direction: Mapping['direction'] | null;
  /** Names of users with a role that may submit and create orders. */
  readonly handledBy: readonly string[];
  /** What is missing, with how many rows; only above zero. */
  readonly gaps: readonly { readonly gap: (typeof orderGaps)[number]; readonly count: number }[];
}

/** What the synchronization page asks and does; each rejects with a coded error. */
export interface SynchronizationQuestions {
  review(options: AskOptions): Promise<readonly ReviewLine[]>;
  /** Never rejects but for a fault. */
  startFullSynch(mapping: string): Promise<ActionOutcome>;
  mappings(options: AskOptions): Promise<readonly MappingOverview[]>;
  /** @param skip how many of the latest are left out; `mapping` null: of all */
  jobs(
    wanted: { readonly mapping: string | null; readonly skip: number; readonly count: number },
    options: AskOptions,
  ): Promise<JobPage>;
  skippedRecords(options: AskOptions): Promise<readonly SkippedRecord[]>;
  retry(records: readonly SkippedRecord[], options: WorkOptions): Promise<WorkResult<SkippedRecord>>;
  /** In the order in which they depend on each other. */
  coupledCounts(options: AskOptions): Promise<readonly CoupledCount[]>;
  /** Couples nothing. */
  findMatches(
    kind: RecordKind,
    criteria: readonly MatchCriterion[],
    options: WorkOptions,
  ): Promise<MatchProposal>;
  couple(matches: readonly Match[], options: WorkOptions): Promise<WorkResult<Match>>;
  salesOrderIntegration(options: AskOptions): Promise<SalesOrderIntegration>;
  /** Address of the record in the web client; null: the connection has none, or the record is gone. */
  recordAddress(record: Pick<SkippedRecord, 'kind' | 'recordNo'>): string | null;
}
