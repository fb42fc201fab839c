import type { Company } from '../company/company';
import { originalAmount, remainingAmount } from '../company/customerLedger';
import { ledgerDocumentTypes, type CustomerLedgerEntry } from '../company/receivables';
import { blankDate } from '../company/records';
import type { StoredRecord } from '../company/table';
import { constant, flowField, option, text, typed } from './recordFields';
import { rowReader, type RecordField, type Service } from './service';

type Entry = CustomerLedgerEntry;

function debit(amount: number): number {
  return Math.max(amount, 0);
}

function credit(amount: number): number {
  return Math.max(0 - amount, 0);
}

/** An entry's amounts are its initial ones: the sandbox posts neither discounts nor exchange rate gains. */
const amounts: readonly RecordField<Entry>[] = [
  flowField('Original_Amount', (entry, company) => originalAmount(company, entry, 'amount')),
  flowField('Original_Amt_LCY', (entry, company) => originalAmount(company, entry, 'amountLCY')),
  flowField('Amount', (entry, company) => originalAmount(company, entry, 'amount')),
  flowField('Amount_LCY', (entry, company) => originalAmount(company, entry, 'amountLCY')),
  flowField('Debit_Amount', (entry, company) => debit(originalAmount(company, entry, 'amount'))),
  flowField('Debit_Amount_LCY', (entry, company) => debit(originalAmount(company, entry, 'amountLCY'))),
  flowField('Credit_Amount', (entry, company) => credit(originalAmount(company, entry, 'amount'))),
  flowField('Credit_Amount_LCY', (entry, company) => credit(originalAmount(company, entry, 'amountLCY'))),
  flowField('Remaining_Amount', (entry, company) => remainingAmount(company, entry, 'amount')),
  flowField('Remaining_Amt_LCY', (entry, company) => remainingAmount(company, entry, 'amountLCY')),
];

/** "Customer Name" is the customer's of today; blank where the customer has been deleted. */
function customerName(entry: Entry, company: Company): string {
  return company.customers.get(entry.customerNo)?.row.Name ?? '';
}

/** Fields of page 25 in its order; those that the sandbox's company makes no use of are constants. */
const fields: readonly RecordField<Entry>[] = [
  typed('Posting_Date', 'Edm.Date', (entry) => entry.postingDate),
  typed('Document_Date', 'Edm.Date', (entry) => entry.postingDate),
  option('Document_Type', ledgerDocumentTypes, (entry) => entry.documentType),
  text('Document_No', 20, (entry) => entry.documentNo),
  text('Customer_No', 20, (entry) => entry.customerNo),
  { name: 'Customer_Name', type: 'Edm.String', kind: 'field', maxLength: 100, value: customerName },
  text('Description', 100, (entry) => entry.description),
  constant('Global_Dimension_1_Code', 'Edm.String', ''),
  constant('Global_Dimension_2_Code', 'Edm.String', ''),
  constant('Customer_Posting_Group', 'Edm.String', ''),
  constant('IC_Partner_Code', 'Edm.String', ''),
  text('Salesperson_Code', 20, (entry) => entry.salespersonCode),
  text('Currency_Code', 10, (entry) => entry.currencyCode),
  ...amounts,
  typed('Sales_LCY', 'Edm.Decimal', (entry) => entry.salesLCY),
  constant('Bal_Account_Type', 'Edm.String', 'G/L Account'),
  constant('Bal_Account_No', 'Edm.String', ''),
  typed('Due_Date', 'Edm.Date', (entry) => entry.dueDate),
  constant('Promised_Pay_Date', 'Edm.Date', blankDate),
  constant('Pmt_Discount_Date', 'Edm.Date', blankDate),
  constant('Pmt_Disc_Tolerance_Date', 'Edm.Date', blankDate),
  constant('Original_Pmt_Disc_Possible', 'Edm.Decimal', 0),
  constant('Remaining_Pmt_Disc_Possible', 'Edm.Decimal', 0),
  constant('Max_Payment_Tolerance', 'Edm.Decimal', 0),
  text('Payment_Method_Code', 10, (entry) => entry.paymentMethodCode),
  typed('Open', 'Edm.Boolean', (entry) => entry.open),
  typed('Closed_at_Date', 'Edm.Date', (entry) => entry.closedAtDate),
  constant('Dispute_Status', 'Edm.String', ''),
  constant('On_Hold', 'Edm.String', ''),
  constant('User_ID', 'Edm.String', 'ADMIN'),
  constant('Source_Code', 'Edm.String', 'SALES'),
  constant('Reason_Code', 'Edm.String', ''),
  typed('Reversed', 'Edm.Boolean', (entry) => entry.reversed),
  constant('Reversed_by_Entry_No', 'Edm.Int32', 0),
  constant('Reversed_Entry_No', 'Edm.Int32', 0),
  typed('Entry_No', 'Edm.Int32', (entry) => entry.entryNo),
  constant('Exported_to_Payment_File', 'Edm.Boolean', false),
  constant('Message_to_Recipient', 'Edm.String', ''),
  constant('Direct_Debit_Mandate_ID', 'Edm.String', ''),
  constant('Dimension_Set_ID', 'Edm.Int32', 0),
  constant('External_Document_No', 'Edm.String', ''),
  constant('Your_Reference', 'Edm.String', ''),
  constant('RecipientBankAccount', 'Edm.String', ''),
];

const rowOf = rowReader(fields);

type Stored = StoredRecord<Entry>;
const inPageOrder = new WeakMap<readonly Stored[], readonly Stored[]>();

function descending(left: string | number, right: string | number): number {
  return left === right ? 0 : left < right ? 1 : -1;
}

/** SourceTableView: sorting("Customer No.", "Posting Date") order(descending), hence the primary key too. */
function sorted(stored: readonly Stored[]): readonly Stored[] {
  const known = inPageOrder.get(stored);
  if (known !== undefined) {
    return known;
  }
  const ordered = [...stored].sort(
    ({ row: left }, { row: right }) =>
      descending(left.customerNo, right.customerNo) ||
      descending(left.postingDate, right.postingDate) ||
      descending(left.entryNo, right.entryNo),
  );
  inPageOrder.set(stored, ordered);
  return ordered;
}

/** Page 25: the entries of all customers, the last posted first. */
export const customerLedgerEntries: Service = {
  name: 'CustomerLedgerEntries',
  object: 'Page 25 Customer Ledger Entries',
  kind: 'page',
  key: ['Entry_No'],
  fields,
  changes: null,
  rows: (company) =>
    sorted(company.customerLedgerEntries.all()).map((stored) =>
      rowOf(company, stored.row, stored.rowVersion),
    ),
};
