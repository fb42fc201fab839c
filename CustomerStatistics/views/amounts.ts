import type { Format } from '../../ui/format';
import type { StatisticsTexts } from './texts';

/** Writes an amount with its currency code, for a sentence or wherever it stands alone. */
export type WriteAmount = (amount: number) => string;

/**
 * @param localCurrency code of Business Central's local currency; null: not known, so that it is called as Business
 *   Central calls it, LCY
 */
export function amountsIn(
  localCurrency: string | null,
  { texts, format }: { readonly texts: StatisticsTexts; readonly format: Format },
): WriteAmount {
  const currency = localCurrency ?? texts.say('lcy');
  return (amount) => texts.say('amount', { currency, amount: format.price(amount) });
}
