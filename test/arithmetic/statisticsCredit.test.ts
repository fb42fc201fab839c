import fc from 'fast-check';
import { BusinessCentralError } from '../../businessCentral/errors';
import { creditUse } from '../../businessCentral/statistics/creditUse';
import { creditWarnings } from '../../businessCentral/statistics/creditWarnings';
import {
  totalInLocalCurrency,
  type CurrencyRate,
  type DocumentTotal,
  type TotalInLocalCurrency,
} from '../../businessCentral/statistics/documentTotal';
import { totalOf, totalParts } from '../../businessCentral/statistics/totalParts';
import type { CustomerFigures, Figure } from '../../businessCentral/statistics/types';

const amount = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((pence) => pence / 100);

describe('credit used: the balance of the limit; available: limit − total (table 18 Customer)', () => {
  it.each([
    ['0 is no limit', { balance: 500, total: 700, creditLimit: 0 }, { kind: 'noLimit' }],
    [
      'nothing used',
      { balance: 0, total: 0, creditLimit: 1000 },
      { kind: 'limited', usedPercent: 0, available: 1000, isOver: false },
    ],
    [
      'used by the balance, available by the total',
      { balance: 250, total: 600, creditLimit: 1000 },
      { kind: 'limited', usedPercent: 25, available: 400, isOver: false },
    ],
    [
      'used up to the penny is not over',
      { balance: 1000, total: 1000, creditLimit: 1000 },
      { kind: 'limited', usedPercent: 100, available: 0, isOver: false },
    ],
    [
      'over by what is on order',
      { balance: 900, total: 1000.01, creditLimit: 1000 },
      { kind: 'limited', usedPercent: 90, available: -0.01, isOver: true },
    ],
    [
      'passed limits are not capped',
      { balance: 2500, total: 2500, creditLimit: 1000 },
      { kind: 'limited', usedPercent: 250, available: -1500, isOver: true },
    ],
    [
      'a credit balance uses nothing',
      { balance: -300, total: -300, creditLimit: 1000 },
      { kind: 'limited', usedPercent: 0, available: 1300, isOver: false },
    ],
    [
      'two decimals of a per cent, as Business Central rounds',
      { balance: 1, total: 1, creditLimit: 3 },
      { kind: 'limited', usedPercent: 33.33, available: 2, isOver: false },
    ],
  ])('%s', (_, asked, expected) => {
    expect(creditUse(asked)).toEqual(expected);
  });

  it('agrees with CalcCreditLimitLCYExpendedPct wherever that is not capped', () => {
    const limit = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(amount, amount, limit, (balance, total, creditLimit) => {
        const use = creditUse({ balance, total, creditLimit });
        const ratio = balance / creditLimit;
        const ofBusinessCentral = ratio < 0 ? 0 : ratio > 1 ? 10_000 : Math.round(ratio * 10_000);
        expect(use.kind === 'limited' && Math.min(Math.round(use.usedPercent * 100), 10_000)).toBe(
          ofBusinessCentral,
        );
      }),
    );
  });
});

describe('total: GetTotalAmountLCY of table 18 Customer', () => {
  const parts = {
    balance: 1000,
    outstandingOrders: 500,
    shippedNotInvoiced: 200,
    outstandingInvoices: 100,
    shippedOnInvoices: 60,
    invoicedPrepayment: 40,
    returnsReceivedNotInvoiced: 20,
  };

  it('adds what is under way, and takes off what counts twice, is prepaid or came back', () => {
    expect(totalOf(parts)).toBe(1680);
  });

  it('says what the shown parts do not explain', () => {
    expect(totalParts({ ...parts, total: 1680 })).toEqual({ other: -80 });
    expect(totalParts({ ...parts, total: 1760 })).toEqual({ other: 0 });
  });

  it('lets shown parts and the rest add up to the total', () => {
    const shown = fc.record({
      balance: amount,
      outstandingOrders: amount,
      shippedNotInvoiced: amount,
      outstandingInvoices: amount,
      invoicedPrepayment: amount,
      total: amount,
    });
    fc.assert(
      fc.property(shown, (given) => {
        const { other } = totalParts(given);
        const sum =
          given.balance +
          given.outstandingOrders +
          given.shippedNotInvoiced +
          given.outstandingInvoices -
          given.invoicedPrepayment +
          other;
        expect(sum).toBeCloseTo(given.total, 4);
      }),
    );
  });
});

