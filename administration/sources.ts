import { installedVersion } from '../sales/administration/installedVersion';
import type { HealthQuestions } from './health/healthQuestions';
import { defaultCompanyOf } from './openDefaultCompany';
import type { AdministrationSources } from './platform';
import type { SalespeopleQuestions } from './salespeople/questions';
import { salespeopleQuestionsOf } from './salespeople/salespeopleQuestionsOf';
import { savedConnectionsOf } from './savedConnections';
import type { SetupQuestions } from './setup/setupQuestions';
import { setupQuestionsOf } from './setup/setupQuestionsOf';
import type { SynchronizationQuestions } from './synchronization/questions';
import { synchronizationQuestionsOf } from './synchronization/synchronizationQuestionsOf';

/** What the pages ask, page by page. */
export interface AdministrationQuestions {
  readonly setup: SetupQuestions;
  readonly synchronization: SynchronizationQuestions;
  readonly salespeople: SalespeopleQuestions;
  readonly health: HealthQuestions;
}

/** Puts the questions of the pages together out of what the app gives. */
export function questionsOf(sources: AdministrationSources): AdministrationQuestions {
  const saved = savedConnectionsOf(sources.webAPI);
  const open = defaultCompanyOf(sources, saved);
  const setup = setupQuestionsOf(sources, saved);
  const synchronization = synchronizationQuestionsOf(sources.webAPI, open);
  const salespeople = salespeopleQuestionsOf(sources.webAPI, open);
  return {
    setup,
    synchronization,
    salespeople,
    health: { setup, synchronization, salespeople, version: () => installedVersion(sources.webAPI) },
  };
}
