import type { CustomerFigures } from '../../businessCentral/statistics/types';
import type { DocumentWithCustomer } from '../../sales/customers';
import { foundCustomer, known, unknown } from './fakeCustomers';
import { orderForm, showDocument } from './renderingStatistics';

/** Nothing on order beside the balance. */
const balanceAlone = { balance: known(12_300), total: known(12_300) };

const sentences: readonly [string, Partial<CustomerFigures>, Partial<DocumentWithCustomer>, string][] = [
  [
    'all is well',
    {},
    {},
    'Nothing speaks against this quote: ' +
      'The Cannon Group PLC has nothing overdue and uses GBP 12,300.00 of GBP 20,000.00 credit.',
  ],
  [
    'there is no limit',
    { creditLimit: known(0) },
    {},
    'Nothing speaks against this quote: The Cannon Group PLC has nothing overdue and no credit limit.',
  ],
  [
    'the customer has credit',
    { balance: known(-50), total: known(-50) },
    {},
    'Nothing speaks against this quote: ' +
      'The Cannon Group PLC has nothing overdue and uses GBP 0.00 of GBP 20,000.00 credit.',
  ],
  [
    'the balance passes the limit with the quote',
    balanceAlone,
    { total: 8_900 },
    'The Cannon Group PLC: Balance and this quote pass the credit limit by GBP 1,200.00.',
  ],
  [
    'only what is on order passes the limit with the quote',
    {},
    { total: 5_000 },
    'The Cannon Group PLC: With what is on order, this quote passes the credit limit by GBP 200.50.',
  ],
  ['something is overdue', { overdue: known(75.5) }, {}, 'The Cannon Group PLC: GBP 75.50 is overdue.'],
  [
    'the customer is blocked',
    { blocked: known('ship') },
    {},
    'The Cannon Group PLC: Blocked (Ship) – no new orders and no shipments.',
  ],
  [
    'there is no exchange rate',
    {},
    { currencyCode: 'SEK', baseTotal: null },
    'The Cannon Group PLC: The total of this quote is not counted: no exchange rate from SEK to GBP.',
  ],
  [
    'what is on order passes the limit by more than the balance with the quote',
    {},
    { total: 8_900 },
    'The Cannon Group PLC: Balance and this quote pass the credit limit by GBP 1,200.00. ' +
      'With what is on order, by GBP 4,100.50.',
  ],
  [
    'there is no total',
    {},
    { total: null },
    'The Cannon Group PLC: This quote is not counted: it has no total.',
  ],
  [
    'the limit is not known',
    { creditLimit: unknown('CustomerStatistics', 'Credit_Limit_LCY') },
    {},
    'The Cannon Group PLC: The credit limit is not known.',
  ],
  [
    'the balance is not known',
    { balance: unknown('CustomerStatistics', 'Balance_LCY') },
    {},
    'The Cannon Group PLC: The balance is not known, so the credit limit could not be checked.',
  ],
  [
    'the total is not known',
    { total: unknown('CustomerStatistics', 'GetTotalAmountLCY') },
    {},
    'The Cannon Group PLC: The total is not known, so what is on order could not be held against the credit limit.',
  ],
  [
    'what is overdue is not known',
    { overdue: unknown('CustomerStatistics', 'Balance_Due_LCY') },
    {},
    'The Cannon Group PLC: Whether anything is overdue is not known.',
  ],
  [
    'the blocking is not known',
    { blocked: unknown('CustomerCard') },
    {},
    'The Cannon Group PLC: Whether the customer is blocked is not known.',
  ],
];

