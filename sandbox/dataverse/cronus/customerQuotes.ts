import { productLine, writeInLine } from './demoDocument';
import type { DemoDocument, DemoLine } from './demoDocument';

/** A quote whose customer it is about. */
interface CustomerQuote extends Partial<DemoDocument> {
  readonly number: string;
  readonly name: string;
  readonly customerNo: string;
  readonly lines: readonly DemoLine[];
}

/**
 * Quotes to customers in every kind of trouble; the customers are those of `demoData/customerScenarios.ts`. Their totals:
 * 03001 GBP 2,597.60; 03002 GBP 5,044.80, which a limit of 7,400 holds and 2,900.13 owed beside it do not; 03003
 * USD 9,250; 03004 SEK 25,000, without an exchange rate; 03005 GBP 1,261.20; 03006 and 03007 GBP 420.40.
 */
export const customerQuotes: readonly CustomerQuote[] = [
  {
    number: 'QUO-03001',
    name: 'Customer over the limit',
    customerNo: '61000',
    lines: [productLine('1896-S', 4, 'PCS')],
  },
  {
    number: 'QUO-03002',
    name: 'Passes the limit with what is owed',
    customerNo: '20000',
    lines: [productLine('1920-S', 12, 'PCS')],
  },
  {
    number: 'QUO-03003',
    name: 'In US dollars',
    customerNo: '66000',
    currencyCode: 'USD',
    lines: [writeInLine('Tasting room, furnished', 1, 9000), writeInLine('Freight to Miami', 1, 250)],
  },
  {
    number: 'QUO-03004',
    name: 'In a currency without an exchange rate',
    customerNo: '50000',
    currencyCode: 'SEK',
    lines: [writeInLine('Meeting room, furnished', 1, 25_000)],
  },
  {
    number: 'QUO-03005',
    name: 'To a person at the customer',
    customerNo: '61000',
    contactName: 'Nora Winter',
    lines: [productLine('1920-S', 3, 'PCS')],
  },
  {
    number: 'QUO-03006',
    name: 'Customer blocked',
    customerNo: '62000',
    lines: [productLine('1920-S', 1, 'PCS')],
  },
  {
    number: 'QUO-03007',
    name: 'Customer not coupled',
    customerNo: '70000',
    lines: [productLine('1920-S', 1, 'PCS')],
  },
];
