import type { AskOptions } from '../askOptions';
import type { CustomerAnswer, RequestedCustomer } from './types';

/** How much is to be known of a customer. */
export type StatisticsDepth =
  /** The figures alone: what the compact view needs. */
  | 'figures'
  /** With open entries and the sales of 24 months. */
  | 'figuresAndLedger';

/** What can be asked of a company about its customers. */
export interface Statistics {
  /**
   * The figures of the customer behind an account, in one request where the account's number is the customer's.
   * @throws BusinessCentralError where the customer cannot be found out or nothing could be read
   */
  statisticsOf(
    customer: RequestedCustomer,
    depth: StatisticsDepth,
    options?: AskOptions,
  ): Promise<CustomerAnswer>;

  /** Address of the customer's card in the web client; null where the connection has no web client address. */
  customerAddress(customerNo: string): string | null;

  /** Address of the document behind a ledger entry, else of the entry itself; null as above. */
  documentAddress(entry: {
    readonly entryNo: number;
    readonly documentType: string;
    readonly documentNo: string;
  }): string | null;
}
