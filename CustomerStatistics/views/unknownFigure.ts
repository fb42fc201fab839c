import type { MissingPart } from '../../businessCentral/missingParts';
import { wordsOf } from '../../ui/failure';
import type { StatisticsTexts } from './texts';

/** Why Business Central did not give a figure, in a sentence for a salesperson. */
export function reasonOf({ field, error }: MissingPart, texts: StatisticsTexts): string {
  // A field that is missing is a version or a page without it; that a question was refused is only how it shows.
  return field === undefined ? wordsOf(error, texts).sentence : texts.say('notOffered');
}
