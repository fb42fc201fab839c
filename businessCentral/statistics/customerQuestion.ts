import type { BusinessCentralConnection } from '../connection';
import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import { isGuid } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import type { Read, ReadOutcome } from '../odata/reader';
import { datedRead } from '../oldestAnswer';
import { couplingOf, couplingOperation, customerNumber, type Coupling } from './coupledCustomer';
import { customerFigures, figureOperations } from './customerFigures';
import { customerLedger, ledgerOperations } from './ledgerEntries';
import { localCurrency, localCurrencyOperation } from './localCurrency';
import { firstDayOfSales } from './monthlySales';
import type { CustomerAnswer, Figure, RequestedCustomer, StatisticsDepth } from './types';

/** What earlier answers of a company taught, so that later questions need not ask for it. */
export interface Learned {
  /** Numbers of customers by the ids of the accounts that are coupled to them. */
  readonly couplings: Map<string, string>;
  /** It is the company's, and stays what it is; null until it came. */
  localCurrency: Figure<string> | null;
}

export interface CustomerQuestionParts {
  readonly matchBy: BusinessCentralConnection['matchBy'];
  readonly read: Read;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** This answer adds to it. */
  readonly learned: Learned;
}

const millisecondsPerDay = 86_400_000;

/**
 * Reads a customer's figures, as a rule in one round trip.
 *
 * The coupling of an account tells its customer. But the synchronization copies the customer's number into the account's
 * (mapping CUSTOMER, codeunit 5334 "CRM Setup Defaults"), so that customer is asked for at the same time, and only where
 * the coupling says otherwise is there a second round trip.
 * @throws BusinessCentralError where the customer cannot be found out or nothing could be read
 */
export async function answerOfCustomer(
  customer: RequestedCustomer,
  depth: StatisticsDepth,
  { matchBy, read: undated, now, learned }: CustomerQuestionParts,
  deadline: Deadline,
): Promise<CustomerAnswer> {
  const { read, readAt } = datedRead(undated, now);
  const { couplings } = learned;
  const byCoupling = matchBy === 'coupling';
  const presumed = (byCoupling ? couplings.get(customer.id) : undefined) ?? customerNumber(customer.number);
  if (byCoupling ? !isGuid(customer.id) : presumed === null) {
    return { status: 'notCoupled', readAt: readAt() };
  }

  // No user is more than a day behind, so that the earliest month of each of them comes.
  const since = firstDayOfSales(new Date(now() - millisecondsPerDay).toISOString().slice(0, 10));
  const ofCustomer = (no: string): readonly ReadOperation[] => [
    ...figureOperations(no),
    ...(depth === 'figures' ? [] : ledgerOperations(no, since)),
  ];
  const setupAlso = learned.localCurrency === null ? [localCurrencyOperation] : [];
  const couplingAlso = byCoupling ? [couplingOperation(customer.id)] : [];
  const first = await read(
    [...setupAlso, ...couplingAlso, ...(presumed === null ? [] : ofCustomer(presumed))],
    deadline,
  );
  const [setup] = first;
  const currency = learned.localCurrency ?? localCurrency(answered(setup));
  learned.localCurrency = currency.known ? currency : null;

  const coupling: Coupling = byCoupling
    ? couplingOf(customer.id, answered(first[setupAlso.length]))
    : { kind: 'customer', no: presumed ?? '', name: '' };
  if (coupling.kind !== 'customer') {
    couplings.delete(customer.id);
    return { status: coupling.kind === 'none' ? 'notCoupled' : 'customerDeleted', readAt: readAt() };
  }
  if (byCoupling) {
    couplings.set(customer.id, coupling.no);
  }
  const outcomes =
    coupling.no === presumed
      ? first.slice(setupAlso.length + couplingAlso.length)
      : await read(ofCustomer(coupling.no), deadline);
  const [statistics, card, open, sales, lastPayment] = outcomes;
  const figures = customerFigures(coupling.no, [answered(statistics), answered(card)], coupling.name);
  if (figures === null) {
    return { status: byCoupling ? 'customerDeleted' : 'notCoupled', readAt: readAt() };
  }
  return {
    status: 'found',
    figures,
    ledger:
      depth === 'figures' ? null : customerLedger([answered(open), answered(sales), answered(lastPayment)]),
    localCurrency: currency,
    readAt: readAt(),
  };
}

/** There is an outcome for each operation. */
function answered(outcome: ReadOutcome | undefined): ReadOutcome {
  return outcome ?? { ok: false, error: new BusinessCentralError('unreadableAnswer') };
}
