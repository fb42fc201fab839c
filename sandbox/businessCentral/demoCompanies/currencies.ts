import { recordId } from '../../identity';
import { cronus } from '../../demoData/cronus';
import { toPennies } from '../company/decimals';
import { currencyTableId } from '../company/tableIds';
import type { Currency } from '../company/receivables';
import type { Money } from './customerPosting';

/** Currencies that CRONUS has a rate for; the local one has none and needs none. */
export const currencies: readonly Currency[] = cronus.currencies.map((currency) => ({
  Code: currency.Code,
  Description: currency.Description,
  lcyPerUnit: currency.Relational_Exch_Rate_Amount / currency.Exchange_Rate_Amount,
  systemId: recordId(`bc:${currencyTableId}`, currency.Code),
}));

/**
 * An amount with its worth in LCY.
 * @param currencyCode '' is the local currency
 * @throws Error for a currency without a rate
 */
export function inCurrency(amount: number, currencyCode: string): Money {
  if (currencyCode === '') {
    return { amount, amountLCY: amount };
  }
  const currency = currencies.find(({ Code }) => Code === currencyCode);
  if (currency === undefined) {
    throw new Error(`No exchange rate for ${currencyCode}`);
  }
  return { amount, amountLCY: toPennies(amount * currency.lcyPerUnit) };
}
