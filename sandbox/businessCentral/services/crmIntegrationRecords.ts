import type { Company } from '../company/company';
import { blankMoment } from '../company/records';
import { synchResults, type IntegrationRecord } from '../company/synchronizationRecords';
import { coupledTableOf } from '../coupling/coupledTables';
import { lastErrorOf } from '../coupling/lastError';
import { option, typed, variable } from './recordFields';
import { readOnlyPage } from './service';

/** Number and name of the coupled record, found by its SystemId; blank where it is gone. */
function coupledRecord(coupling: IntegrationRecord, company: Company): { no: string; name: string } {
  const table = coupledTableOf(coupling.Table_ID);
  const record = table?.find(company, coupling.Integration_ID) ?? null;
  return table === undefined || record === null
    ? { no: '', name: '' }
    : { no: table.numberOf(record), name: table.nameOf(record, company) };
}

/** When a job ended; blank where it has not, or its row has been cleaned away. */
function finishOf(jobId: string, company: Company): string {
  return company.integrationSynchJobs.get(jobId)?.row.finishDateTime ?? blankMoment;
}

/**
 * Page of the companion extension on table 5331: the couplings of all tables. Number and name are variables that
 * OnAfterGetRecord looks up by the record's SystemId, the ends and the error come from the log of the synchronization: none
 * of these can be filtered or sorted by.
 */
export const crmIntegrationRecords = readOnlyPage<IntegrationRecord>({
  name: 'CRMIntegrationRecords',
  object: 'Page CRM Integration Records (companion)',
  key: ['CRM_ID', 'Integration_ID'],
  table: (company) => company.integrationRecords,
  fields: [
    typed('CRM_ID', 'Edm.Guid', (coupling) => coupling.CRM_ID),
    typed('Integration_ID', 'Edm.Guid', (coupling) => coupling.Integration_ID),
    typed('Table_ID', 'Edm.Int32', (coupling) => coupling.Table_ID),
    variable('Record_No', 'Edm.String', (coupling, company) => coupledRecord(coupling, company).no),
    variable('Record_Name', 'Edm.String', (coupling, company) => coupledRecord(coupling, company).name),
    typed('Last_Synch_Modified_On', 'Edm.DateTimeOffset', (coupling) => coupling.lastSynchModifiedOn),
    typed('Last_Synch_CRM_Modified_On', 'Edm.DateTimeOffset', (coupling) => coupling.lastSynchCRMModifiedOn),
    option('Last_Synch_Result', synchResults, (coupling) => coupling.lastSynchResult),
    option('Last_Synch_CRM_Result', synchResults, (coupling) => coupling.lastSynchCRMResult),
    typed('Last_Synch_Job_ID', 'Edm.Guid', (coupling) => coupling.lastSynchJobId),
    typed('Last_Synch_CRM_Job_ID', 'Edm.Guid', (coupling) => coupling.lastSynchCRMJobId),
    variable('Last_Synch_Job_Finished', 'Edm.DateTimeOffset', ({ lastSynchJobId }, company) =>
      finishOf(lastSynchJobId, company),
    ),
    variable('Last_Synch_CRM_Job_Finished', 'Edm.DateTimeOffset', ({ lastSynchCRMJobId }, company) =>
      finishOf(lastSynchCRMJobId, company),
    ),
    typed('Skipped', 'Edm.Boolean', (coupling) => coupling.skipped),
    variable('Last_Error', 'Edm.String', (coupling, company) => lastErrorOf(company, coupling)),
  ],
});
