import { recordId } from '../../identity';
import { bulkItems } from '../../demoData/bulkItems';
import type { Day } from '../../demoData/calendar';
import { couplingItems } from '../../demoData/couplingScenarios';
import { cronus } from '../../demoData/cronus';
import { customerScenarios } from '../../demoData/customerScenarios';
import { demoCustomers } from '../../demoData/demoCustomers';
import { demoItems, demoItemUnits } from '../../demoData/demoData';
import { manyProducts } from '../../demoData/manyProducts';
import { scenarios, type Scenario } from '../../demoData/scenarios';
import { createCompany, type Company } from '../company/company';
import type { Customer } from '../company/receivables';
import type { ItemSubstitution, PurchaseLine, SalesLine } from '../company/records';
import { openPurchaseLines, openSalesLines } from './documentLines';
import { currencies } from './currencies';
import { customerLedger } from './customerPosting';
import { bulkCustomers, skippedCouplings } from './bulkCustomers';
import { coupledRecords } from './coupledContent';
import { cronusCouplings, pastJobs } from './couplings';
import { couplingCustomers, couplingOrderLines, couplingPostings } from './couplingRecords';
import { customerOf, generalLedgerSetup, itemOf, itemUnitOf } from './masterData';
import { cronusInvoices } from './postedInvoices';
import { adjustments, cronusPostings, itemLedgerEntries, type Posting } from './posting';
import { scenarioCustomerLines, scenarioPostings } from './scenarioReceivables';
import { scenarioPurchaseLines, scenarioSalesLines } from './scenarioOrders';

const scenarioOf = new Map<string, Scenario>(scenarios.map((scenario) => [scenario.itemNo, scenario]));
const customerScenarioOf = new Map(customerScenarios.map((scenario) => [scenario.customer.No, scenario]));

/** Items that Sales knows and Business Central does not: deleted, or not made yet. */
const missingItems: ReadonlySet<string> = new Set([
  ...scenarios.filter(({ itemDeleted }) => itemDeleted).map(({ itemNo }) => itemNo),
  ...couplingItems.filter(({ side }) => side === 'sales').map(({ item }) => item.No),
]);

function isMissing(itemNo: string): boolean {
  return missingItems.has(itemNo);
}

/** CRONUS's own open lines stay, unless the item is gone or a scenario states all its orders. */
function keepsLine(line: SalesLine | PurchaseLine): boolean {
  return (
    line.Type !== 'Item' ||
    (!isMissing(line.No) && (line.Document_Type !== 'Order' || !scenarioOf.get(line.No)?.supply))
  );
}

function descriptionOf(itemNo: string): string {
  return demoItems.find((item) => item.No === itemNo)?.Description ?? '';
}

/** An interchangeable substitute stands in the list of either item (table 5715, field "Interchangeable"). */
function mirrored(substitution: ItemSubstitution): readonly ItemSubstitution[] {
  if (!substitution.Interchangeable) {
    return [substitution];
  }
  return [
    substitution,
    {
      ...substitution,
      No: substitution.Substitute_No,
      Substitute_No: substitution.No,
      Description: descriptionOf(substitution.No),
    },
  ];
}

function substitutions(): readonly ItemSubstitution[] {
  const own = cronus.items.flatMap((item) =>
    item.Substitutions.map((substitution) => ({ No: item.No, Condition: false, ...substitution })),
  );
  const ofScenarios = scenarios.flatMap((scenario) =>
    scenario.substitutes.map((substitute) => ({
      No: scenario.itemNo,
      Substitute_No: substitute.itemNo,
      Description: descriptionOf(substitute.itemNo),
      Interchangeable: substitute.interchangeable,
      Condition: substitute.conditional,
    })),
  );
  return [...own, ...ofScenarios].flatMap(mirrored);
}

function postings(today: Day): readonly Posting[] {
  const posted = cronusPostings(today).filter((posting) => !isMissing(posting.itemNo));
  const ofScenarios = scenarios.flatMap(({ itemNo, supply }) =>
    supply === null ? [] : adjustments(itemNo, posted, supply.stock, today),
  );
  const ofBulkItems = bulkItems
    .filter((bulk) => bulk.inventory !== 0)
    .map((bulk) => ({
      itemNo: bulk.item.No,
      locationCode: '',
      postingDate: today,
      quantity: bulk.inventory,
    }));
  return [...posted, ...ofScenarios, ...ofBulkItems, ...couplingPostings(today)];
}

function salesLinesOn(today: Day): readonly SalesLine[] {
  return [
    ...[
      ...openSalesLines(cronus.salesQuotes, today),
      ...openSalesLines(cronus.salesOrders, today),
      ...openSalesLines(cronus.salesInvoices, today),
      ...openSalesLines(cronus.otherSalesDocuments, today),
    ].filter(keepsLine),
    ...scenarioSalesLines(today),
    ...scenarioCustomerLines(today),
    ...couplingOrderLines(today),
  ];
}

function customersOn(today: Day): readonly Customer[] {
  return [
    ...demoCustomers
      .filter((customer) => !(customerScenarioOf.get(customer.No)?.customerDeleted ?? false))
      .map((customer) => customerOf(customer, today, customerScenarioOf.get(customer.No)?.blocked ?? ' ')),
    ...couplingCustomers(today),
  ];
}

/**
 * CRONUS International Ltd. on its work date, with everything posted and the scenarios set up.
 * @param bulk so many customers more
 * @param bulkProducts so many products more in Sales, of which Business Central has most
 * @param skipped so many of the customers more are coupled, and left out of synchronization
 */
export function cronusCompany(today: Day, bulk = 0, bulkProducts = 0, skipped = 0): Company {
  const salesLines = salesLinesOn(today);
  const customers = customersOn(today);
  const template = customers.at(-1);
  const moreCustomers = template === undefined ? [] : bulkCustomers(bulk, template);
  const ledger = customerLedger([...cronusInvoices(today), ...scenarioPostings(today)]);
  return createCompany(cronus.company.Name, recordId('bc:company', cronus.company.Name), {
    workDate: today,
    items: [
      ...demoItems
        .filter((item) => !isMissing(item.No))
        .map((item) => itemOf(item, today, scenarioOf.get(item.No)?.blocked ?? false)),
      ...manyProducts(bulkProducts)
        .filter(({ isInBusinessCentral }) => isInBusinessCentral)
        .map(({ item }) => itemOf(item, today, false)),
    ],
    itemUnits: demoItemUnits.filter((unit) => !isMissing(unit.Item_No)).map(itemUnitOf),
    substitutions: substitutions(),
    locations: cronus.locations.map(({ Code, Name }) => ({ Code, Name })),
    salesLines,
    purchaseLines: [
      ...[
        ...openPurchaseLines(cronus.purchaseOrders, today),
        ...openPurchaseLines(cronus.purchaseInvoices, today),
        ...openPurchaseLines(cronus.otherPurchaseDocuments, today),
      ].filter(keepsLine),
      ...scenarioPurchaseLines(today),
    ],
    itemLedgerEntries: itemLedgerEntries(postings(today)),
    coupled: {
      ...coupledRecords(salesLines, today),
      ...pastJobs(today),
      integrationRecords: [...cronusCouplings(today), ...skippedCouplings(skipped, moreCustomers)],
    },
    customers: [...customers, ...moreCustomers],
    customerLedgerEntries: ledger.entries,
    detailedCustomerLedgerEntries: ledger.details,
    currencies,
    generalLedgerSetup,
  });
}
