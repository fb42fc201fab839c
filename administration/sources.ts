import { installedVersion } from '../sales/administration/installedVersion';
import type { HealthQuestions } from './health/healthQuestions';
import { companyOfConnection, defaultCompanyOf, looksAfterConnections } from './openDefaultCompany';
import type { OpenedCompany } from './openDefaultCompany';
import type { AdministrationSources } from './platform';
import type { SalespeopleQuestions } from './salespeople/questions';
import { salespeopleQuestionsOf } from './salespeople/salespeopleQuestionsOf';
import { savedConnectionsOf } from './savedConnections';
import type { SetupQuestions } from './setup/setupQuestions';
import { setupQuestionsOf } from './setup/setupQuestionsOf';
import type { SynchronizationQuestions } from './synchronization/questions';
import { synchronizationQuestionsOf } from './synchronization/synchronizationQuestionsOf';

/** What is asked and done over the company of one connection. */
export interface CompanyQuestions {
  readonly synchronization: SynchronizationQuestions;
  readonly salespeople: SalespeopleQuestions;
}

/** What the pages ask, page by page. */
export interface AdministrationQuestions extends CompanyQuestions {
  readonly setup: SetupQuestions;
  /** The same over a connection that need not be the one that salespeople work with. */
  readonly over: (connectionId: string) => CompanyQuestions;
  readonly health: HealthQuestions;
}

/** Puts the questions of the pages together out of what the app gives. */
export function questionsOf(sources: AdministrationSources): AdministrationQuestions {
  const saved = savedConnectionsOf(sources.webAPI);
  const setup = setupQuestionsOf(sources, saved);
  const company = companyQuestionsOf(sources, defaultCompanyOf(sources, saved));
  return {
    setup,
    ...company,
    over: (connectionId) => companyQuestionsOf(sources, companyOfConnection(sources, saved, connectionId)),
    health: {
      setup,
      ...company,
      mayMend: () => looksAfterConnections(sources),
      version: () => installedVersion(sources.webAPI),
    },
  };
}

function companyQuestionsOf(
  { webAPI }: AdministrationSources,
  open: () => Promise<OpenedCompany>,
): CompanyQuestions {
  return {
    synchronization: synchronizationQuestionsOf(webAPI, open),
    salespeople: salespeopleQuestionsOf(webAPI, open),
  };
}
