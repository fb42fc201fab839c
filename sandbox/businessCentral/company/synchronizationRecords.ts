/** Values of the two results of table 5331; ' ' is: not synchronized yet. */
export const synchResults = [' ', 'Success', 'Failure'] as const;
export type SynchResult = (typeof synchResults)[number];

/** The blank GUID: no job. */
export const noGuid = '00000000-0000-0000-0000-000000000000';

/** Table 5331 CRM Integration Record: the coupling of a row in Dataverse to a record. */
export interface IntegrationRecord {
  readonly CRM_ID: string;
  readonly Integration_ID: string;
  readonly Table_ID: number;
  /** Moments, `blankMoment` where there was none. */
  readonly lastSynchModifiedOn: string;
  readonly lastSynchCRMModifiedOn: string;
  /** From Dataverse to Business Central. */
  readonly lastSynchResult: SynchResult;
  /** From Business Central to Dataverse. */
  readonly lastSynchCRMResult: SynchResult;
  /** Synchronization jobs of the two results; `noGuid` where there was none. */
  readonly lastSynchJobId: string;
  readonly lastSynchCRMJobId: string;
  readonly skipped: boolean;
}

/** Values of "Synch. Direction" and of a mapping's "Direction". */
export const synchDirections = ['Bidirectional', 'ToIntegrationTable', 'FromIntegrationTable'] as const;
export type SynchDirection = (typeof synchDirections)[number];

/** Values of "Type" of table 5338. */
export const synchJobTypes = ['Synchronization', 'Uncoupling', 'Coupling'] as const;

/** What an integration synchronization job counts. */
export interface SynchCounts {
  readonly Inserted: number;
  readonly Modified: number;
  readonly Deleted: number;
  readonly Unchanged: number;
  readonly Skipped: number;
  readonly Failed: number;
  readonly Uncoupled: number;
  readonly Coupled: number;
}

/** Table 5338 Integration Synch. Job. */
export interface IntegrationSynchJob extends SynchCounts {
  readonly ID: string;
  readonly startDateTime: string;
  /** `blankMoment` while it runs. */
  readonly finishDateTime: string;
  readonly Message: string;
  readonly mappingName: string;
  readonly direction: SynchDirection;
  readonly Type: (typeof synchJobTypes)[number];
  /** Of the Job Queue Entry that it runs for. */
  readonly jobQueueEntryId: string;
  /** The row in Dataverse that it is about; `noGuid` for all of a mapping. */
  readonly crmId: string;
}

/** Table 5339 Integration Synch. Job Errors. */
export interface IntegrationSynchError {
  readonly No: number;
  readonly jobId: string;
  readonly dateTime: string;
  readonly message: string;
  /** Record ids as Business Central writes them, such as `Customer: 10000`. */
  readonly source: string;
  readonly destination: string;
  /** Row in Dataverse that the error is about. */
  readonly crmId: string;
}

/** Values of "Initial Synch Recommendation" (table 5373), the first being that of a line that nobody worked it out for. */
export const recommendations = ['Full Synchronization', 'Couple Records', 'No Records Found'] as const;
export type Recommendation = (typeof recommendations)[number];

/** Table 5373 CRM Full Synch. Review Line: how far the full synchronization of a mapping has come; ' ' where it was never started. */
export interface FullSynchLine {
  readonly Name: string;
  readonly recommendation: Recommendation;
  /** Field of the companion: records are synchronized as they are, whatever is advised. */
  readonly withoutCoupling: boolean;
  readonly jobQueueEntryId: string;
  readonly status: ' ' | 'Ready' | 'In Process' | 'Error' | 'Finished';
  readonly toStatus: ' ' | 'Success' | 'In Process' | 'Error';
  readonly fromStatus: ' ' | 'Success' | 'In Process' | 'Error';
}
