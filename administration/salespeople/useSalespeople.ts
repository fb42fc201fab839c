import { useReading } from '../../ui/useReading';
import type { Reading } from '../../ui/useReading';
import type { SalespeopleQuestions } from './questions';
import type { KnownSalespeople } from './salespeoplePairs';

export interface SalespeopleReadings {
  readonly known: Reading<KnownSalespeople>;
  /** Rows by their owner; it takes longer, and the page can do without. */
  readonly ownedRows: Reading<ReadonlyMap<string, number>>;
}

/** Salespeople and users side by side, with what is proposed for each. */
export function useSalespeople(questions: SalespeopleQuestions): SalespeopleReadings {
  const known = useReading<KnownSalespeople>({
    subject: 'salespeople',
    key: 'salespeople',
    ask: async (options) => {
      const [salespeople, users] = await Promise.all([
        questions.salespeople(options),
        questions.users(options),
      ]);
      return { salespeople, users, proposals: questions.propose(salespeople, users) };
    },
  });
  const ownedRows = useReading({
    subject: 'ownedRows',
    key: 'ownedRows',
    ask: (options) => questions.ownedRows(options),
  });
  return { known, ownedRows };
}
