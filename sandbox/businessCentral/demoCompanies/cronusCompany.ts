import { recordId } from '../../identity';
import { bulkItems } from '../../demoData/bulkItems';
import type { Day } from '../../demoData/calendar';
import { cronus } from '../../demoData/cronus';
import { customerScenarios } from '../../demoData/customerScenarios';
import { demoCustomers } from '../../demoData/demoCustomers';
import { demoItems, demoItemUnits } from '../../demoData/demoData';
import { scenarios, type Scenario } from '../../demoData/scenarios';
import { createCompany, type Company } from '../company/company';
import type { ItemSubstitution, PurchaseLine, SalesLine } from '../company/records';
import { openPurchaseLines, openSalesLines } from './documentLines';
import { currencies } from './currencies';
import { customerLedger } from './customerPosting';
import {
  customerCoupling,
  customerOf,
  generalLedgerSetup,
  itemCoupling,
  itemOf,
  itemUnitOf,
} from './masterData';
import { cronusInvoices } from './postedInvoices';
import { adjustments, cronusPostings, itemLedgerEntries, type Posting } from './posting';
import { scenarioCustomerLines, scenarioPostings } from './scenarioReceivables';
import { scenarioPurchaseLines, scenarioSalesLines } from './scenarioOrders';

const scenarioOf = new Map<string, Scenario>(scenarios.map((scenario) => [scenario.itemNo, scenario]));
const customerScenarioOf = new Map(customerScenarios.map((scenario) => [scenario.customer.No, scenario]));

function isDeleted(itemNo: string): boolean {
  return scenarioOf.get(itemNo)?.itemDeleted ?? false;
}

/** CRONUS's own open lines stay, unless the item is gone or a scenario states all its orders. */
function keepsLine(line: SalesLine | PurchaseLine): boolean {
  return (
    line.Type !== 'Item' ||
    (!isDeleted(line.No) && (line.Document_Type !== 'Order' || !scenarioOf.get(line.No)?.supply))
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
  const posted = cronusPostings(today).filter((posting) => !isDeleted(posting.itemNo));
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
  return [...posted, ...ofScenarios, ...ofBulkItems];
}

/** CRONUS International Ltd. on its work date, with everything posted and the scenarios set up. */
export function cronusCompany(today: Day): Company {
  const ledger = customerLedger([...cronusInvoices(today), ...scenarioPostings(today)]);
  return createCompany(cronus.company.Name, recordId('bc:company', cronus.company.Name), {
    workDate: today,
    items: demoItems
      .filter((item) => !isDeleted(item.No))
      .map((item) => itemOf(item, today, scenarioOf.get(item.No)?.blocked ?? false)),
    itemUnits: demoItemUnits.filter((unit) => !isDeleted(unit.Item_No)).map(itemUnitOf),
    substitutions: substitutions(),
    locations: cronus.locations.map(({ Code, Name }) => ({ Code, Name })),
    salesLines: [
      ...[
        ...openSalesLines(cronus.salesQuotes, today),
        ...openSalesLines(cronus.salesOrders, today),
        ...openSalesLines(cronus.salesInvoices, today),
        ...openSalesLines(cronus.otherSalesDocuments, today),
      ].filter(keepsLine),
      ...scenarioSalesLines(today),
      ...scenarioCustomerLines(today),
    ],
    purchaseLines: [
      ...[
        ...openPurchaseLines(cronus.purchaseOrders, today),
        ...openPurchaseLines(cronus.purchaseInvoices, today),
        ...openPurchaseLines(cronus.otherPurchaseDocuments, today),
      ].filter(keepsLine),
      ...scenarioPurchaseLines(today),
    ],
    itemLedgerEntries: itemLedgerEntries(postings(today)),
    integrationRecords: [
      ...demoItems
        .filter((item) => scenarioOf.get(item.No)?.coupled ?? true)
        .map((item) => itemCoupling(item.No)),
      ...demoCustomers
        .filter((customer) => customerScenarioOf.get(customer.No)?.coupled ?? true)
        .map((customer) => customerCoupling(customer.No)),
    ],
    customers: demoCustomers
      .filter((customer) => !(customerScenarioOf.get(customer.No)?.customerDeleted ?? false))
      .map((customer) => customerOf(customer, today, customerScenarioOf.get(customer.No)?.blocked ?? ' ')),
    customerLedgerEntries: ledger.entries,
    detailedCustomerLedgerEntries: ledger.details,
    currencies,
    generalLedgerSetup,
  });
}
