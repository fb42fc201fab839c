import type { AskOptions } from '../../businessCentral/askOptions';
import type { BusinessCentralConnection, ServiceName } from '../../businessCentral/connection';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { BusinessCentralErrorCode } from '../../businessCentral/errors';
import type { Statistics, StatisticsDepth } from '../../businessCentral/statistics/statistics';
import type {
  CustomerAnswer,
  CustomerFigures,
  CustomerLedger,
  Figure,
  FoundCustomer,
  RequestedCustomer,
} from '../../businessCentral/statistics/types';
import type { DocumentWithCustomer, SalesCustomers } from '../../sales/customers';
import { connection, now } from './fakeSources';

export const account: RequestedCustomer = {
  id: 'account-1',
  number: '10000',
};

export function known<Value>(value: Value): Figure<Value> {
  return { known: true, value };
}

/** A figure that did not come: its field is not offered, or its whole service failed. */
export function unknown(
  service: ServiceName,
  field?: string,
  code: BusinessCentralErrorCode = 'questionRefused',
): Extract<Figure<never>, { known: false }> {
  const error = new BusinessCentralError(code, { service });
  return { known: false, missing: { service, ...(field === undefined ? {} : { field }), error } };
}

/** A customer with different amounts throughout, so that none can stand in for another. */
export function figuresOf(overrides: Partial<CustomerFigures> = {}): CustomerFigures {
  return {
    no: '10000',
    name: known('The Cannon Group PLC'),
    blocked: known('none'),
    currencyCode: known(''),
    balance: known(12_300),
    outstandingOrders: known(2_000),
    shippedNotInvoiced: known(700.5),
    outstandingInvoices: known(300),
    total: known(15_200.5),
    creditLimit: known(20_000),
    overdue: known(0),
    invoicedPrepayment: known(100),
    salesThisFiscalYear: known(98_765.43),
    paymentsThisFiscalYear: known(54_321),
    customerSince: known('2019-03-01'),
    ...overrides,
  };
}

export const emptyLedger: CustomerLedger = {
  open: known({ entries: [], total: 0 }),
  sales: known({ entries: [], total: 0 }),
  closingDates: known(true),
  lastPaymentDate: known('2026-11-04'),
};

export function foundCustomer(
  figures: Partial<CustomerFigures> = {},
  overrides: Partial<FoundCustomer> = {},
): FoundCustomer {
  return {
    status: 'found',
    figures: figuresOf(figures),
    ledger: emptyLedger,
    localCurrency: known('GBP'),
    readAt: now,
    ...overrides,
  };
}

export function documentWith(overrides: Partial<DocumentWithCustomer> = {}): DocumentWithCustomer {
  return {
    customer: account,
    withoutCustomer: null,
    total: 1_000,
    currencyCode: 'GBP',
    baseTotal: 1_000,
    isOpen: true,
    ...overrides,
  };
}

export const byNumber: BusinessCentralConnection = { ...connection, matchBy: 'number' };

/** Sales with one account and one document; `calls` tells what was asked. */
export function fakeSalesCustomers(overrides: Partial<SalesCustomers> = {}) {
  const calls: string[] = [];
  const sales: SalesCustomers = {
    connection: () => {
      calls.push('connection');
      return overrides.connection?.() ?? Promise.resolve(connection);
    },
    account: (id) => {
      calls.push(`account ${id}`);
      return overrides.account?.(id) ?? Promise.resolve({ ...account, id });
    },
    currencyRate: (code) => {
      calls.push(`rate ${code}`);
      return (
        overrides.currencyRate?.(code) ?? Promise.resolve({ kind: 'rate', perBase: 1, decimals: 2 } as const)
      );
    },
    documentWithCustomer: (record) => {
      calls.push(`${record.table} ${record.id}`);
      return overrides.documentWithCustomer?.(record) ?? Promise.resolve(documentWith());
    },
  };
  return { sales, calls };
}

/** A question to Business Central that the test answers when it likes. */
export interface PendingCustomer {
  readonly customer: RequestedCustomer;
  readonly depth: StatisticsDepth;
  readonly options: AskOptions | undefined;
  readonly answer: (answer: CustomerAnswer) => void;
  readonly fail: (reason: Error) => void;
}

/** Business Central that gives one answer to all, or leaves every question to the test where that is null. */
export function fakeStatistics(answer: CustomerAnswer | null, webClient = true) {
  const questions: PendingCustomer[] = [];
  const address = (path: string) => (webClient ? `https://bc.example/BC/?${path}` : null);
  const statistics: Statistics = {
    statisticsOf: (customer, depth, options) =>
      new Promise((resolve, reject) => {
        questions.push({ customer, depth, options, answer: resolve, fail: reject });
        if (answer !== null) {
          resolve(answer);
        }
      }),
    customerAddress: (customerNo) => address(`page=21&customer=${customerNo}`),
    entryAddress: (entryNo) => address(`page=25&entry=${entryNo}`),
  };
  return { statistics, questions };
}
