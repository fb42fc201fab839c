import type { JobPage, WantedJobs } from '../../businessCentral/administration/jobHistory';
import type { MappingOverview } from '../../businessCentral/administration/mappingOverview';
import type {
  Match,
  MatchCriterion,
  MatchProposal,
} from '../../businessCentral/administration/matchBasedCoupling';
import type { OrderReadiness } from '../../businessCentral/administration/salesOrders';
import type { SkippedRecord, SkippedRecords } from '../../businessCentral/administration/skippedRecords';
import type {
  CoupledCount,
  ReviewLine,
  WorkOptions,
  WorkResult,
} from '../../businessCentral/administration/types';
import type { AskOptions } from '../../businessCentral/askOptions';
import type { RecordKind } from '../../businessCentral/coupling/pairs';
import type { ActionOutcome } from '../../businessCentral/coupling/types';

/** Sales order integration, and what is still missing for it; text keys `synch_orderGap_<gap>`. */
export interface SalesOrderIntegration extends OrderReadiness {
  /** Null: could not be read. */
  readonly isOn: boolean | null;
  /** Names of users who may couple and synchronize; null: could not be read. */
  readonly handledBy: readonly string[] | null;
}

/** What the synchronization page asks and does; each rejects with a coded error. */
export interface SynchronizationQuestions {
  review(options: AskOptions): Promise<readonly ReviewLine[]>;
  startFullSynch(mapping: string): Promise<ActionOutcome>;
  /** @param withoutCoupling mappings that are synchronized as they are, though coupling first is advised */
  startAllFullSynch(withoutCoupling: readonly string[]): Promise<ActionOutcome>;
  mappings(options: AskOptions): Promise<readonly MappingOverview[]>;
  jobs(wanted: WantedJobs, options: AskOptions): Promise<JobPage>;
  skippedRecords(options: AskOptions): Promise<SkippedRecords>;
  /** Each is done when its synchronization has come to a good end. */
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
  /** Address of the record in the web client; null: the connection has none or is not known yet, or the record is gone. */
  recordAddress(record: Pick<SkippedRecord, 'kind' | 'recordNo'>): string | null;
}
