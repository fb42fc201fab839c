import type { BusinessCentralConnection } from '../businessCentral/connection';
import type { CurrencyRate } from '../businessCentral/statistics/documentTotal';
import type { RequestedCustomer } from '../businessCentral/statistics/types';
import type { DocumentTable, RecordReference } from './sales';

/** A quote or an order, as far as its customer's credit is concerned. */
export interface DocumentWithCustomer {
  /** Null: no customer is chosen, or the customer is a contact without an account. */
  readonly customer: RequestedCustomer | null;
  /** Why there is none. */
  readonly withoutCustomer: 'none' | 'contactWithoutAccount' | null;
  /** Total with tax, in the document's currency; null: empty. */
  readonly total: number | null;
  /** ISO code of the document's currency; null: the document has none. */
  readonly currencyCode: string | null;
  /** The same total in Sales' base currency; null: there is no exchange rate. */
  readonly baseTotal: number | null;
  /** Whether the document still counts: a won, closed or cancelled one takes no credit any more. */
  readonly isOpen: boolean;
}

/** The questions about customers that the controls put to Dataverse. */
export interface SalesCustomers {
  /**
   * The Business Central company that this user works with.
   * @throws SalesError; `notPermitted` also where the user's roles do not include customer statistics
   */
  connection(): Promise<BusinessCentralConnection>;

  /** An account with its number, as saved. @throws SalesError */
  account(id: string): Promise<RequestedCustomer>;

  /** What Sales knows of a currency. @param code ISO code */
  currencyRate(code: string): Promise<CurrencyRate>;

  /** The customer and the total of a quote or an order, as saved. @throws SalesError */
  documentWithCustomer(record: RecordReference<DocumentTable>): Promise<DocumentWithCustomer>;
}
