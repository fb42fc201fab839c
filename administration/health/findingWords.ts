import type { HealthFinding } from '../../businessCentral/administration/health';
import { wordsOf } from '../../ui/failure';
import type { FailureWords } from '../../ui/failure';
import { failedPartOf } from '../setup/judgements';
import type { AdministrationTexts } from '../strings';
import type { Health } from './checks';

/**
 * What a finding is called, and what to do about it.
 * @param number writes a count as the reader writes numbers
 */
export function findingWords(
  { code, subjects, count, error }: HealthFinding,
  { facts }: Pick<Health, 'facts'>,
  texts: AdministrationTexts,
  number: (value: number) => string,
): FailureWords {
  const technical = error instanceof Error ? wordsOf(error, texts).technical : null;
  if (code === 'notChecked') {
    return wordsOf(error instanceof Error ? error : new Error(error?.code), texts);
  }
  const failed =
    facts.way !== null && 'answer' in facts.way && code === 'connectionFails'
      ? failedPartOf(facts.way.answer)
      : null;
  if (failed !== null) {
    return {
      sentence: `${texts.say(`check_${failed.part}`)}: ${texts.say(`checkFailed_${failed.code}`)}`,
      remedy: texts.say(`checkRemedy_${failed.code}`),
      technical,
    };
  }
  const values = { count: number(count ?? 0), subjects: subjects.join(', ') };
  return {
    sentence: texts.say(`health_${code}`, values),
    remedy: texts.say(`healthRemedy_${code}`),
    technical,
  };
}
