import type { Company } from '../company/company';
import { salesHeaderStatuses, type SalesHeader, type SalesInvoiceHeader } from '../company/coupledRecords';
import { sumOf } from '../company/decimals';
import type { SalesLine } from '../company/records';
import { salesHeaderTableId, salesInvoiceHeaderTableId } from '../company/tableIds';
import { withVAT } from '../demoCompanies/valueAddedTax';
import { coupledToDataverse } from './coupledToDataverse';
import { documentTypes } from './documentLineOptions';
import { constant, flowField, option, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Order lines by document, made anew only after the table has changed. */
const orderLines = new WeakMap<object, ReadonlyMap<string, readonly SalesLine[]>>();

function linesOf({ salesLines }: Company, documentNo: string): readonly SalesLine[] {
  const all = salesLines.all();
  let byDocument = orderLines.get(all);
  if (byDocument === undefined) {
    const grouped = new Map<string, SalesLine[]>();
    for (const { row } of all) {
      if (row.Document_Type === 'Order') {
        grouped.set(row.Document_No, [...(grouped.get(row.Document_No) ?? []), row]);
      }
    }
    byDocument = grouped;
    orderLines.set(all, byDocument);
  }
  return byDocument.get(documentNo) ?? [];
}

/** "Amount": the lines after their discounts, without VAT. */
function amountOf({ No }: SalesHeader, company: Company): number {
  return sumOf(
    linesOf(company, No),
    (line) => (line.Quantity * line.unitPrice * (100 - line.lineDiscountPercent)) / 100,
  );
}

/** Page 9305, which shows orders only. */
export const salesOrders = readOnlyPage<SalesHeader>({
  name: 'SalesOrders',
  object: 'Page 9305 Sales Order List',
  key: ['Document_Type', 'No'],
  table: (company) => company.salesHeaders,
  fields: [
    option('Document_Type', documentTypes, (header) => header.Document_Type),
    text('No', 20, (header) => header.No),
    text('Sell_to_Customer_No', 20, (header) => header.Sell_to_Customer_No),
    text('Sell_to_Customer_Name', 100, (header) => header.Sell_to_Customer_Name),
    text('External_Document_No', 35, (header) => header.External_Document_No),
    constant('Sell_to_Post_Code', 'Edm.String', ''),
    constant('Sell_to_Country_Region_Code', 'Edm.String', ''),
    constant('Sell_to_Contact', 'Edm.String', ''),
    text('Bill_to_Customer_No', 20, (header) => header.Sell_to_Customer_No),
    text('Bill_to_Name', 100, (header) => header.Sell_to_Customer_Name),
    typed('Posting_Date', 'Edm.Date', (header) => header.Document_Date),
    text('Location_Code', 10, (header) => header.Location_Code),
    constant('Quote_No', 'Edm.String', ''),
    text('Salesperson_Code', 20, (header) => header.Salesperson_Code),
    constant('Assigned_User_ID', 'Edm.String', ''),
    text('Currency_Code', 10, (header) => header.Currency_Code),
    typed('Document_Date', 'Edm.Date', (header) => header.Document_Date),
    typed('Requested_Delivery_Date', 'Edm.Date', (header) => header.Requested_Delivery_Date),
    option('Status', salesHeaderStatuses, (header) => header.Status),
    constant('Completely_Shipped', 'Edm.Boolean', false),
    flowField<SalesHeader>('Amount', amountOf),
    flowField<SalesHeader>('Amount_Including_VAT', (header, company) =>
      withVAT(amountOf(header, company), header.Sell_to_Customer_No),
    ),
    coupledToDataverse(salesHeaderTableId),
  ],
});

/** Page 143. */
export const postedSalesInvoices = readOnlyPage<SalesInvoiceHeader>({
  name: 'PostedSalesInvoices',
  object: 'Page 143 Posted Sales Invoices',
  key: ['No'],
  table: (company) => company.salesInvoiceHeaders,
  fields: [
    text('No', 20, (invoice) => invoice.No),
    constant('Order_No', 'Edm.String', ''),
    text('Sell_to_Customer_No', 20, (invoice) => invoice.Sell_to_Customer_No),
    text('Sell_to_Customer_Name', 100, (invoice) => invoice.Sell_to_Customer_Name),
    text('Currency_Code', 10, (invoice) => invoice.Currency_Code),
    typed('Amount', 'Edm.Decimal', (invoice) => invoice.Amount),
    typed('Amount_Including_VAT', 'Edm.Decimal', (invoice) => invoice.Amount_Including_VAT),
    text('Bill_to_Customer_No', 20, (invoice) => invoice.Sell_to_Customer_No),
    text('Bill_to_Name', 100, (invoice) => invoice.Sell_to_Customer_Name),
    typed('Posting_Date', 'Edm.Date', (invoice) => invoice.Posting_Date),
    text('Salesperson_Code', 20, (invoice) => invoice.Salesperson_Code),
    text('Pre_Assigned_No', 20, (invoice) => invoice.preAssignedNo),
    typed('Document_Date', 'Edm.Date', (invoice) => invoice.Posting_Date),
    typed('Due_Date', 'Edm.Date', (invoice) => invoice.Due_Date),
    constant('Cancelled', 'Edm.Boolean', false),
    coupledToDataverse(salesInvoiceHeaderTableId),
  ],
});
