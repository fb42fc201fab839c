import { recordId } from '../../identity';
import { daysAfter, type Day } from '../../demoData/calendar';
import {
  coupledVendors,
  couplingAccounts,
  customerAndVendor,
  skippedCustomerNo,
  skippedError,
  vendorAccountKey,
} from '../../demoData/couplingAccounts';
import {
  coupledCurrencies,
  coupledOrders,
  couplingItems,
  couplingOrders,
  couplingPriceGroups,
  couplingResources,
  couplingSalespeople,
  invoicesInSales,
  opportunitiesInSales,
  uncoupledUnitGroupItem,
} from '../../demoData/couplingScenarios';
import { numberedContacts } from '../../demoData/demoContacts';
import { demoCustomers } from '../../demoData/demoCustomers';
import { demoItems } from '../../demoData/demoData';
import { customerScenarios } from '../../demoData/customerScenarios';
import { contactKey, opportunityKey } from '../../demoData/salesKeys';
import { scenarios } from '../../demoData/scenarios';
import { unitGroupOf } from '../../demoData/unitGroups';
import {
  noGuid,
  type IntegrationRecord,
  type IntegrationSynchError,
  type IntegrationSynchJob,
} from '../company/synchronizationRecords';
import {
  contactTableId,
  currencyTableId,
  customerPriceGroupTableId,
  customerTableId,
  itemTableId,
  opportunityTableId,
  resourceTableId,
  salesHeaderTableId,
  salesInvoiceHeaderTableId,
  salespersonTableId,
  unitGroupTableId,
  unitOfMeasureTableId,
  vendorTableId,
} from '../company/tableIds';
import { newCoupling } from '../coupling/couplings';

/** Both sides agree on ids through `recordId`: of the row by its table and key, of the record by its own. */
export function seededCoupling(
  table: string,
  key: string,
  tableId: number,
  recordKey: string = key,
): IntegrationRecord {
  return newCoupling(tableId, recordId(`bc:${tableId}`, recordKey), recordId(table, key));
}

const uncoupledItems: ReadonlySet<string> = new Set([
  ...scenarios.filter(({ coupled }) => !coupled).map(({ itemNo }) => itemNo),
  ...couplingItems.filter(({ coupled }) => !coupled).map(({ item }) => item.No),
]);

const uncoupledCustomers: ReadonlySet<string> = new Set(
  customerScenarios.filter(({ coupled }) => !coupled).map(({ customer }) => customer.No),
);

/** Job of the failure that set a coupling aside. */
const failedJobId = recordId('bc:5338', skippedCustomerNo);

/** Account with a synchronization in either direction behind it, and the jobs of these. */
const synchronizedAccountNo = '10000';
const gotJobId = recordId('bc:5338', `${synchronizedAccountNo} got`);
const sentJobId = recordId('bc:5338', `${synchronizedAccountNo} sent`);

function accounts(): readonly IntegrationRecord[] {
  return [
    ...demoCustomers
      .filter(({ No }) => !uncoupledCustomers.has(No))
      .map(({ No }) => seededCoupling('account', No, customerTableId)),
    ...couplingAccounts
      .filter(({ coupled }) => coupled)
      .map(({ key }) => seededCoupling('account', key, customerTableId)),
    ...coupledVendors.map((no) => seededCoupling('account', vendorAccountKey(no), vendorTableId, no)),
    seededCoupling('account', customerAndVendor.customerNo, vendorTableId, customerAndVendor.vendorNo),
  ];
}

function contacts(): readonly IntegrationRecord[] {
  return numberedContacts
    .filter(({ coupled }) => coupled)
    .map(({ no, name, linkedNo }) =>
      seededCoupling('contact', contactKey(linkedNo, name), contactTableId, no),
    );
}

function products(): readonly IntegrationRecord[] {
  return [
    ...demoItems
      .filter(({ No }) => !uncoupledItems.has(No))
      .map(({ No }) => seededCoupling('product', No, itemTableId)),
    ...couplingResources
      .filter(({ coupled }) => coupled)
      .map(({ no }) => seededCoupling('product', no, resourceTableId)),
  ];
}

/**
 * A unit group of Sales with one unit is the partner of that unit of measure, one with several units the partner of the
 * unit group of the first item that has it.
 */
function units(): readonly IntegrationRecord[] {
  const firstItems = new Map<string, string>();
  for (const { No } of demoItems) {
    const { name } = unitGroupOf(No);
    firstItems.set(name, firstItems.get(name) ?? No);
  }
  return [...firstItems].flatMap(([name, itemNo]) => {
    if (itemNo === uncoupledUnitGroupItem) {
      return [];
    }
    return unitGroupOf(itemNo).others.length === 0
      ? [seededCoupling('uomschedule', name, unitOfMeasureTableId)]
      : [seededCoupling('uomschedule', name, unitGroupTableId, `Item ${itemNo}`)];
  });
}

