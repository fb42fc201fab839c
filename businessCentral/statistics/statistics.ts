import { answerMemory } from '../answerMemory';
import type { AskOptions } from '../askOptions';
import { answerKeptFor, type Company } from '../company';
import { BusinessCentralError } from '../errors';
import { webClientPages } from '../webClient';
import { customerNumber } from './coupledCustomer';
import { answerOfCustomer, type Learned } from './customerQuestion';
import type { CustomerAnswer, Figure, RequestedCustomer, StatisticsDepth } from './types';

export type { StatisticsDepth } from './types';

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

  /**
   * Address of a ledger entry; null as above. Not of its document: an entry does not say whether a posted document is
   * behind it, and an opening balance, a journal line or a service invoice would open an empty page. From the entry the
   * document is one step away (page 25, *Show Document*).
   */
  entryAddress(entryNo: number): string | null;
}

interface Question {
  readonly customer: RequestedCustomer;
  readonly depth: StatisticsDepth;
}

/** Puts the questions about customers to a company, with a short memory for the answers. */
export function customerStatistics(company: Company): Statistics {
  const { matchBy, now, withinDeadline, recordAddress } = company;
  const learned: Learned = { couplings: new Map(), localCurrency: null };

  /** What decides on the answer: the account that is coupled, or the number. */
  const idOf = ({ customer, depth }: Question): string =>
    `${depth}/${matchBy === 'coupling' ? customer.id : (customerNumber(customer.number) ?? '')}`;

  const answers = answerMemory<Question, CustomerAnswer>({
    idOf,
    load: async ([question], signal, fresh) => {
      if (question === undefined) {
        return new Map();
      }
      const { customer, depth } = question;
      const answer = await withinDeadline(signal, (deadline) =>
        answerOfCustomer(
          customer,
          depth,
          { matchBy, now, learned, read: (operations, until) => company.read(operations, until, fresh) },
          deadline,
        ),
      );
      return new Map([
        // The figures of an answer with its ledger are those that would be answered without.
        [idOf({ customer, depth: 'figures' }), withoutLedger(answer)],
        [idOf(question), answer],
      ]);
    },
    isWorthKeeping: isSettled,
    keepFor: answerKeptFor,
    now,
  });

  return {
    statisticsOf: async (customer, depth, options) => {
      const question = { customer, depth };
      const answer = (await answers([question], options)).get(idOf(question));
      if (answer === undefined) {
        throw new BusinessCentralError('unreadableAnswer');
      }
      return answer;
    },
    customerAddress: (customerNo) =>
      recordAddress(webClientPages.customerCard, { field: 'No.', value: customerNo }),
    entryAddress: (entryNo) =>
      recordAddress(webClientPages.customerLedgerEntries, { field: 'Entry No.', value: String(entryNo) }),
  };
}

function withoutLedger(answer: CustomerAnswer): CustomerAnswer {
  return answer.status === 'found' ? { ...answer, ledger: null } : answer;
}

/** A part that is not published will not be there in a moment either; one that failed may. */
function isSettled(answer: CustomerAnswer): boolean {
  if (answer.status !== 'found') {
    return true;
  }
  const parts: readonly (string | Figure<unknown>)[] = [
    answer.localCurrency,
    ...Object.values<string | Figure<unknown>>({ ...answer.figures }),
    ...(answer.ledger === null ? [] : Object.values<Figure<unknown>>({ ...answer.ledger })),
  ];
  return parts.every(
    (part) =>
      typeof part === 'string' ||
      part.known ||
      part.missing.field !== undefined ||
      part.missing.error.code === 'serviceNotPublished',
  );
}
