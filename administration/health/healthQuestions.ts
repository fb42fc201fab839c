import type { SalespeopleQuestions } from '../salespeople/questions';
import type { SetupQuestions } from '../setup/setupQuestions';
import type { SynchronizationQuestions } from '../synchronization/questions';

/** What the health page asks: what the other pages ask, put together. */
export interface HealthQuestions {
  readonly setup: Pick<SetupQuestions, 'connections' | 'check' | 'services' | 'match' | 'access'>;
  readonly salespeople: Pick<SalespeopleQuestions, 'salespeople' | 'users' | 'ownedRows'>;
  readonly synchronization: Pick<SynchronizationQuestions, 'review' | 'skippedRecords'>;
  /** Whether the signed-in user may put things right, and so sees the pages where that is done. */
  mayMend(): Promise<boolean>;
  /** Of the solution as it is installed; empty: not known. */
  version(): Promise<string>;
}
