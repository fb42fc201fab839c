/** A document's total as Sales has it. */
export interface DocumentTotal {
  /** Null: empty. */
  readonly total: number | null;
  /** ISO code; null: none. */
  readonly currencyCode: string | null;
  /** The same total in Sales' base currency; null: there is no exchange rate. */
  readonly baseTotal: number | null;
  /** ISO code; null: not readable. */
  readonly baseCurrencyCode: string | null;
}

/** A document's total in the local currency of Business Central, or why it is not known. */
export type TotalInLocalCurrency =
  | { readonly known: true; readonly amount: number }
  | {
      readonly known: false;
      readonly reason: 'noTotal' | 'exchangeRateMissing' | 'localCurrencyUnknown';
    };

/**
 * A document's total in Business Central's local currency. Sales knows the rate between the document's currency and its
 * own base currency alone, so the total is known where one of these is the local currency.
 * @param localCurrency code of Business Central's local currency, such as GBP; null: not known
 */
export function totalInLocalCurrency(
  { total, currencyCode, baseTotal, baseCurrencyCode }: DocumentTotal,
  localCurrency: string | null,
): TotalInLocalCurrency {
  if (total === null) {
    return { known: false, reason: 'noTotal' };
  }
  if (localCurrency === null) {
    return { known: false, reason: 'localCurrencyUnknown' };
  }
  if (currencyCode === localCurrency) {
    return { known: true, amount: total };
  }
  return baseCurrencyCode === localCurrency && baseTotal !== null
    ? { known: true, amount: baseTotal }
    : { known: false, reason: 'exchangeRateMissing' };
}