function documents(): readonly IntegrationRecord[] {
  return [
    ...coupledOrders.map((no) => seededCoupling('salesorder', no, salesHeaderTableId)),
    ...couplingOrders.flatMap(({ number, documentNo }) =>
      documentNo === null ? [] : [seededCoupling('salesorder', number, salesHeaderTableId, documentNo)],
    ),
    ...opportunitiesInSales
      .filter(({ coupled }) => coupled)
      .map(({ no }) => seededCoupling('opportunity', opportunityKey(no), opportunityTableId, no)),
    ...invoicesInSales
      .filter(({ coupled }) => coupled)
      .map(({ no }) => seededCoupling('invoice', no, salesInvoiceHeaderTableId)),
  ];
}

/** A coupling with what its last synchronizations left behind. */
function synchronized(coupling: IntegrationRecord, today: Day): IntegrationRecord {
  const yesterday = `${daysAfter(today, -1)}T06:30:00Z`;
  if (coupling.CRM_ID === recordId('account', skippedCustomerNo)) {
    return {
      ...coupling,
      lastSynchModifiedOn: yesterday,
      lastSynchCRMModifiedOn: yesterday,
      lastSynchResult: 'Failure',
      lastSynchCRMResult: 'Success',
      lastSynchJobId: failedJobId,
      skipped: true,
    };
  }
  return coupling.CRM_ID === recordId('account', synchronizedAccountNo)
    ? {
        ...coupling,
        lastSynchModifiedOn: yesterday,
        lastSynchCRMModifiedOn: yesterday,
        lastSynchResult: 'Success',
        lastSynchCRMResult: 'Success',
        lastSynchJobId: gotJobId,
        lastSynchCRMJobId: sentJobId,
      }
    : coupling;
}

/** The couplings of CRONUS. */
export function cronusCouplings(today: Day): readonly IntegrationRecord[] {
  return [
    ...accounts(),
    ...contacts(),
    ...products(),
    ...couplingSalespeople
      .filter(({ coupled }) => coupled)
      .map(({ code, userName }) => seededCoupling('systemuser', userName, salespersonTableId, code)),
    ...coupledCurrencies.map((code) => seededCoupling('transactioncurrency', code, currencyTableId)),
    ...units(),
    ...couplingPriceGroups
      .filter(({ coupled }) => coupled)
      .map(({ code }) => seededCoupling('pricelevel', code, customerPriceGroupTableId)),
    ...documents(),
  ].map((coupling) => synchronized(coupling, today));
}

const noCounts = {
  Inserted: 0,
  Modified: 0,
  Deleted: 0,
  Unchanged: 0,
  Skipped: 0,
  Failed: 0,
  Uncoupled: 0,
  Coupled: 0,
};

/** The jobs of yesterday's synchronizations, and why one of them failed. */
export function pastJobs(today: Day): {
  readonly integrationSynchJobs: readonly IntegrationSynchJob[];
  readonly integrationSynchErrors: readonly IntegrationSynchError[];
} {
  const day = daysAfter(today, -1);
  const crmId = recordId('account', skippedCustomerNo);
  const job = (
    ID: string,
    direction: IntegrationSynchJob['direction'],
    [begin, end]: readonly [string, string],
    counts: Partial<IntegrationSynchJob>,
  ): IntegrationSynchJob => ({
    ...noCounts,
    ID,
    startDateTime: `${day}T${begin}.000Z`,
    finishDateTime: `${day}T${end}.000Z`,
    Message: '',
    mappingName: 'CUSTOMER',
    direction,
    Type: 'Synchronization',
    jobQueueEntryId: recordId('bc:472', ID),
    crmId: noGuid,
    ...counts,
  });
  return {
    integrationSynchJobs: [
      job(failedJobId, 'FromIntegrationTable', ['06:29:58', '06:30:00'], { Failed: 1 }),
      job(gotJobId, 'FromIntegrationTable', ['06:29:58', '06:30:00'], { Unchanged: 1 }),
      job(sentJobId, 'ToIntegrationTable', ['18:29:58', '18:30:00'], { Modified: 1 }),
    ],
    integrationSynchErrors: [
      {
        No: 1,
        jobId: failedJobId,
        dateTime: `${day}T06:30:00.000Z`,
        message: skippedError,
        source: `Account: {${crmId.toUpperCase()}}`,
        destination: `Customer: ${skippedCustomerNo}`,
        crmId,
      },
    ],
  };
}
