import type { Day } from '../../demoData/calendar';

/** Values of "Blocked" on a customer (enum 130 Customer Blocked); ' ' is not blocked. */
export const customerBlockings = [' ', 'Ship', 'Invoice', 'All'] as const;
export type CustomerBlocking = (typeof customerBlockings)[number];

/** Values of "Document Type" on ledger entries (enum 6 Gen. Journal Document Type). */
export const ledgerDocumentTypes = [
  ' ',
  'Payment',
  'Invoice',
  'Credit Memo',
  'Finance Charge Memo',
  'Reminder',
  'Refund',
] as const;
export type LedgerDocumentType = (typeof ledgerDocumentTypes)[number];

/** Table 18 Customer, as far as the sandbox keeps it. */
export interface Customer {
  readonly No: string;
  readonly Name: string;
  readonly Address: string;
  readonly Address_2: string;
  readonly City: string;
  readonly Post_Code: string;
  readonly County: string;
  readonly Country_Region_Code: string;
  readonly Phone_No: string;
  readonly Fax_No: string;
  readonly E_Mail: string;
  readonly Home_Page: string;
  readonly Contact: string;
  readonly Primary_Contact_No: string;
  readonly Blocked: CustomerBlocking;
  /** 0: no limit. */
  readonly Credit_Limit_LCY: number;
  readonly Salesperson_Code: string;
  /** Blank: the local currency. */
  readonly Currency_Code: string;
  readonly Payment_Terms_Code: string;
  readonly Customer_Posting_Group: string;
  readonly Gen_Bus_Posting_Group: string;
  readonly VAT_Bus_Posting_Group: string;
  readonly Last_Date_Modified: Day;
  /** `SystemId`: the "Integration ID" of a coupling. */
  readonly systemId: string;
}

/**
 * Table 21 Cust. Ledger Entry. Its amounts are FlowFields: they are sums of the detailed entries of the same number.
 */
export interface CustomerLedgerEntry {
  readonly entryNo: number;
  readonly customerNo: string;
  readonly postingDate: Day;
  readonly documentType: LedgerDocumentType;
  readonly documentNo: string;
  readonly description: string;
  readonly currencyCode: string;
  /** Without VAT; 0 on anything but invoices and credit memos. */
  readonly salesLCY: number;
  /** `blankDate` where there is none. */
  readonly dueDate: Day;
  readonly open: boolean;
  /** `blankDate` while the entry is open. */
  readonly closedAtDate: Day;
  readonly salespersonCode: string;
  readonly paymentMethodCode: string;
  readonly reversed: boolean;
}

/** Table 379 Detailed Cust. Ledg. Entry. */
export interface DetailedCustomerLedgerEntry {
  readonly entryNo: number;
  readonly customerLedgerEntryNo: number;
  readonly entryType: 'Initial Entry' | 'Application';
  readonly postingDate: Day;
  /** In the entry's currency, with VAT. */
  readonly amount: number;
  readonly amountLCY: number;
}

/** Table 4 Currency with its rate of table 330: what one unit costs in the local currency. */
export interface Currency {
  readonly Code: string;
  readonly Description: string;
  readonly lcyPerUnit: number;
  readonly systemId: string;
}

/** Table 98 General Ledger Setup, which has one record with a blank key. */
export interface GeneralLedgerSetup {
  readonly Primary_Key: '';
  readonly LCY_Code: string;
  readonly Local_Currency_Symbol: string;
  readonly Local_Currency_Description: string;
}
