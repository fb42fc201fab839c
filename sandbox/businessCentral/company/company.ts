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
  readonly items: Table<Item>;
  readonly itemUnits: Table<ItemUnit>;
  readonly substitutions: Table<ItemSubstitution>;
  readonly locations: Table<Location>;
  readonly salesLines: Table<SalesLine>;
  readonly purchaseLines: Table<PurchaseLine>;
  readonly itemLedgerEntries: Table<ItemLedgerEntry>;
  readonly integrationRecords: Table<IntegrationRecord>;
}

/** What a company is filled with. */
export interface CompanyContent {
  readonly items: readonly Item[];
  readonly itemUnits: readonly ItemUnit[];
  readonly substitutions: readonly ItemSubstitution[];
  readonly locations: readonly Location[];
  readonly salesLines: readonly SalesLine[];
  readonly purchaseLines: readonly PurchaseLine[];
  readonly itemLedgerEntries: readonly ItemLedgerEntry[];
  readonly integrationRecords: readonly IntegrationRecord[];
}

/** Sets up a company; primary keys are those of Business Central's tables. */
export function createCompany(name: string, id: string, content: CompanyContent): Company {
  return {
    name,
    id,
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
  };
}
