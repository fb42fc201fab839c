import type { MissingPart } from '../../businessCentral/missingParts';
import type { Figure, FoundCustomer } from '../../businessCentral/statistics/types';
import type { FailureWords } from '../../ui/failure';
import { missingPartNames } from '../../ui/missingPartNames';
import type { StatisticsTexts } from './texts';

/** What Business Central did not give of a customer's figures; the ledger names its own. */
export function missingFigures({ figures, localCurrency }: FoundCustomer): readonly MissingPart[] {
  const answers: readonly (Figure<unknown> | string)[] = [
    ...Object.values<Figure<unknown> | string>({ ...figures }),
    localCurrency,
  ];
  return answers.flatMap((answer) => (typeof answer === 'string' || answer.known ? [] : [answer.missing]));
}

/** What an administrator needs to find out why something is not there; a line for each. */
export function technicalLines(
  failure: FailureWords | null,
  missing: readonly MissingPart[],
  texts: StatisticsTexts,
): readonly string[] {
  return [
    failure?.technical ?? null,
    missing.length === 0 ? null : texts.say('missing', { parts: missingPartNames(missing) }),
  ].filter((line) => line !== null);
}
