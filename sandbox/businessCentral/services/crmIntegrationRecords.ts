import type { Company } from '../company/company';
import { synchResults, type IntegrationRecord } from '../company/records';
import { customerTableId, itemTableId } from '../company/tableIds';
import { option, typed, variable } from './recordFields';
import { readOnlyPage } from './service';

/** Number and name of a record, as a person knows it. */
interface KnownAs {
  readonly no: string;
  readonly name: string;
}

/** What the coupled record is known as, found by its SystemId; null where it is gone. */
function coupledRecord(coupling: IntegrationRecord, company: Company): KnownAs | null {
  switch (coupling.Table_ID) {
    case itemTableId: {
      const [item] = company.items.group(coupling.Integration_ID);
      return item === undefined ? null : { no: item.No, name: item.Description };
    }
    case customerTableId: {
      const [customer] = company.customers.group(coupling.Integration_ID);
      return customer === undefined ? null : { no: customer.No, name: customer.Name };
    }
    default:
      return null;
  }
}

/**
 * Page of the companion extension on table 5331: the couplings of all tables. Number and name are variables that
 * OnAfterGetRecord looks up by the record's SystemId, and the error comes from the log of the synchronization: none of
 * the three can be filtered or sorted by.
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
    variable('Record_No', 'Edm.String', (coupling, company) => coupledRecord(coupling, company)?.no ?? ''),
    variable(
      'Record_Name',
      'Edm.String',
      (coupling, company) => coupledRecord(coupling, company)?.name ?? '',
    ),
    typed('Last_Synch_Modified_On', 'Edm.DateTimeOffset', (coupling) => coupling.lastSynchModifiedOn),
    typed('Last_Synch_CRM_Modified_On', 'Edm.DateTimeOffset', (coupling) => coupling.lastSynchCRMModifiedOn),
    option('Last_Synch_Result', synchResults, (coupling) => coupling.lastSynchResult),
    option('Last_Synch_CRM_Result', synchResults, (coupling) => coupling.lastSynchCRMResult),
    typed('Skipped', 'Edm.Boolean', (coupling) => coupling.skipped),
    variable('Last_Error', 'Edm.String', (coupling) => coupling.lastError),
  ],
});
