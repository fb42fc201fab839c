import type { MissingPart } from '../../businessCentral/missingParts';
import type { Figure, FoundCustomer } from '../../businessCentral/statistics/types';
import { wordsOf, type FailureWords } from '../../ui/failure';
import { missingPartNames } from '../../ui/missingPartNames';
import { missingServices } from './missingServices';
import type { StatisticsTexts } from './texts';

/** What Business Central did not give of a customer; what is missing of the ledger in part stands in its place there. */
function missingOf(found: FoundCustomer): readonly MissingPart[] {
  const { figures, localCurrency, ledger } = found;
  const answers: readonly (Figure<unknown> | string)[] = [
    ...Object.values<Figure<unknown> | string>({ ...figures }),
    localCurrency,
    ...(ledger === null ? [] : [ledger.lastPaymentDate]),
  ];
  return [
    ...answers.flatMap((answer) => (typeof answer === 'string' || answer.known ? [] : [answer.missing])),
    ...missingServices(found),
  ];
}

/**
 * What an administrator needs to find out why something is not there; a line for each.
 * @param found null: nothing is known of the customer
 */
export function technicalLines(
  failure: FailureWords | null,
  found: FoundCustomer | null,
  texts: StatisticsTexts,
): readonly string[] {
  const missing = found === null ? [] : missingOf(found);
  const services = found === null ? [] : missingServices(found);
  return [
    failure?.technical ?? null,
    missing.length === 0 ? null : texts.say('missing', { parts: missingPartNames(missing) }),
    // The name alone stands in the line above.
    ...services.map(({ service, error }) => {
      const { technical } = wordsOf(error, texts);
      return technical === service ? null : technical;
    }),
  ].filter((line) => line !== null);
}
