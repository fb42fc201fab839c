import { cronus } from '../../demoData/cronus';
import { roundedTo } from '../service/rounding';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';

interface SalesCurrency {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  /** Units for one pound; null: nobody has entered it. */
  readonly exchangeRate: number | null;
}

/** Decimals of transactioncurrency.exchangerate. */
const ratePrecision = 10;

/** Business Central says what a unit costs in pounds, Dataverse how many units a pound buys. */
function rateOf(code: string): number | null {
  const currency = cronus.currencies.find(({ Code }) => Code === code);
  return currency
    ? roundedTo(currency.Exchange_Rate_Amount / currency.Relational_Exch_Rate_Amount, ratePrecision)
    : null;
}

/** The pound comes first: it is the organization's own. */
const currencies: readonly SalesCurrency[] = [
  { code: 'GBP', name: 'Pound Sterling', symbol: '£', exchangeRate: 1 },
  { code: 'EUR', name: 'Euro', symbol: '€', exchangeRate: rateOf('EUR') },
  { code: 'USD', name: 'US Dollar', symbol: '$', exchangeRate: rateOf('USD') },
  { code: 'SEK', name: 'Swedish Krona', symbol: 'kr', exchangeRate: null },
];

/** Name of CRONUS's price list in a currency. @param currencyCode an ISO code */
export function priceListName(currencyCode = 'GBP'): string {
  return currencyCode === 'GBP' ? 'CRONUS sales prices' : `CRONUS sales prices, ${currencyCode}`;
}

/** The currencies, and a price list in each, that in pounds first. */
export function seedCurrencies(seeding: Seeding): void {
  seedRows(
    seeding,
    'transactioncurrency',
    currencies.map(({ code, name, symbol, exchangeRate }) => [
      code,
      {
        currencyname: name,
        isocurrencycode: code,
        currencysymbol: symbol,
        currencyprecision: 2,
        exchangerate: exchangeRate,
      },
    ]),
  );
  seedRows(
    seeding,
    'pricelevel',
    currencies.map(({ code }) => [
      priceListName(code),
      { name: priceListName(code), transactioncurrencyid: referTo('transactioncurrency', code) },
    ]),
  );
}
