import { daysAfter, type Day } from './calendar';
import type { DemoCustomer } from './records';

/** A payment of a document, or a refund of a credit memo. */
export interface ScenarioPayment {
  readonly amount: number;
  readonly date: Day;
}

/** A posted document; amounts are in the customer's currency, with VAT, and negative where the customer is credited. */
export interface ScenarioDocument {
  readonly documentType: 'Invoice' | 'Credit Memo' | 'Payment';
  readonly amount: number;
  readonly posted: Day;
  /** Null: the due date is blank. */
  readonly due: Day | null;
  /** Applied to the document; they are ledger entries of their own. */
  readonly payments: readonly ScenarioPayment[];
  /** Set: it was posted by mistake and reversed on that day. */
  readonly reversed?: Day;
}

/** Amounts of a line of a sales document that is not posted, in LCY. They have VAT in them unless it says otherwise. */
export interface ScenarioSalesLine {
  readonly documentType: 'Order' | 'Invoice' | 'Return Order';
  /** Who ordered, where it is somebody else than the customer that gets the invoice; null: the same. */
  readonly soldTo: string | null;
  readonly outstanding: number;
  readonly shippedNotInvoiced: number;
  readonly returnReceivedNotInvoiced: number;
  /** Without VAT. */
  readonly prepaymentInvoiced: number;
  readonly prepaymentVATInvoiced: number;
  /** The line was fetched from a posted shipment. */
  readonly fromShipment: boolean;
}

/** A customer whose figures make one state of the customer's statistics occur. */
export interface CustomerScenario {
  readonly customer: DemoCustomer;
  readonly shows: string;
  readonly blocked: ' ' | 'Ship' | 'Invoice' | 'All';
  /** False: no coupling between the account in Sales and the customer. */
  readonly coupled: boolean;
  /** True: the coupling is left over from a customer that has been deleted in Business Central. */
  readonly customerDeleted: boolean;
  /** accountnumber of the account; null: it is empty. */
  readonly accountNumber: string | null;
  readonly documents: (today: Day) => readonly ScenarioDocument[];
  readonly salesLines: readonly ScenarioSalesLine[];
}

/** A customer of CRONUS's kind, in local currency. @param creditLimit 0: none */
export function customer(
  no: string,
  name: string,
  creditLimit: number,
  more: Partial<DemoCustomer> = {},
): DemoCustomer {
  return {
    No: no,
    Name: name,
    Address: 'Harbour Street, 7',
    Address_2: '',
    City: 'Bristol',
    Post_Code: 'BS1 4RW',
    Country_Region_Code: 'GB',
    Contact: '',
    E_Mail: '',
    Phone_No: '',
    Currency_Code: '',
    Salesperson_Code: 'JO',
    Payment_Terms_Code: '30 DAYS',
    Credit_Limit_LCY: creditLimit,
    Customer_Posting_Group: 'DOMESTIC',
    Gen_Bus_Posting_Group: 'DOMESTIC',
    VAT_Bus_Posting_Group: 'DOMESTIC',
    Ship_to_Addresses: [],
    ...more,
  };
}

/** A customer without anything that it is not given. */
export function scenario(
  given: Pick<CustomerScenario, 'customer' | 'shows'> & Partial<CustomerScenario>,
): CustomerScenario {
  return {
    blocked: ' ',
    coupled: true,
    customerDeleted: false,
    accountNumber: given.customer.No,
    documents: () => [],
    salesLines: [],
    ...given,
  };
}

/** A document by days from today; `payments` are pairs of an amount and days from today. */
export function document(
  today: Day,
  documentType: ScenarioDocument['documentType'],
  amount: number,
  postedInDays: number,
  dueInDays: number | null,
  payments: readonly (readonly [amount: number, inDays: number])[] = [],
): ScenarioDocument {
  return {
    documentType,
    amount,
    posted: daysAfter(today, postedInDays),
    due: dueInDays === null ? null : daysAfter(today, dueInDays),
    payments: payments.map(([paid, inDays]) => ({ amount: paid, date: daysAfter(today, inDays) })),
  };
}

/** A line without any amount that it is not given. */
export function salesLine(
  documentType: ScenarioSalesLine['documentType'],
  amounts: Partial<ScenarioSalesLine>,
): ScenarioSalesLine {
  return {
    documentType,
    soldTo: null,
    outstanding: 0,
    shippedNotInvoiced: 0,
    returnReceivedNotInvoiced: 0,
    prepaymentInvoiced: 0,
    prepaymentVATInvoiced: 0,
    fromShipment: false,
    ...amounts,
  };
}
