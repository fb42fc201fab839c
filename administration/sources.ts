import type { AdministrationSources } from './platform';

/** What the pages ask, page by page. */
export interface AdministrationQuestions {
  readonly sources: AdministrationSources;
}

/** Puts the questions of the pages together out of what the app gives. */
export function questionsOf(sources: AdministrationSources): AdministrationQuestions {
  return { sources };
}
