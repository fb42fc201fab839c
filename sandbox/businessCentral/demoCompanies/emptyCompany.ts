import type { Day } from '../../demoData/calendar';
import { recordId } from '../../identity';
import { createCompany, type Company } from '../company/company';
import { generalLedgerSetup } from './masterData';

/** A company that was made and never worked in. */
export function emptyCompany(name: string, today: Day): Company {
  return createCompany(name, recordId('bc:company', name), {
    workDate: today,
    items: [],
    itemUnits: [],
    substitutions: [],
    locations: [],
    salesLines: [],
    purchaseLines: [],
    itemLedgerEntries: [],
    coupled: {
      integrationRecords: [],
      integrationSynchJobs: [],
      integrationSynchErrors: [],
      vendors: [],
      contacts: [],
      resources: [],
      salespeople: [],
      unitsOfMeasure: [],
      unitGroups: [],
      customerPriceGroups: [],
      salesHeaders: [],
      opportunities: [],
      salesInvoiceHeaders: [],
    },
    customers: [],
    customerLedgerEntries: [],
    detailedCustomerLedgerEntries: [],
    currencies: [],
    generalLedgerSetup,
  });
}
