/** A document's total as Sales has it. */
export interface DocumentTotal {
  /** Null: empty. */
  readonly total: number | null;
  /** ISO code; null: none. */
  readonly currencyCode: string | null;
  /** The same total in Sales' base currency; null: there is no exchange rate. */
  readonly baseTotal: number | null;
}

/** What Sales knows of a currency. */
export type CurrencyRate =
  | {
      readonly kind: 'rate';
      /** Units of the currency for one of Sales' base currency (`transactioncurrency.exchangerate`). */
      readonly perBase: number;
      /** To how many decimals amounts in it are rounded. */
      readonly decimals: number;
    }
  /** Sales does not have the currency, or no rate for it. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' };

/** A document's total in the local currency of Business Central, or why it is not known. */
export type TotalInLocalCurrency =
  | { readonly known: true; readonly amount: number }
  | {
      readonly known: false;
      readonly reason: 'noTotal' | 'exchangeRateMissing' | 'exchangeRateUnreadable' | 'localCurrencyUnknown';
    };

/**
 * A document's total in Business Central's local currency. Sales has the total in its own base currency, and for each
 * currency how many units of it one of the base currency is.
 * @param localCurrency code of Business Central's local currency, such as GBP; null: not known
 * @param rate of the local currency; not needed where the document is in that itself
 */
export function totalInLocalCurrency(
  { total, currencyCode, baseTotal }: DocumentTotal,
  localCurrency: string | null,
  rate: CurrencyRate,
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
  if (rate.kind === 'unreadable') {
    return { known: false, reason: 'exchangeRateUnreadable' };
  }
  if (rate.kind === 'missing' || baseTotal === null) {
    return { known: false, reason: 'exchangeRateMissing' };
  }
  return { known: true, amount: Number((baseTotal * rate.perBase).toFixed(rate.decimals)) };
}
