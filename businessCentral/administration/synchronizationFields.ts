import { contractFields } from '../coupling/contractFields';

/** The fields that the synchronization pages read of each service, beyond those of coupling (docs/services.md). */
export const synchronizationFields = {
  IntegrationTableMappings: [
    ...contractFields.IntegrationTableMappings,
    'Table_ID',
    'TableFilterValue',
    'IntegrationTableFilter',
    'Synch_Modified_On_Filter',
    'Synch_Int_Tbl_Mod_On_Fltr',
  ],
  IntegrationSynchJobs: [...contractFields.IntegrationSynchJobs, 'Job_Queue_Entry_ID'],
  IntegrationSynchErrors: [
    ...contractFields.IntegrationSynchErrors,
    'Date_Time',
    'Integration_Synch_Job_ID',
    'Source_Record_ID',
  ],
  CRMFullSynchReview: [
    'Name',
    'Dependency_Filter',
    'Job_Queue_Entry_Status',
    'Direction',
    'To_Int_Table_Job_Status',
    'From_Int_Table_Job_Status',
    'Initial_Synchronization_Recommendation',
  ],
  SalespersonsPurchasers: ['Code', 'Name', 'E_Mail'],
} as const;

/** Of all these, what pages of some versions do not have, and nobody misses: two fields hold the text of an error. */
export const dispensableFields = {
  IntegrationTableMappings: ['TableFilterValue', 'IntegrationTableFilter'],
  IntegrationSynchErrors: ['Source_Record_ID', 'Error_Message', 'Message'],
} as const;
