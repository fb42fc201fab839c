import { wordsOf } from '../../ui/failure';
import type { AdministrationTexts } from '../strings';
import type { Problem } from './checks';

/** What a fault is called, and what to do about it. */
export interface ProblemWords {
  readonly sentence: string;
  readonly remedy: string;
  /** What the services said; empty: nothing. */
  readonly technical: string;
}

/** @param number writes a count as the reader writes numbers */
export function problemWords(
  problem: Problem,
  texts: AdministrationTexts,
  number: (value: number) => string,
): ProblemWords {
  switch (problem.kind) {
    case 'wayFails': {
      const { part, code, error } = problem.step;
      return {
        sentence: `${texts.say(`check_${part}`)}: ${texts.say(`checkFailed_${code}`)}`,
        remedy: texts.say(`checkRemedy_${code}`),
        technical: error === null ? code : (wordsOf(error, texts).technical ?? code),
      };
    }
    case 'servicesLack':
      return {
        sentence: texts.say('healthProblem_servicesLack', { services: problem.services.join(', ') }),
        remedy: texts.say('healthRemedy_servicesLack'),
        technical: '',
      };
    case 'notMatched':
    case 'salespeopleNotCoupled':
    case 'accessWarnings':
    case 'synchFailed':
    case 'synchOpen':
      return {
        sentence: texts.say(`healthProblem_${problem.kind}`, {
          count: number(problem.count),
          total: number(problem.total),
        }),
        remedy: texts.say(`healthRemedy_${problem.kind}`),
        technical: '',
      };
    default:
      return {
        sentence: texts.say(`healthProblem_${problem.kind}`),
        remedy: texts.say(`healthRemedy_${problem.kind}`),
        technical: '',
      };
  }
}
