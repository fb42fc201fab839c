import type { Day } from '../../demoData/calendar';
import type {
  Currency,
  Customer,
  CustomerLedgerEntry,
  DetailedCustomerLedgerEntry,
  GeneralLedgerSetup,
} from './receivables';
import type {
  Item,
  ItemLedgerEntry,
  ItemSubstitution,
  ItemUnit,
  Location,
  PurchaseLine,
  SalesLine,
} from './records';
import type {
  Contact,
  CustomerPriceGroup,
  Opportunity,
  Resource,
  SalesHeader,
  SalesInvoiceHeader,
  Salesperson,
  UnitGroup,
  UnitOfMeasure,
  Vendor,
} from './coupledRecords';
import type {
  FullSynchLine,
  IntegrationRecord,
  IntegrationSynchError,
  IntegrationSynchJob,
} from './synchronizationRecords';
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
  /** Grouped by the row in Dataverse. */
  readonly integrationRecords: Table<IntegrationRecord>;
  readonly integrationSynchJobs: Table<IntegrationSynchJob>;
  /** Grouped by job. */
  readonly integrationSynchErrors: Table<IntegrationSynchError>;
  readonly fullSynchLines: Table<FullSynchLine>;
  /** This table and all after it are grouped by SystemId, unless they say otherwise. */
  readonly vendors: Table<Vendor>;
  readonly contacts: Table<Contact>;
  readonly resources: Table<Resource>;
  readonly salespeople: Table<Salesperson>;
  readonly unitsOfMeasure: Table<UnitOfMeasure>;
  readonly unitGroups: Table<UnitGroup>;
  readonly customerPriceGroups: Table<CustomerPriceGroup>;
  readonly salesHeaders: Table<SalesHeader>;
  readonly opportunities: Table<Opportunity>;
  readonly salesInvoiceHeaders: Table<SalesInvoiceHeader>;
  readonly customers: Table<Customer>;
  /** Grouped by customer number. */
  readonly customerLedgerEntries: Table<CustomerLedgerEntry>;
  /** Grouped by the number of the ledger entry that they make up. */
  readonly detailedCustomerLedgerEntries: Table<DetailedCustomerLedgerEntry>;
  readonly currencies: Table<Currency>;
  readonly generalLedgerSetup: Table<GeneralLedgerSetup>;
}

/** Couplings, and the records that are there to be coupled. */
export interface CoupledContent {
  readonly integrationRecords: readonly IntegrationRecord[];
  readonly integrationSynchJobs: readonly IntegrationSynchJob[];
  readonly integrationSynchErrors: readonly IntegrationSynchError[];
  readonly vendors: readonly Vendor[];
  readonly contacts: readonly Contact[];
  readonly resources: readonly Resource[];
  readonly salespeople: readonly Salesperson[];
  readonly unitsOfMeasure: readonly UnitOfMeasure[];
  readonly unitGroups: readonly UnitGroup[];
  readonly customerPriceGroups: readonly CustomerPriceGroup[];
  readonly salesHeaders: readonly SalesHeader[];
  readonly opportunities: readonly Opportunity[];
  readonly salesInvoiceHeaders: readonly SalesInvoiceHeader[];
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
  readonly coupled: CoupledContent;
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
    ...coupledTables(content.coupled),
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
    currencies: withCode(content.currencies),
    generalLedgerSetup: new Table(
      (setup) => [setup.Primary_Key],
      (setup) => setup.Primary_Key,
      [content.generalLedgerSetup],
    ),
  };
}

interface WithSystemId {
  readonly systemId: string;
}

function withCode<Row extends WithSystemId & { readonly Code: string }>(rows: readonly Row[]): Table<Row> {
  return new Table(
    (row) => [row.Code],
    (row) => row.systemId,
    rows,
  );
}

function withNumber<Row extends WithSystemId & { readonly No: string }>(rows: readonly Row[]): Table<Row> {
  return new Table(
    (row) => [row.No],
    (row) => row.systemId,
    rows,
  );
}

function coupledTables(content: CoupledContent) {
  return {
    integrationRecords: new Table<IntegrationRecord>(
      (record) => [record.CRM_ID, record.Integration_ID],
      (record) => record.CRM_ID,
      content.integrationRecords,
    ),
    integrationSynchJobs: new Table<IntegrationSynchJob>(
      (job) => [job.ID],
      (job) => job.jobQueueEntryId,
      content.integrationSynchJobs,
    ),
    integrationSynchErrors: new Table<IntegrationSynchError>(
      (error) => [error.No],
      (error) => error.jobId,
      content.integrationSynchErrors,
    ),
    fullSynchLines: new Table<FullSynchLine>(
      (line) => [line.Name],
      (line) => line.jobQueueEntryId,
    ),
    vendors: withNumber(content.vendors),
    contacts: withNumber(content.contacts),
    resources: withNumber(content.resources),
    salespeople: withCode(content.salespeople),
    unitsOfMeasure: withCode(content.unitsOfMeasure),
    unitGroups: new Table<UnitGroup>(
      (group) => [group.Source_Type, group.Source_No],
      (group) => group.systemId,
      content.unitGroups,
    ),
    customerPriceGroups: withCode(content.customerPriceGroups),
    salesHeaders: new Table<SalesHeader>(
      (header) => [header.Document_Type, header.No],
      (header) => header.systemId,
      content.salesHeaders,
    ),
    opportunities: withNumber(content.opportunities),
    salesInvoiceHeaders: withNumber(content.salesInvoiceHeaders),
  };
}
