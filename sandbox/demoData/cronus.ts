import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  DemoCompany,
  DemoContact,
  DemoCustomer,
  DemoItem,
  DemoItemUnit,
  DemoJournalLine,
  DemoLocation,
  DemoPurchaseDocuments,
  DemoSalesDocuments,
  DemoSalesperson,
  DemoUnit,
  DemoVendor,
} from './records';

/** Reads one file of the demo company; its shape is held by `test/sandbox/businessCentral/demoData.test.ts`. */
function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(__dirname, 'cronus', file), 'utf8')) as Content;
}

const units = read<{
  readonly units_of_measure: readonly DemoUnit[];
  readonly item_units_of_measure: readonly DemoItemUnit[];
}>('units-of-measure.json');

/** CRONUS International Ltd. as Microsoft's demo data gives it, before the sandbox's own scenarios. */
export const cronus = {
  company: read<DemoCompany>('company.json'),
  salespeople: read<readonly DemoSalesperson[]>('salespeople.json'),
  customers: read<readonly DemoCustomer[]>('customers.json'),
  vendors: read<readonly DemoVendor[]>('vendors.json'),
  /** Companies and persons, of customers and of vendors. */
  contacts: read<readonly DemoContact[]>('contacts.json'),
  locations: read<readonly DemoLocation[]>('locations.json'),
  items: read<readonly DemoItem[]>('items.json'),
  units: units.units_of_measure,
  itemUnits: units.item_units_of_measure,
  itemJournal: read<readonly DemoJournalLine[]>('item-journal.json'),
  salesQuotes: read<DemoSalesDocuments>('sales-quotes.json'),
  salesOrders: read<DemoSalesDocuments>('sales-orders.json'),
  salesInvoices: read<DemoSalesDocuments>('sales-invoices.json'),
  /** Blanket orders and return orders. */
  otherSalesDocuments: read<DemoSalesDocuments>('sales-other-documents.json'),
  purchaseOrders: read<DemoPurchaseDocuments>('purchase-orders.json'),
  purchaseInvoices: read<DemoPurchaseDocuments>('purchase-invoices.json'),
  /** Credit memos and return orders. */
  otherPurchaseDocuments: read<DemoPurchaseDocuments>('purchase-other-documents.json'),
} as const;
