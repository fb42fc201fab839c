import type { Day } from '../../demoData/calendar';
import { rounded } from '../company/decimals';
import type {
  CustomerLedgerEntry,
  DetailedCustomerLedgerEntry,
  LedgerDocumentType,
} from '../company/receivables';
import { blankDate } from '../company/records';

/** Money in a document's currency and in LCY; equal where the document is in LCY. */
export interface Money {
  readonly amount: number;
  readonly amountLCY: number;
}

/** A payment (or, of a credit memo, a refund) that is applied to the document that it stands on. */
export interface AppliedPayment extends Money {
  readonly documentNo: string;
  readonly date: Day;
}

/** A document that is posted to a customer; negative amounts are credits. */
export interface CustomerPosting extends Money {
  readonly customerNo: string;
  readonly documentType: LedgerDocumentType;
  readonly documentNo: string;
  readonly description: string;
  readonly postingDate: Day;
  readonly dueDate: Day;
  readonly currencyCode: string;
  readonly salesLCY: number;
  readonly salespersonCode: string;
  readonly paymentMethodCode: string;
  readonly payments: readonly AppliedPayment[];
  /** Set: reversed on that day, by an entry of its own. */
  readonly reversed?: Day;
}

/** What the two ledgers of a customer hold. */
export interface CustomerLedger {
  readonly entries: readonly CustomerLedgerEntry[];
  readonly details: readonly DetailedCustomerLedgerEntry[];
}

function sumOfPayments({ payments }: CustomerPosting): number {
  return rounded(payments.reduce((sum, payment) => sum + payment.amount, 0));
}

/** The day on which payments have made up for the document; null while something is left. */
function closedOn(posting: CustomerPosting): Day | null {
  if (posting.payments.length === 0 || sumOfPayments(posting) !== posting.amount) {
    return null;
  }
  return posting.payments.map((payment) => payment.date).reduce((last, date) => (date > last ? date : last));
}

/** Numbers entries as they are added, and keeps what they are made of. */
class LedgerBuilder {
  public readonly entries: CustomerLedgerEntry[] = [];
  public readonly details: DetailedCustomerLedgerEntry[] = [];

  public enter(posting: CustomerPosting, closed: Day | null, reversed = false): number {
    const entryNo = this.entries.length + 1;
    this.entries.push({
      entryNo,
      customerNo: posting.customerNo,
      postingDate: posting.postingDate,
      documentType: posting.documentType,
      documentNo: posting.documentNo,
      description: posting.description,
      currencyCode: posting.currencyCode,
      salesLCY: posting.salesLCY,
      dueDate: posting.dueDate,
      open: closed === null,
      closedAtDate: closed ?? blankDate,
      salespersonCode: posting.salespersonCode,
      paymentMethodCode: posting.paymentMethodCode,
      reversed,
    });
    this.detail(entryNo, 'Initial Entry', posting.postingDate, posting);
    return entryNo;
  }

  public detail(
    customerLedgerEntryNo: number,
    entryType: DetailedCustomerLedgerEntry['entryType'],
    postingDate: Day,
    { amount, amountLCY }: Money,
  ): void {
    this.details.push({
      entryNo: this.details.length + 1,
      customerLedgerEntryNo,
      entryType,
      postingDate,
      amount,
      amountLCY,
    });
  }
}

function negative({ amount, amountLCY }: Money): Money {
  return { amount: -amount, amountLCY: -amountLCY };
}

/** An entry of its own for a payment; it is used up by the document that it is applied to. */
function paymentPosting(posting: CustomerPosting, payment: AppliedPayment): CustomerPosting {
  const documentType = posting.documentType === 'Credit Memo' ? 'Refund' : 'Payment';
  return {
    ...posting,
    ...negative(payment),
    documentType,
    documentNo: payment.documentNo,
    description: `${documentType} of ${posting.description}`,
    postingDate: payment.date,
    dueDate: payment.date,
    salesLCY: 0,
    payments: [],
  };
}

/**
 * Reverses a posting as codeunit 17 "Gen. Jnl.-Post Reverse" does: the opposite is posted, and both entries are applied to
 * each other, closed and marked.
 */
function enterReversed(ledger: LedgerBuilder, posting: CustomerPosting, date: Day): void {
  const opposite = { ...posting, ...negative(posting), postingDate: date, salesLCY: 0 - posting.salesLCY };
  for (const each of [posting, opposite]) {
    ledger.detail(ledger.enter(each, date, true), 'Application', date, negative(each));
  }
}

/**
 * Posts documents and their payments as codeunit 12 does: an initial detailed entry for each document and payment,
 * and a pair of application entries for each payment that is applied.
 */
export function customerLedger(postings: readonly CustomerPosting[]): CustomerLedger {
  const ledger = new LedgerBuilder();
  const inOrder = [...postings].sort(({ postingDate: left }, { postingDate: right }) =>
    left === right ? 0 : left < right ? -1 : 1,
  );
  for (const posting of inOrder) {
    if (posting.reversed !== undefined) {
      enterReversed(ledger, posting, posting.reversed);
      continue;
    }
    const entryNo = ledger.enter(posting, closedOn(posting));
    for (const payment of posting.payments) {
      const paymentNo = ledger.enter(paymentPosting(posting, payment), payment.date);
      ledger.detail(entryNo, 'Application', payment.date, negative(payment));
      ledger.detail(paymentNo, 'Application', payment.date, payment);
    }
  }
  return ledger;
}
