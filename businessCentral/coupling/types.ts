import type { BusinessCentralError } from '../errors';
import type { MissingPart } from '../missingParts';
import type { MappedFieldName } from './mappedFields';
import type { LeftOutReason } from './mappingFilter';
import type { CouplableTable, Pair } from './pairs';

/** A row of Dataverse, as far as coupling is concerned. */
export interface CouplableRecord {
  readonly table: CouplableTable;
  /** GUID in lower case without braces: the "CRM ID" of a coupling. */
  readonly id: string;
}

/** Something that must be coupled before the record can be synchronized, such as an account's owner. */
export interface Prerequisite {
  readonly record: CouplableRecord;
  /** What the record is to the one on the form. */
  readonly part:
    'owner' | 'currency' | 'unit' | 'company' | 'customer' | 'product' | 'opportunity' | 'contact';
  readonly name: string;
}

/** Direction of an integration table mapping (table 5335, field "Direction"), from Business Central's side. */
export type MappingDirection = 'bidirectional' | 'toSales' | 'fromSales';

/** What is known of one integration table mapping. */
export interface Mapping {
  readonly name: string;
  readonly direction: MappingDirection;
  /** False: Business Central makes a record of its own for a row that is not coupled. */
  readonly onlyCoupledRecords: boolean;
  /** Names of the mappings that come first. */
  readonly dependsOn: readonly string[];
}

/** Result of the latest synchronization in one direction. */
export interface SynchResult {
  readonly result: 'none' | 'success' | 'failure';
  /** Milliseconds since 1970 at which its job ended; null: never, or this Business Central does not say. */
  readonly at: number | null;
}

/** A coupling (table 5331 CRM Integration Record). */
export interface CouplingRow {
  readonly pair: Pair;
  /** `SystemId` of Business Central's record. */
  readonly systemId: string;
  /** Blank: the record has been deleted in Business Central. */
  readonly recordNo: string;
  readonly recordName: string;
  readonly fromSales: SynchResult;
  readonly toSales: SynchResult;
  /** Left out of synchronization after the same failure twice, until somebody retries. */
  readonly skipped: boolean;
  /** Business Central's own sentence; empty: none. */
  readonly lastError: string;
}

/** State of an integration synchronization job (table 5338). */
export interface SynchJob {
  readonly id: string;
  readonly mapping: string;
  readonly kind: 'synchronization' | 'coupling' | 'uncoupling';
  readonly startedAt: number | null;
  /** Null: still at work, or waiting. */
  readonly finishedAt: number | null;
  readonly message: string;
  readonly counts: {
    readonly inserted: number;
    readonly modified: number;
    readonly deleted: number;
    readonly unchanged: number;
    readonly skipped: number;
    readonly failed: number;
    readonly coupled: number;
    readonly uncoupled: number;
  };
  /** Sentences of its errors (table 5339), where it has failed or skipped something. */
  readonly errors: readonly string[];
}

/** Whether the record is coupled, and what stands in the way where it is not. */
export interface CouplingState {
  /** Empty: not coupled. More than one: coupled to records of several tables, such as a customer and a vendor. */
  readonly couplings: readonly CouplingRow[];
  /** By pair; null: the mappings could not be read. */
  readonly mappings: ReadonlyMap<Pair, Mapping | null>;
  /** Prerequisites that are not coupled; null: could not be read. */
  readonly uncoupledPrerequisites: readonly Prerequisite[] | null;
  /** Jobs of this record that are still at work; those of others, and of whole mappings, are not among them. */
  readonly jobsUnderWay: readonly SynchJob[];
  readonly missing: readonly MissingPart[];
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** What a candidate is looked for by. */
export interface CandidateSearch {
  /** What the user typed; empty: by the record's own number, name and e-mail. */
  readonly text: string;
  readonly record: { readonly number: string; readonly name: string; readonly email: string };
}

/** Why a candidate may be offered, the strongest reason first. */
export const matchReasons = [
  'sameNumber',
  'sameName',
  'sameEmail',
  'numberStartsWith',
  'nameStartsWith',
  'nameContains',
  'emailStartsWith',
] as const;

export type MatchReason = (typeof matchReasons)[number];

/** A record of Business Central that the row could be coupled to. */
export interface Candidate {
  readonly recordNo: string;
  readonly name: string;
  readonly email: string;
  /** Coupled to another row already, so it cannot be chosen; null: this Business Central does not say. */
  readonly isCoupled: boolean | null;
  /** Left out of synchronization by the default filter of its mapping, so it cannot be chosen; null: it is not. */
  readonly leftOut: LeftOutReason | null;
  readonly reason: MatchReason;
}

export interface Candidates {
  /** Best matches first. */
  readonly candidates: readonly Candidate[];
  /** There are more than these; a longer search text brings fewer. */
  readonly more: boolean;
  readonly readAt: number;
}

/** "Synchronize After Coupling" of page 5336 "CRM Coupling Record". */
export type SynchAction = 'none' | 'toSales' | 'fromSales';

/** What came of an action. */
export type ActionOutcome =
  /** Done, and the job that follows; null: nothing is left to do. */
  | { readonly kind: 'done'; readonly jobId: string | null }
  /**
   * Nothing was done. Business Central refused, with its own sentence in `error.details.serverMessage`; or the connection
   * broke off and it was found out that nothing has happened, so that it may be tried again.
   */
  | { readonly kind: 'refused'; readonly error: BusinessCentralError }
  /** The connection broke off and what has come of it could not be found out yet. */
  | { readonly kind: 'unknown'; readonly error: BusinessCentralError };

/** What came of coupling a row to another record than the one it was coupled to, which takes two steps. */
export type RecouplingOutcome =
  /** `refused`: nothing was changed, the earlier coupling stands. */
  | ActionOutcome
  /** The other record could not be coupled, so the earlier one has been coupled again. */
  | { readonly kind: 'restored'; readonly error: BusinessCentralError }
  /** The other record could not be coupled, nor the earlier one again: nothing is coupled. */
  | { readonly kind: 'lost'; readonly error: BusinessCentralError };

/** A value of Business Central's record, in the words of the mapping. */
export interface ComparedField {
  /** Key of the field's name (`CoupleRecord/strings`, keys `field_<name>`). */
  readonly field: MappedFieldName;
  readonly direction: MappingDirection;
  /** Of a number, the decimals that count; null: a text. */
  readonly decimals: number | null;
  /** False: both sides write it in words of their own. */
  readonly isComparable: boolean;
  readonly businessCentral: string | number | null;
}
