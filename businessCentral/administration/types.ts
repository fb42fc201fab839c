import type { BusinessCentralConnection, ServiceName, ServiceSettings } from '../connection';
import type { RecordKind } from '../coupling/pairs';
import type { MappingDirection, SynchJob } from '../coupling/types';
import type { BusinessCentralError } from '../errors';

/** What a long piece of work can be at; text keys `phase_<phase>`. */
export const workPhases = [
  'products',
  'items',
  'accounts',
  'customers',
  /** Rows or records of one kind, which is named beside. */
  'fromSales',
  'fromBusinessCentral',
] as const;

export type WorkPhase = (typeof workPhases)[number];

/** How far a long piece of work has come. */
export interface Progress {
  /** Within it `done` only grows, and `total` stays; absent: the work has but one. */
  readonly phase?: WorkPhase;
  readonly done: number;
  /** Null: not known yet. */
  readonly total: number | null;
}

/** What every long piece of work takes. */
export interface WorkOptions {
  /** Ends the work; what has been done stays done. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What came of doing the same to many, one after the other. */
export interface WorkResult<Task> {
  readonly done: readonly Task[];
  readonly failed: readonly { readonly task: Task; readonly error: BusinessCentralError }[];
  /** Not begun, because the work was ended. */
  readonly left: readonly Task[];
}

/** A company as Business Central, or the gateway's configuration, lists it. */
export interface ListedCompany {
  /** What `bcs_company` takes: the name, or the id where only that is known. */
  readonly name: string;
  readonly id: string | null;
  /** For people; empty: the same as the name. */
  readonly displayName: string;
}

/** What a check of the way to Business Central goes through, in its order; text keys `check_<part>`. */
export const checkParts = [
  'gatewayReachable',
  'ticket',
  'token',
  'address',
  'signIn',
  'company',
  'reading',
] as const;

export type CheckPart = (typeof checkParts)[number];

/** Why a part of the way fails; text keys `checkFailed_<code>` and `checkRemedy_<code>`. */
export const checkFailureCodes = [
  /** Nothing answers at the address: name, port, server down, or a certificate that the browser does not take. */
  'nothingAnswers',
  /** Something answers there, and does not let this page read it (CORS), or its certificate is for another name. */
  'pageNotLetIn',
  /** A web page, XML or another service answers. */
  'notBusinessCentral',
  /** Business Central is there, and knows no such environment, instance or path. */
  'wrongPath',
  'wrongCredentials',
  /** User name or key are no longer taken, which they were before: the key has most likely expired. */
  'keyExpired',
  'companyNotFound',
  'noPermission',
  'noServicePublished',
  'tooBusy',
  'timeout',
  'businessCentralFailed',
  /** Nothing answers at the gateway's address, or something in between does. */
  'gatewayNotFound',
  /** The gateway does not let pages of this origin in. */
  'gatewayPageNotLetIn',
  'gatewayStopping',
  /** The gateway cannot reach or use Dataverse. */
  'gatewayWithoutDataverse',
  /** The user may not make a ticket. */
  'ticketNotPermitted',
  'ticketFailed',
  /** The ticket was not taken: the gateway looks at another environment, or its clock is wrong. */
  'tokenRefused',
  'noRole',
  /** The gateway does not reach Business Central. */
  'gatewayWithoutBusinessCentral',
  'gatewayWrongCredentials',
  'gatewayCompanyNotAllowed',
] as const;

export type CheckFailureCode = (typeof checkFailureCodes)[number];

/** One part of the way to Business Central. */
export type CheckStep =
  | { readonly part: CheckPart; readonly state: 'ok' | 'notReached' }
  | {
      readonly part: CheckPart;
      readonly state: 'failed';
      readonly code: CheckFailureCode;
      /** Holds nothing secret; null: there is no more to say. */
      readonly error: BusinessCentralError | null;
      /** With `companyNotFound`: the company that was most likely meant, by the case of its letters; null: none. */
      readonly suggestion: string | null;
    };

/** What of the product needs a service; text keys `feature_<feature>`. */
export const features = [
  'availability',
  'availabilityByCoupling',
  'stockByLocation',
  'substitutes',
  'units',
  'statistics',
  'statisticsByCoupling',
  'couplings',
  'couplingActions',
  'candidates',
  'synchronization',
] as const;

export type Feature = (typeof features)[number];

/** The object that is published as a service. */
export interface PublishedObject {
  readonly type: 'page' | 'query' | 'codeunit';
  /** Null: an object of the companion, which publishes it by itself. */
  readonly id: number | null;
  /** The last version of Business Central that has it; then the companion takes its place. Null: all have it. */
  readonly lastVersion: number | null;
}

/** What a check found out about a service. Text keys `service_<state>`. */
export type ServiceState =
  | { readonly state: 'found' }
  | {
      readonly state:
        | 'missing'
        /** Business Central refuses it to the account of the connection. */
        | 'notPermitted'
        /** The gateway refuses it to the one who asks; whether it is there they do not learn. */
        | 'notForRole';
    }
  | { readonly state: 'lacksFields'; readonly fields: readonly string[] }
  /** Nobody knows: the question failed for another reason. */
  | { readonly state: 'unknown'; readonly error: BusinessCentralError };

/** A service of the contract, as a check found it. */
export type CheckedService = ServiceState & {
  readonly service: ServiceName;
  readonly object: PublishedObject;
  readonly features: readonly Feature[];
  /** Name under which it was asked for. */
  readonly name: string;
  /** Names under which something of the same fields is published, where the service itself is missing. */
  readonly otherNames: readonly string[];
};

export interface ServiceCheck {
  readonly services: readonly CheckedService[];
  /** What `bcs_services` had best hold. */
  readonly proposal: ServiceSettings;
  /** Something of the companion is there, or may be: what a role keeps from somebody is not called missing. */
  readonly hasCompanion: boolean;
}

/** A row of Sales that is to be matched with a record of Business Central. */
export interface RowToMatch {
  readonly id: string;
  /** `productnumber`, `accountnumber`; empty: none. */
  readonly number: string;
  readonly name: string;
}

/** A record of Business Central that rows of Sales can match. */
export interface RecordToMatch {
  readonly no: string;
  readonly name: string;
  readonly isBlocked: boolean;
}

/** Why a row has no match, or one that is no good; text keys `notMatched_<reason>`. */
export const notMatchedReasons = [
  'noNumber',
  'noSuchRecord',
  'notCoupled',
  'coupledToDeleted',
  /** To a resource instead of an item, to a vendor instead of a customer. */
  'coupledToOther',
  /** It matches, and so does another row with the same number. */
  'numberTwice',
  /** It matches, and the record is blocked. */
  'blocked',
] as const;

export type NotMatchedReason = (typeof notMatchedReasons)[number];

export interface NotMatched {
  readonly row: RowToMatch;
  readonly reason: NotMatchedReason;
  /** The record that it matches all the same, with `blocked` and `numberTwice`; empty: none. */
  readonly recordNo: string;
}

export interface Matching {
  readonly matchBy: BusinessCentralConnection['matchBy'];
  readonly rows: number;
  /** Rows with a match, also one that is no good. */
  readonly matched: number;
  readonly notMatched: readonly NotMatched[];
  /** Records of Business Central that no row matches. */
  readonly recordsWithoutRow: number;
}

/** A salesperson of Business Central. */
export interface Salesperson {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  /** Id of the user it is coupled to; null: none. */
  readonly coupledTo: string | null;
}

/** A user of Sales, as far as coupling is concerned. */
export interface UserToCouple {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A user that a salesperson is most likely; text keys `proposal_<by>`. */
export interface SalespersonProposal {
  readonly code: string;
  readonly userId: string;
  readonly by: 'coupled' | 'email' | 'name';
}

/** State of a job in one direction, and of the job queue entry that starts both (table 5373). */
export type ReviewState = 'none' | 'ready' | 'waiting' | 'inProcess' | 'onHold' | 'finished' | 'error';

/** A line of the full synchronization review (page 5331). */
export interface ReviewLine {
  readonly mapping: string;
  readonly direction: MappingDirection;
  readonly dependsOn: readonly string[];
  /** Of `dependsOn`, what has not finished; empty: it can be started. */
  readonly waitsFor: readonly string[];
  /** Text keys `recommendation_<…>`. */
  readonly recommendation: 'full' | 'coupleFirst' | 'nothing' | 'unknown';
  /** Text keys `reviewState_<…>`. */
  readonly state: ReviewState;
  readonly toSales: ReviewState;
  readonly fromSales: ReviewState;
  /** Its latest job; null: none is known. */
  readonly job: SynchJob | null;
}

/** Why a record does not synchronize; text keys `cause_<cause>` and `causeRemedy_<cause>`. */
export const synchCauses = [
  'dependentNotCoupled',
  'ownerNotSalesperson',
  'hiddenByFilter',
  'deleted',
  'refusedBySales',
  'other',
] as const;

export type SynchCause = (typeof synchCauses)[number];

/** How many records of a kind are coupled, and how many are not. */
export interface CoupledCount {
  readonly kind: RecordKind;
  readonly mapping: string;
  /** Couplings; null: could not be read. */
  readonly coupled: number | null;
  /** Records of Business Central without a coupling; null: could not be read. */
  readonly recordsNotCoupled: number | null;
  /** Rows of Sales without one; null: not asked or could not be read. */
  readonly rowsNotCoupled: number | null;
}
