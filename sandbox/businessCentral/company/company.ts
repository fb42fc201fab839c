import type { Day } from '../../demoData/calendar';
import type {
  Currency,
  Customer,
  CustomerLedgerEntry,
  DetailedCustomerLedgerEntry,
  GeneralLedgerSetup,
} from './receivables';
import type {
  IntegrationRecord,
  Item,
  ItemLedgerEntry,
  ItemSubstitution,
  ItemUnit,
  Location,
  PurchaseLine,
  SalesLine,
} from './records';
import { Table } from './table';

/** A company of the database: a name, an id, and tables of its own. */
export interface Company {
  readonly name: string;
  /** A GUID. */
  readonly id: string;
  /** What the company takes for today. */
  readonly workDate: Day;
  readonly items: Table<Item>;
  readonly itemUnits: Table<ItemUnit>;
  readonly substitutions: Table<ItemSubstitution>;
  readonly locations: Table<Location>;
  readonly salesLines: Table<SalesLine>;
  readonly purchaseLines: Table<PurchaseLine>;
  readonly itemLedgerEntries: Table<ItemLedgerEntry>;
  readonly integrationRecords: Table<IntegrationRecord>;
  readonly customers: Table<Customer>;
  /** Grouped by customer number. */
  readonly customerLedgerEntries: Table<CustomerLedgerEntry>;
  /** Grouped by the number of the ledger entry that they make up. */
  readonly detailedCustomerLedgerEntries: Table<DetailedCustomerLedgerEntry>;
  readonly currencies: Table<Currency>;
  readonly generalLedgerSetup: Table<GeneralLedgerSetup>;
}

/** What a company is filled with. */
export interface CompanyContent {
  readonly workDate: Day;
  readonly items: readonly Item[];
  readonly itemUnits: readonly ItemUnit[];
  readonly substitutions: readonly ItemSubstitution[];
  readonly locations: readonly Location[];
  readonly salesLines: readonly SalesLine[];
  readonly purchaseLines: readonly PurchaseLine[];
  readonly itemLedgerEntries: readonly ItemLedgerEntry[];
  readonly integrationRecords: readonly IntegrationRecord[];
  readonly customers: readonly Customer[];
  readonly customerLedgerEntries: readonly CustomerLedgerEntry[];
  readonly detailedCustomerLedgerEntries: readonly DetailedCustomerLedgerEntry[];
  readonly currencies: readonly Currency[];
  readonly generalLedgerSetup: GeneralLedgerSetup;
}

/** Sets up a company; primary keys are those of Business Central's tables. */
export function createCompany(name: string, id: string, content: CompanyContent): Company {
  return {
    name,
    id,
    workDate: content.workDate,
    items: new Table(
      (item) => [item.No],
      (item) => item.systemId,
      content.items,
    ),
    itemUnits: new Table(
      (unit) => [unit.Item_No, unit.Code],
      (unit) => unit.Item_No,
      content.itemUnits,
    ),
    substitutions: new Table(
      (substitution) => [substitution.No, substitution.Substitute_No],
      (substitution) => substitution.No,
      content.substitutions,
    ),
    locations: new Table(
      (location) => [location.Code],
      (location) => location.Code,
      content.locations,
    ),
    salesLines: new Table(
      (line) => [line.Document_Type, line.Document_No, line.Line_No],
      (line) => line.No,
      content.salesLines,
    ),
    purchaseLines: new Table(
      (line) => [line.Document_Type, line.Document_No, line.Line_No],
      (line) => line.No,
      content.purchaseLines,
    ),
    itemLedgerEntries: new Table(
      (entry) => [entry.entryNo],
      (entry) => entry.itemNo,
      content.itemLedgerEntries,
    ),
    integrationRecords: new Table(
      (record) => [record.CRM_ID, record.Integration_ID],
      (record) => record.CRM_ID,
      content.integrationRecords,
    ),
    customers: new Table(
      (customer) => [customer.No],
      (customer) => customer.systemId,
      content.customers,
    ),
    customerLedgerEntries: new Table(
      (entry) => [entry.entryNo],
      (entry) => entry.customerNo,
      content.customerLedgerEntries,
    ),
    detailedCustomerLedgerEntries: new Table(
      (entry) => [entry.entryNo],
      (entry) => String(entry.customerLedgerEntryNo),
      content.detailedCustomerLedgerEntries,
    ),
    currencies: new Table(
      (currency) => [currency.Code],
      (currency) => currency.Code,
      content.currencies,
    ),
    generalLedgerSetup: new Table(
      (setup) => [setup.Primary_Key],
      (setup) => setup.Primary_Key,
      [content.generalLedgerSetup],
    ),
  };
}