describe("a document's total in local currency", () => {
  // Sales' base currency is the euro: one buys 1.2 dollars, or 0.85 pounds, or 160 yen.
  const document: DocumentTotal = { total: 120, currencyCode: 'USD', baseTotal: 100 };
  const pounds: CurrencyRate = { kind: 'rate', perBase: 0.85, decimals: 2 };
  const missing: CurrencyRate = { kind: 'missing' };
  const unreadable: CurrencyRate = { kind: 'unreadable' };

  it.each<[string, Partial<DocumentTotal>, string | null, CurrencyRate, TotalInLocalCurrency]>([
    ['its own currency is local, no rate is needed', {}, 'USD', missing, { known: true, amount: 120 }],
    [
      "Sales' base currency is local",
      {},
      'EUR',
      { kind: 'rate', perBase: 1, decimals: 2 },
      { known: true, amount: 100 },
    ],
    ['neither is local: from the base into it', {}, 'GBP', pounds, { known: true, amount: 85 }],
    ['rounded as the currency is', { baseTotal: 33.33 }, 'GBP', pounds, { known: true, amount: 28.33 }],
    [
      'a currency without decimals',
      { baseTotal: 33.33 },
      'JPY',
      { kind: 'rate', perBase: 160, decimals: 0 },
      { known: true, amount: 5333 },
    ],
    ['a total of nothing is 0', { total: 0 }, 'USD', missing, { known: true, amount: 0 }],
    ['no currency, but a base', { currencyCode: null }, 'GBP', pounds, { known: true, amount: 85 }],
    ['no rate of the local currency', {}, 'GBP', missing, { known: false, reason: 'exchangeRateMissing' }],
    [
      "no rate of the document's currency",
      { baseTotal: null },
      'GBP',
      pounds,
      { known: false, reason: 'exchangeRateMissing' },
    ],
    [
      'a rate that could not be read',
      {},
      'GBP',
      unreadable,
      { known: false, reason: 'exchangeRateUnreadable' },
    ],
    ['no total', { total: null }, 'USD', pounds, { known: false, reason: 'noTotal' }],
    ['the local currency is not known', {}, null, pounds, { known: false, reason: 'localCurrencyUnknown' }],
  ])('%s', (_, changes, localCurrency, rate, expected) => {
    expect(totalInLocalCurrency({ ...document, ...changes }, localCurrency, rate)).toEqual(expected);
  });
});

describe('warnings before a promise, the worst first', () => {
  const known = <Value>(value: Value): Figure<Value> => ({ known: true, value });
  const unknown: Figure<never> = {
    known: false,
    missing: { service: 'CustomerStatistics', error: new BusinessCentralError('serviceNotPublished') },
  };
  const sound: CustomerFigures = {
    no: '10000',
    name: known('Adatum Corporation'),
    blocked: known('none'),
    currencyCode: known(''),
    balance: known(600),
    outstandingOrders: known(100),
    shippedNotInvoiced: known(0),
    outstandingInvoices: known(0),
    total: known(700),
    creditLimit: known(1000),
    overdue: known(0),
    invoicedPrepayment: known(0),
    salesThisFiscalYear: known(0),
    paymentsThisFiscalYear: known(0),
    customerSince: known(null),
  };
  const of = (value: number): TotalInLocalCurrency => ({ known: true, amount: value });
  const withoutRate: TotalInLocalCurrency = { known: false, reason: 'exchangeRateMissing' };

  it.each<[string, Partial<CustomerFigures>, TotalInLocalCurrency | null, ReturnType<typeof creditWarnings>]>(
    [
      ['nothing is wrong', {}, of(100), []],
      ['the limit may be used up', {}, of(300), []],
      [
        'only with what is on order',
        {},
        of(300.01),
        [{ kind: 'overLimit', byBalance: 0, byTotal: 0.01, withDocument: true }],
      ],
      [
        'by the balance already, and by more with what is on order',
        {},
        of(500),
        [{ kind: 'overLimit', byBalance: 100, byTotal: 200, withDocument: true }],
      ],
      [
        'without a document',
        { balance: known(1200) },
        null,
        [{ kind: 'overLimit', byBalance: 200, byTotal: 0, withDocument: false }],
      ],
      ['no limit is never passed', { creditLimit: known(0), balance: known(9e9) }, of(9e9), []],
      ['no limit needs no balance', { creditLimit: known(0), balance: unknown }, withoutRate, []],
      [
        'the document cannot be counted',
        {},
        withoutRate,
        [{ kind: 'documentNotCounted', reason: 'exchangeRateMissing' }],
      ],
      [
        'over the limit even without the document',
        { balance: known(1200) },
        withoutRate,
        [
          { kind: 'overLimit', byBalance: 200, byTotal: 0, withDocument: false },
          { kind: 'documentNotCounted', reason: 'exchangeRateMissing' },
        ],
      ],
      [
        'all at once',
        { blocked: known('ship'), overdue: known(250), balance: known(1001) },
        of(0),
        [
          { kind: 'blocked', blocking: 'ship' },
          { kind: 'overLimit', byBalance: 1, byTotal: 0, withDocument: true },
          { kind: 'overdue', amount: 250 },
        ],
      ],
      [
        'a kind of blocking that an extension added',
        { blocked: known('other') },
        null,
        [{ kind: 'blocked', blocking: 'other' }],
      ],
      ['more to get than overdue', { overdue: known(-5) }, null, []],
      [
        'what did not come could not be checked',
        { blocked: unknown, balance: unknown, total: unknown, overdue: unknown },
        of(1),
        [
          { kind: 'unknown', figure: 'blocked' },
          { kind: 'unknown', figure: 'balance' },
          { kind: 'unknown', figure: 'overdue' },
        ],
      ],
      [
        'the limit did not come',
        { creditLimit: unknown },
        withoutRate,
        [{ kind: 'unknown', figure: 'creditLimit' }],
      ],
      [
        'the total tells though the balance did not come',
        { balance: unknown },
        of(400),
        [
          { kind: 'overLimit', byBalance: 0, byTotal: 100, withDocument: true },
          { kind: 'unknown', figure: 'balance' },
        ],
      ],
    ],
  )('%s', (_, changes, document, expected) => {
    expect(creditWarnings({ figures: { ...sound, ...changes } }, document)).toEqual(expected);
  });
});
