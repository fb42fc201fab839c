import { blankMoment } from '../company/records';
import {
  noGuid,
  synchDirections,
  synchJobTypes,
  type IntegrationSynchError,
  type IntegrationSynchJob,
} from '../company/synchronizationRecords';
import { option, text, typed, variable } from './recordFields';
import { readOnlyPage } from './service';

/**
 * Page 5338, with what the companion adds: the job of the job queue, and whose a job is. The latter is worked out of the copy
 * of the mapping, which is gone when the job has ended, and cannot be filtered by.
 */
export const integrationSynchJobs = readOnlyPage<IntegrationSynchJob>({
  name: 'IntegrationSynchJobs',
  object: 'Page 5338 Integration Synch. Job List',
  key: ['ID'],
  table: (company) => company.integrationSynchJobs,
  fields: [
    typed('ID', 'Edm.Guid', (job) => job.ID),
    typed('Start_Date_Time', 'Edm.DateTimeOffset', (job) => job.startDateTime),
    typed('Finish_Date_Time', 'Edm.DateTimeOffset', (job) => job.finishDateTime),
    text('Integration_Table_Mapping_Name', 20, (job) => job.mappingName),
    typed('Uncoupled', 'Edm.Int32', (job) => job.Uncoupled),
    typed('Coupled', 'Edm.Int32', (job) => job.Coupled),
    typed('Inserted', 'Edm.Int32', (job) => job.Inserted),
    typed('Modified', 'Edm.Int32', (job) => job.Modified),
    typed('Deleted', 'Edm.Int32', (job) => job.Deleted),
    typed('Unchanged', 'Edm.Int32', (job) => job.Unchanged),
    typed('Failed', 'Edm.Int32', (job) => job.Failed),
    typed('Skipped', 'Edm.Int32', (job) => job.Skipped),
    option('Synch_Direction', synchDirections, (job) => job.direction),
    option('Type', synchJobTypes, (job) => job.Type),
    text('Message', 250, (job) => job.Message),
    typed('Job_Queue_Entry_ID', 'Edm.Guid', (job) => job.jobQueueEntryId),
    variable('CRM_ID', 'Edm.Guid', (job) => (job.finishDateTime === blankMoment ? job.crmId : noGuid)),
  ],
});

/** Page 5339, with the job that the error belongs to, which the companion adds; the record ids are variables. */
export const integrationSynchErrors = readOnlyPage<IntegrationSynchError>({
  name: 'IntegrationSynchErrors',
  object: 'Page 5339 Integration Synch. Error List',
  key: ['No'],
  table: (company) => company.integrationSynchErrors,
  fields: [
    typed('No', 'Edm.Int32', (error) => error.No),
    typed('Date_Time', 'Edm.DateTimeOffset', (error) => error.dateTime),
    text('Error_Message', 2048, (error) => error.message),
    text('Message', 250, (error) => error.message.slice(0, 250)),
    variable('Source_Record_ID', 'Edm.String', (error) => error.source),
    variable('Destination_Record_ID', 'Edm.String', (error) => error.destination),
    typed('Integration_Synch_Job_ID', 'Edm.Guid', (error) => error.jobId),
  ],
});
