import { recordId } from '../../identity';
import type { Day } from '../../demoData/calendar';
import { directorsCutItems, directorsCutName } from '../../demoData/directorsCut';
import { createCompany, type Company } from '../company/company';
import { itemTableId } from '../company/tableIds';
import { seededCoupling } from './couplings';
import { generalLedgerSetup, itemOf } from './masterData';
import { itemLedgerEntries } from './posting';

/** The second company, with an apostrophe in its name. */
export function directorsCutCompany(today: Day): Company {
  return createCompany(directorsCutName, recordId('bc:company', directorsCutName), {
    workDate: today,
    items: directorsCutItems.map(({ item }) => itemOf(item, today, false)),
    itemUnits: directorsCutItems.map(({ item }) => ({
      Item_No: item.No,
      Code: item.Base_Unit_of_Measure,
      Qty_per_Unit_of_Measure: 1,
    })),
    substitutions: [],
    locations: [{ Code: 'STUDIO', Name: 'Studio' }],
    salesLines: [],
    purchaseLines: [],
    itemLedgerEntries: itemLedgerEntries(
      directorsCutItems
        .filter(({ inventory }) => inventory !== 0)
        .map(({ item, inventory }) => ({
          itemNo: item.No,
          locationCode: '',
          postingDate: today,
          quantity: inventory,
        })),
    ),
    coupled: {
      integrationRecords: directorsCutItems.map(({ item }) =>
        seededCoupling('product', item.No, itemTableId),
      ),
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
