import type { IsoDate } from '../isoDate';
import { all, compare } from '../odata/filter';
import { date, decimal, flag, text } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import type { ReadOutcome } from '../odata/reader';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import { known, lackingField, readable, unknown, unreadable } from './figure';
import { overdueFirst } from './overdueFirst';
import type { CustomerLedger, Entries, Figure, LedgerDocumentType, OpenEntry, SalesEntry } from './types';

const service = 'CustomerLedgerEntries';

/** More entries than these nobody looks through; then the answer is said to be partial. */
export const mostEntries = 5000;

/**
 * What is asked of one customer's ledger: what is open, the earliest due first, what was sold, and the last payment.
 * @param since the first day of the sales
 */
export function ledgerOperations(
  customerNo: string,
  since: IsoDate,
): readonly [open: ReadOperation, sales: ReadOperation, lastPayment: ReadOperation] {
  const ofCustomer = compare('Customer_No', 'eq', text(customerNo));
  return [
    {
      service,
      filter: all(ofCustomer, compare('Open', 'eq', flag(true))),
      select: contractFields.openEntries,
      orderBy: 'Due_Date',
      top: mostEntries,
      count: true,
    },
    {
      service,
      filter: all(
        ofCustomer,
        compare('Posting_Date', 'ge', date(since)),
        compare('Sales_LCY', 'ne', decimal(0)),
      ),
      select: contractFields.salesEntries,
      orderBy: 'Posting_Date desc',
      top: mostEntries,
      count: true,
    },
    {
      service,
      filter: all(
        ofCustomer,
        compare('Document_Type', 'eq', text('Payment')),
        compare('Reversed', 'eq', flag(false)),
      ),
      select: contractFields.lastPayment,
      orderBy: 'Posting_Date desc',
      top: 1,
    },
  ];
}

/** @param outcomes of {@link ledgerOperations} */
export function customerLedger([open, sales, lastPayment]: readonly [
  ReadOutcome,
  ReadOutcome,
  ReadOutcome,
]): CustomerLedger {
  const openEntries = entriesOf(open, ['Remaining_Amt_LCY', 'Due_Date'], openEntry);
  return {
    open: openEntries.known
      ? known({ ...openEntries.value, entries: overdueFirst(openEntries.value.entries) })
      : openEntries,
    sales: entriesOf(sales, ['Sales_LCY', 'Posting_Date'], salesEntry),
    closingDates: sales.ok
      ? (lackingField(service, sales, 'Closed_at_Date') ?? known(true))
      : unknown(service, sales.error),
    lastPaymentDate: lastPaymentDate(lastPayment),
  };
}

/**
 * The posting date of the last payment, as CalcLastPaymentInfo of codeunit 1302 "Customer Mgt." has it. The card has
 * a field for it, which a background task fills for people alone: over web services it stays blank.
 */
function lastPaymentDate(outcome: ReadOutcome): Figure<IsoDate | null> {
  if (!outcome.ok) {
    return unknown(service, outcome.error);
  }
  const [row] = outcome.rows;
  return readable(service, () => (row === undefined ? null : row.date('Posting_Date')));
}

/** Option values of "Document Type" (enum 6 "Gen. Journal Document Type"). */
const documentTypes: ReadonlyMap<string, LedgerDocumentType> = new Map([
  ['', 'none'],
  ['Payment', 'payment'],
  ['Invoice', 'invoice'],
  ['Credit Memo', 'creditMemo'],
  ['Finance Charge Memo', 'financeChargeMemo'],
  ['Reminder', 'reminder'],
  ['Refund', 'refund'],
]);

interface Numbered {
  readonly entryNo: number;
}

function openEntry(row: Row): OpenEntry {
  const currencyCode = row.has('Currency_Code') ? row.text('Currency_Code').trim() : '';
  return {
    entryNo: row.number('Entry_No'),
    documentType: documentType(row),
    documentNo: row.has('Document_No') ? row.text('Document_No') : '',
    dueDate: row.date('Due_Date'),
    remaining: row.number('Remaining_Amt_LCY'),
    remainingInCurrency:
      currencyCode === '' || !row.has('Remaining_Amount')
        ? null
        : { amount: row.number('Remaining_Amount'), currencyCode },
  };
}

function salesEntry(row: Row): SalesEntry & Numbered {
  const isOpen = row.has('Open') && row.flag('Open');
  return {
    entryNo: row.number('Entry_No'),
    documentType: documentType(row),
    postingDate: postingDate(row),
    sales: row.number('Sales_LCY'),
    closedAt: isOpen || !row.has('Closed_at_Date') ? null : row.date('Closed_at_Date'),
  };
}

function documentType(row: Row): LedgerDocumentType {
  return row.has('Document_Type') ? (documentTypes.get(row.option('Document_Type')) ?? 'other') : 'other';
}

/** Every entry was posted on some day. */
function postingDate(row: Row): IsoDate {
  const day = row.date('Posting_Date');
  if (day === null) {
    throw unreadable(service);
  }
  return day;
}

/**
 * The entries of an answer. A row that cannot be read makes them all unknown, since every sum over them would be wrong;
 * one that comes twice, as it may when something is posted between two pages, counts once.
 * @param needed fields without which entries say nothing
 */
function entriesOf<Entry extends Numbered>(
  outcome: ReadOutcome,
  needed: readonly string[],
  read: (row: Row) => Entry,
): Figure<Entries<Entry>> {
  if (!outcome.ok) {
    return unknown(service, outcome.error);
  }
  for (const field of needed) {
    const lacking = lackingField(service, outcome, field);
    if (lacking !== null) {
      return lacking;
    }
  }
  const { values, complete } = readRows(outcome.rows, read);
  if (!complete) {
    return unknown(service, unreadable(service));
  }
  const entries = [...new Map(values.map((entry) => [entry.entryNo, entry])).values()];
  return known({ entries, total: Math.max(outcome.total ?? 0, entries.length) });
}
