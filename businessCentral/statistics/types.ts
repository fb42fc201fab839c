import type { IsoDate } from '../isoDate';
import type { MissingPart } from '../missingParts';

/** An account of Dynamics 365 Sales whose customer is looked for. */
export interface RequestedCustomer {
  /** `accountid`, a GUID in lower case without braces. */
  readonly id: string;
  /** `accountnumber`; equals the customer number where the connection matches by number. Empty: none entered. */
  readonly number: string;
}

/** How much is to be known of a customer. */
export type StatisticsDepth =
  /** The figures alone: what the compact view needs. */
  | 'figures'
  /** With open entries, the sales of 24 months and the last payment. */
  | 'figuresAndLedger';

/** A figure that Business Central gave, or why it did not: unknown is never zero. */
export type Figure<Value> =
  { readonly known: true; readonly value: Value } | { readonly known: false; readonly missing: MissingPart };

/** Field "Blocked" of table 18 Customer; `other` is a kind that an extension added. */
export type Blocking = 'none' | 'ship' | 'invoice' | 'all' | 'other';

/** What Business Central says of a customer; all amounts are in the local currency (LCY). */
export interface CustomerFigures {
  readonly no: string;
  readonly name: Figure<string>;
  readonly blocked: Figure<Blocking>;
  /** Currency of the customer's own; empty: the local currency. */
  readonly currencyCode: Figure<string>;
  readonly balance: Figure<number>;
  readonly outstandingOrders: Figure<number>;
  readonly shippedNotInvoiced: Figure<number>;
  readonly outstandingInvoices: Figure<number>;
  readonly total: Figure<number>;
  /** 0: no limit. */
  readonly creditLimit: Figure<number>;
  readonly overdue: Figure<number>;
  readonly invoicedPrepayment: Figure<number>;
  readonly salesThisFiscalYear: Figure<number>;
  readonly paymentsThisFiscalYear: Figure<number>;
  readonly customerSince: Figure<IsoDate | null>;
}

/** The kinds of document behind a ledger entry (table 21 Cust. Ledger Entry, field "Document Type"). */
export type LedgerDocumentType =
  'none' | 'payment' | 'invoice' | 'creditMemo' | 'financeChargeMemo' | 'reminder' | 'refund' | 'other';

/** An open customer ledger entry. */
export interface OpenEntry {
  readonly entryNo: number;
  readonly documentType: LedgerDocumentType;
  readonly documentNo: string;
  /** Null: blank in Business Central. */
  readonly dueDate: IsoDate | null;
  /** In local currency; negative for what the customer has to get. */
  readonly remaining: number;
  /** Null: in local currency alone, or not given. */
  readonly remainingInCurrency: { readonly amount: number; readonly currencyCode: string } | null;
}

/** A posted entry that changed the sales of a month. */
export interface SalesEntry {
  readonly postingDate: IsoDate;
  /** Sales without VAT, in local currency; negative for a return. */
  readonly sales: number;
  readonly documentType: LedgerDocumentType;
  /** Null: still open, or not given. */
  readonly closedAt: IsoDate | null;
}

/** Rows of which Business Central may have more than were read. */
export interface Entries<Entry> {
  readonly entries: readonly Entry[];
  /** How many there are; more than `entries` where only the first were read. */
  readonly total: number;
}

/** The ledger's part of the answer. */
export interface CustomerLedger {
  /** The most overdue first, what is in the customer's favor last. */
  readonly open: Figure<Entries<OpenEntry>>;
  /** Of the current month and the 23 before it. */
  readonly sales: Figure<Entries<SalesEntry>>;
  /** Whether `closedAt` came: days to pay are not known without it. */
  readonly closingDates: Figure<true>;
  /** Posting date; null: there has been none. */
  readonly lastPaymentDate: Figure<IsoDate | null>;
}

/** What is known of the customer behind an account. */
export type CustomerAnswer =
  | {
      readonly status: 'found';
      readonly figures: CustomerFigures;
      /** Null: not asked for. */
      readonly ledger: CustomerLedger | null;
      /** The code of the local currency, such as GBP. */
      readonly localCurrency: Figure<string>;
      /** Milliseconds since 1970. */
      readonly readAt: number;
    }
  /** No customer is coupled to the account, or none has its number. */
  | { readonly status: 'notCoupled'; readonly readAt: number }
  /** The account is coupled, but its customer has been deleted in Business Central. */
  | { readonly status: 'customerDeleted'; readonly readAt: number };

export type FoundCustomer = Extract<CustomerAnswer, { readonly status: 'found' }>;
