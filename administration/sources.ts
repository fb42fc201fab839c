import type { AdministrationSources } from './platform';
import { savedConnectionsOf } from './savedConnections';
import type { SetupQuestions } from './setup/setupQuestions';
import { setupQuestionsOf } from './setup/setupQuestionsOf';

/** What the pages ask, page by page. */
export interface AdministrationQuestions {
  readonly setup: SetupQuestions;
}

/** Puts the questions of the pages together out of what the app gives. */
export function questionsOf(sources: AdministrationSources): AdministrationQuestions {
  const saved = savedConnectionsOf(sources.webAPI);
  return { setup: setupQuestionsOf(sources, saved) };
}