describe('the sentence about a quote', () => {
  it.each(sentences)('says it with amounts where %s', async (_case, figures, document, sentence) => {
    const { text, announced } = await showDocument(foundCustomer(figures), document);
    expect(text().startsWith(sentence)).toBe(true);
    expect(announced().startsWith(sentence)).toBe(true);
  });

  it('has the worst first and the rest after it', async () => {
    const { text } = await showDocument(
      foundCustomer({ blocked: known('all'), overdue: known(10), ...balanceAlone }),
      { total: 8_900 },
    );
    expect(text()).toMatch(
      /^The Cannon Group PLC: Blocked \(All\).*Balance and this quote pass the credit limit by GBP 1,200\.00\. GBP 10\.00 is overdue\./,
    );
  });

  it('counts a total in another currency by the rates of Sales, whatever its base currency is', async () => {
    const { text, calls } = await showDocument(
      foundCustomer(balanceAlone),
      { total: 100_000, currencyCode: 'SEK', baseTotal: 10_000 },
      { sales: { currencyRate: () => Promise.resolve({ kind: 'rate', perBase: 0.8, decimals: 2 }) } },
    );
    expect(text()).toMatch(
      /^The Cannon Group PLC: Balance and this quote pass the credit limit by GBP 300\.00\./,
    );
    expect(calls).toContain('rate GBP');
  });

  it('asks for no rate where the quote is in the local currency', async () => {
    const { calls } = await showDocument(foundCustomer());
    expect(calls.filter((call) => call.startsWith('rate'))).toEqual([]);
  });

  it.each([
    ['missing', 'no exchange rate from SEK to GBP.'],
    ['unreadable', 'the exchange rate from SEK to GBP could not be read.'],
  ] as const)('says that the quote is not counted where the rate is %s', async (kind, reason) => {
    const { text } = await showDocument(
      foundCustomer(),
      { currencyCode: 'SEK' },
      { sales: { currencyRate: () => Promise.resolve({ kind }) } },
    );
    expect(text()).toContain(`The total of this quote is not counted: ${reason}`);
  });

  it('keeps a name to itself that is written from right to left, and an amount with its currency', async () => {
    const { container } = await showDocument(
      foundCustomer({ name: known('شركة 5 فاتورة'), overdue: known(75.5) }),
    );
    expect(container.textContent).toContain('\u2068شركة 5 فاتورة\u2069: GBP\u00a075.50 is overdue.');
  });

  it('names the balance alone where the quote could not be counted', async () => {
    const { text } = await showDocument(foundCustomer({ ...balanceAlone, creditLimit: known(10_000) }), {
      currencyCode: 'SEK',
      baseTotal: null,
    });
    expect(text()).toMatch(
      /^The Cannon Group PLC: The balance passes the credit limit by GBP 2,300\.00\.The total of this quote/,
    );
  });

  it('calls amounts LCY where the local currency did not come', async () => {
    const { text } = await showDocument(foundCustomer({}, { localCurrency: unknown('CustomerCard') }));
    expect(text()).toMatch(
      /^The Cannon Group PLC: The total of this quote is not counted: .* did not give its local currency/,
    );
    const withoutLimit = await showDocument(
      foundCustomer({ overdue: known(5) }, { localCurrency: unknown('CustomerCard') }),
    );
    expect(withoutLimit.text()).toMatch(/^The Cannon Group PLC: LCY 5\.00 is overdue\./);
  });
});

describe('an order', () => {
  it.each([
    [
      balanceAlone,
      { total: 8_900 },
      'The Cannon Group PLC: Balance and this order pass the credit limit by GBP 1,200.00.',
    ],
    [
      {},
      { total: 5_000 },
      'The Cannon Group PLC: With what is on order, this order passes the credit limit by GBP 200.50.',
    ],
    [{}, { total: null }, 'The Cannon Group PLC: This order is not counted: it has no total.'],
    [{}, { isOpen: false }, 'This order is closed and takes no credit.'],
  ] as const)('has words of its own', async (figures, document, sentence) => {
    const { text } = await showDocument(foundCustomer(figures), document, { form: orderForm });
    expect(text().startsWith(sentence)).toBe(true);
  });
});

describe('a closed quote', () => {
  const over = { ...balanceAlone, creditLimit: known(10_000) };

  it('has no warning about the credit limit', async () => {
    const { text } = await showDocument(foundCustomer(over), { isOpen: false });
    expect(text()).toMatch(/^This quote is closed and takes no credit\./);
    expect(text()).not.toContain('limit');
  });

  it('still says that something is overdue', async () => {
    const { text } = await showDocument(foundCustomer({ ...over, overdue: known(10) }), { isOpen: false });
    expect(text()).toMatch(
      /^The Cannon Group PLC: GBP 10\.00 is overdue\.This quote is closed and takes no credit\./,
    );
  });
});
