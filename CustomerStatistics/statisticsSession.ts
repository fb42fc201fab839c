import type { AskOptions } from '../businessCentral/askOptions';
import type { Connect } from '../businessCentral/connectOnce';
import type { BusinessCentralConnection } from '../businessCentral/connection';
import type { CurrencyRate } from '../businessCentral/statistics/documentTotal';
import type { Statistics } from '../businessCentral/statistics/statistics';
import type { CustomerAnswer } from '../businessCentral/statistics/types';
import { openCompanySession, type KeptConnection } from '../sales/companySession';
import type { DocumentWithCustomer, SalesCustomers } from '../sales/customers';
import type { DocumentTable, RecordReference } from '../sales/sales';

/** Where the control gets its answers from; tests give others. */
export interface StatisticsSources {
  readonly sales: SalesCustomers;
  /** Gives the same object again where nothing has changed. */
  readonly connect: Connect<Statistics>;
  /** The connection, as the controls of one page share it. */
  readonly kept?: KeptConnection;
}

/** What is known of an account's customer, and how it was looked for. */
export interface AccountStatistics {
  readonly answer: CustomerAnswer;
  readonly matchBy: BusinessCentralConnection['matchBy'];
  /** The number that was looked for; empty: the account has none. */
  readonly number: string;
}

/** A document that can be held against a customer's credit. */
export interface CountedDocument extends DocumentWithCustomer {
  /** Of Business Central's local currency; looked up where the document is in another one. */
  readonly localRate: CurrencyRate;
}

/** A quote or an order with what is known of its customer. */
export interface DocumentStatistics {
  readonly document: CountedDocument;
  /** Null: the document has no customer to ask for. */
  readonly customer: AccountStatistics | null;
}

/** The questions of one control on one form. */
export interface StatisticsSession {
  /** Starts looking up the connection, so that it is there when the account is. */
  prepare(): void;
  /**
   * Figures and ledger of an account's customer.
   * @param id of the form's record, without braces and in lower case
   * @param numberOnForm the account's number as the form has it, saved or not; undefined: the form does not give it, so
   *   that it is read from Dataverse
   * @throws SalesError, BusinessCentralError
   */
  statisticsOfAccount(
    id: string,
    numberOnForm: string | undefined,
    options: AskOptions,
  ): Promise<AccountStatistics>;
  /** The figures of a document's customer. @throws SalesError, BusinessCentralError */
  statisticsOfDocument(
    record: RecordReference<DocumentTable>,
    options: AskOptions,
  ): Promise<DocumentStatistics>;
  /** Null while the connection is not known, and where it has no web client address. */
  customerAddress(customerNo: string): string | null;
  /** Null as above. */
  readonly entryAddress: Statistics['entryAddress'];
  /** Ends every question that is under way. */
  close(): void;
}

/** What the session asks: the company's questions, and how its connection finds customers. */
interface MatchedStatistics {
  readonly statistics: Statistics;
  readonly matchBy: BusinessCentralConnection['matchBy'];
}

export function openStatisticsSession({ sales, connect, kept }: StatisticsSources): StatisticsSession {
  const { prepare, ask, company, close } = openCompanySession<MatchedStatistics>({
    connection: () => sales.connection(),
    connect: (connection) => ({ statistics: connect(connection), matchBy: connection.matchBy }),
    kept,
  });

  return {
    prepare,
    statisticsOfAccount: async (id, numberOnForm, options) => {
      prepare();
      // What the form has need not be waited for. A number that was typed is only presumed where the coupling decides.
      const account = numberOnForm === undefined ? await sales.account(id) : { id, number: numberOnForm };
      return ask(options, async ({ statistics, matchBy }, linked) => {
        const answer = await statistics.statisticsOf(account, 'figuresAndLedger', linked);
        return { answer, matchBy, number: account.number };
      });
    },
    statisticsOfDocument: async (record, options) => {
      prepare();
      const saved = await sales.documentWithCustomer(record);
      const { customer } = saved;
      if (customer === null) {
        return { document: { ...saved, localRate: { kind: 'missing' } }, customer: null };
      }
      return ask(options, async ({ statistics, matchBy }, linked) => {
        const answer = await statistics.statisticsOf(customer, 'figures', linked);
        const currency =
          answer.status === 'found' && answer.localCurrency.known ? answer.localCurrency.value : null;
        const localRate =
          currency === null || currency === saved.currencyCode
            ? ({ kind: 'missing' } as const)
            : await sales.currencyRate(currency);
        const document = { ...saved, localRate };
        return { document, customer: { answer, matchBy, number: customer.number } };
      });
    },
    customerAddress: (customerNo) => company()?.statistics.customerAddress(customerNo) ?? null,
    entryAddress: (entryNo) => company()?.statistics.entryAddress(entryNo) ?? null,
    close,
  };
}
