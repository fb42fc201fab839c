import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  DemoCompany,
  DemoContact,
  DemoCurrency,
  DemoCustomer,
  DemoItem,
  DemoItemUnit,
  DemoJournalLine,
  DemoLatePayment,
  DemoLocation,
  DemoOpportunity,
  DemoPaymentTerms,
  DemoPurchaseDocuments,
  DemoSalesDocuments,
  DemoSalesperson,
  DemoUnit,
  DemoVendor,
} from './records';

/** Reads one file of the demo company; its shape is held by `test/sandbox/businessCentral/demoData.test.ts`. */
function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, 'cronus', file), 'utf8'));
}

const units = read('units-of-measure.json') as {
  readonly units_of_measure: readonly DemoUnit[];
  readonly item_units_of_measure: readonly DemoItemUnit[];
};

/** CRONUS International Ltd. as Microsoft's demo data gives it, before the sandbox's own scenarios. */
export const cronus = {
  company: read('company.json') as DemoCompany,
  salespeople: read('salespeople.json') as readonly DemoSalesperson[],
  customers: read('customers.json') as readonly DemoCustomer[],
  paymentTerms: read('payment-terms.json') as readonly DemoPaymentTerms[],
  currencies: read('currencies.json') as readonly DemoCurrency[],
  latePayments: read('customer-late-payments.json') as readonly DemoLatePayment[],
  vendors: read('vendors.json') as readonly DemoVendor[],
  /** Companies and persons, of customers and of vendors. */
  contacts: read('contacts.json') as readonly DemoContact[],
  opportunities: read('opportunities.json') as readonly DemoOpportunity[],
  locations: read('locations.json') as readonly DemoLocation[],
  items: read('items.json') as readonly DemoItem[],
  units: units.units_of_measure,
  itemUnits: units.item_units_of_measure,
  itemJournal: read('item-journal.json') as readonly DemoJournalLine[],
  salesQuotes: read('sales-quotes.json') as DemoSalesDocuments,
  salesOrders: read('sales-orders.json') as DemoSalesDocuments,
  salesInvoices: read('sales-invoices.json') as DemoSalesDocuments,
  /** Blanket orders and return orders. */
  otherSalesDocuments: read('sales-other-documents.json') as DemoSalesDocuments,
  purchaseOrders: read('purchase-orders.json') as DemoPurchaseDocuments,
  purchaseInvoices: read('purchase-invoices.json') as DemoPurchaseDocuments,
  /** Credit memos and return orders. */
  otherPurchaseDocuments: read('purchase-other-documents.json') as DemoPurchaseDocuments,
} as const;
