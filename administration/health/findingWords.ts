import type { HealthCode, HealthFinding } from '../../businessCentral/administration/health';
import { wordsOf } from '../../ui/failure';
import type { FailureWords } from '../../ui/failure';
import { failedPartOf } from '../setup/judgements';
import type { AdministrationTexts } from '../strings';
import type { Health } from './checks';

/** Findings that say how many; text keys `health_<code>_one` and `health_<code>_other`. */
const countedCodes = [
  'productsNotMatched',
  'accountsNotMatched',
  'noRole',
  'keyUnreadable',
  'keyReadableInVain',
  'ownersNotCoupled',
  'recordsSkipped',
] as const satisfies readonly HealthCode[];

function isCounted(code: HealthCode): code is (typeof countedCodes)[number] {
  return (countedCodes as readonly HealthCode[]).includes(code);
}

/** What a finding is called, and what to do about it. */
export function findingWords(
  { code, subjects, count, error }: HealthFinding,
  { facts }: Pick<Health, 'facts'>,
  texts: AdministrationTexts,
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
  return {
    sentence: isCounted(code)
      ? texts.count(`health_${code}`, count ?? 0)
      : texts.say(`health_${code}`, { subjects: subjects.join(', ') }),
    remedy: texts.say(`healthRemedy_${code}`),
    technical,
  };
}
