import fc from 'fast-check';
import { daysBetween } from '../../businessCentral/isoDate';
import { ageingOf, daysOverdue } from '../../businessCentral/statistics/ageing';
import { averageDaysToPay } from '../../businessCentral/statistics/daysToPay';
import { firstDayOfSales, monthlySales } from '../../businessCentral/statistics/monthlySales';
import { overdueFirst } from '../../businessCentral/statistics/overdueFirst';
import type { OpenEntry, SalesEntry } from '../../businessCentral/statistics/types';

const today = '2026-11-20';

/** Whole pence, so that sums can be checked exactly. */
const pence = fc.integer({ min: -10_000_000, max: 10_000_000 });
const day = fc
  .integer({ min: -1500, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 10, 20) + days * 86_400_000).toISOString().slice(0, 10));

describe('ageing: what is open, by how long ago it was due (due before today, as CalcOverdueBalance)', () => {
  it.each([
    ['due tomorrow', '2026-11-21', 0, 'notDue'],
    ['due today', '2026-11-20', 0, 'notDue'],
    ['without a due date', null, 0, 'notDue'],
    ['due yesterday', '2026-11-19', 1, 'days1to30'],
    ['30 days ago', '2026-10-21', 30, 'days1to30'],
    ['31 days ago', '2026-10-20', 31, 'days31to60'],
    ['60 days ago', '2026-09-21', 60, 'days31to60'],
    ['61 days ago', '2026-09-20', 61, 'days61to90'],
    ['90 days ago', '2026-08-22', 90, 'days61to90'],
    ['91 days ago', '2026-08-21', 91, 'over90'],
    ['years ago, over a leap day', '2023-11-20', 1096, 'over90'],
  ])('%s', (_, dueDate, days, period) => {
    expect(daysOverdue(dueDate, today)).toBe(days);
    expect(ageingOf([{ dueDate, remaining: 10 }], today).filter(({ entries }) => entries > 0)).toEqual([
      { period, amount: 10, entries: 1 },
    ]);
  });

  it('has five periods, the youngest first, though nothing is open', () => {
    expect(ageingOf([], today)).toEqual(
      ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'].map((period) => ({
        period,
        amount: 0,
        entries: 0,
      })),
    );
  });

  it('counts open payments and credit memos with their sign', () => {
    const overdue = { dueDate: '2026-11-01' };
    expect(
      ageingOf(
        [
          { ...overdue, remaining: 100 },
          { ...overdue, remaining: -250.5 },
        ],
        today,
      )[1],
    ).toEqual({ period: 'days1to30', amount: -150.5, entries: 2 });
  });

  it('adds up as a person adds', () => {
    const entries = [0.1, 0.2, -0.3].map((remaining) => ({ dueDate: null, remaining }));
    expect(ageingOf(entries, today)[0]?.amount).toBe(0);
  });

  it('puts every entry into one period, and loses no penny', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ dueDate: fc.option(day), pence })), (rows) => {
        const buckets = ageingOf(
          rows.map(({ dueDate, pence: amount }) => ({ dueDate, remaining: amount / 100 })),
          today,
        );
        expect(buckets.reduce((count, { entries }) => count + entries, 0)).toBe(rows.length);
        expect(buckets.reduce((sum, { amount }) => sum + amount * 100, 0)).toBeCloseTo(
          rows.reduce((sum, { pence: amount }) => sum + amount, 0),
          3,
        );
      }),
    );
  });

  it('has as overdue what was due before today, whatever the day', () => {
    fc.assert(
      fc.property(day, day, (dueDate, asOf) => {
        expect(daysOverdue(dueDate, asOf) > 0).toBe(dueDate < asOf);
        expect(daysOverdue(dueDate, asOf)).toBe(Math.max(0, daysBetween(dueDate, asOf)));
      }),
    );
  });
});

describe('sales by month: twelve months beside the twelve before them', () => {
  it.each([
    ['2026-11-20', '2024-12-01', '2025-12'],
    ['2026-12-31', '2025-01-01', '2026-01'],
    ['2026-01-01', '2024-02-01', '2025-02'],
    ['2028-02-29', '2026-03-01', '2027-03'],
  ])('on %s sales are wanted since %s, and %s comes first', (asOf, since, first) => {
    const months = monthlySales({ entries: [], total: 0 }, asOf);
    expect(firstDayOfSales(asOf)).toBe(since);
    expect(months).toHaveLength(12);
    expect(months[0]?.month).toBe(first);
    expect(months[11]?.month).toBe(asOf.slice(0, 7));
  });

  it('sets a month beside the same month a year before', () => {
    const entries = [
      { postingDate: '2026-11-01', sales: 100 },
      { postingDate: '2026-11-30', sales: 20.5 },
      { postingDate: '2025-11-30', sales: 70 },
      { postingDate: '2025-12-01', sales: 5 },
      { postingDate: '2024-12-31', sales: -3 },
      { postingDate: '2024-11-30', sales: 9999 },
      { postingDate: '2026-12-01', sales: 9999 },
    ];
    const months = monthlySales({ entries, total: entries.length }, today);
    expect(months[11]).toEqual({ month: '2026-11', sales: 120.5, yearBefore: 70 });
    expect(months[0]).toEqual({ month: '2025-12', sales: 5, yearBefore: -3 });
    expect(months.slice(1, 11).every(({ sales, yearBefore }) => sales === 0 && yearBefore === 0)).toBe(true);
  });

  it('does not know a month of which entries may be missing, since only the latest were read', () => {
    const entries = [
      { postingDate: '2026-11-20', sales: 100 },
      { postingDate: '2026-02-02', sales: 30 },
      { postingDate: '2026-01-31', sales: 5 },
    ];
    const months = monthlySales({ entries, total: 4 }, today);
    expect(months.map(({ sales }) => sales)).toEqual([null, null, 30, 0, 0, 0, 0, 0, 0, 0, 0, 100]);
    expect(new Set(months.map(({ yearBefore }) => yearBefore))).toEqual(new Set([null]));
  });

  it('has every sale since the first day in one place, up to the end of this month', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ postingDate: day, pence })), (rows) => {
        const entries = rows.map(({ postingDate, pence: amount }) => ({ postingDate, sales: amount / 100 }));
        const months = monthlySales({ entries, total: entries.length }, today);
        const shown = months.reduce(
          (sum, { sales, yearBefore }) => sum + (sales ?? NaN) * 100 + (yearBefore ?? NaN) * 100,
          0,
        );
        expect(shown).toBeCloseTo(
          rows
            .filter(({ postingDate }) => postingDate >= firstDayOfSales(today) && postingDate <= '2026-11-30')
            .reduce((sum, { pence: amount }) => sum + amount, 0),
          3,
        );
      }),
    );
  });
});

describe('the order of open entries', () => {
  const entry = (entryNo: number, dueDate: string | null, remaining: number): OpenEntry => ({
    entryNo,
    documentType: 'none',
    documentNo: '',
    dueDate,
    remaining,
    remainingInCurrency: null,
  });

  it('is the most overdue first, then what has no due date, and last what is in the customer’s favor', () => {
    const entries = [
      entry(1, '2026-01-31', -50),
      entry(2, null, 10),
      entry(3, '2026-12-01', 10),
      entry(4, '2026-02-01', 10),
      entry(5, '2025-01-01', -5),
      entry(6, '2026-02-01', 0),
    ];
    expect(overdueFirst([...entries].reverse()).map(({ entryNo }) => entryNo)).toEqual([4, 6, 3, 2, 5, 1]);
  });
});

describe('average days to pay: closing less posting, over closed invoices of the last twelve months', () => {
  const invoice = (postingDate: string, closedAt: string | null): SalesEntry => ({
    postingDate,
    closedAt,
    sales: 100,
    documentType: 'invoice',
  });

  it.each<[string, SalesEntry[], ReturnType<typeof averageDaysToPay>]>([
    ['nothing was sold', [], null],
    ['nothing is paid', [invoice('2026-11-01', null)], null],
    ['paid on the day itself', [invoice('2026-11-01', '2026-11-01')], { days: 0, invoices: 1 }],
    [
      'a mean',
      [invoice('2026-11-01', '2026-11-06'), invoice('2026-09-30', '2026-10-30')],
      { days: 17.5, invoices: 2 },
    ],
    [
      // Business Central counts the days to that payment, which are less than none (codeunit 1302).
      'closed by a payment that came first: closed with its posting, so 0 days',
      [invoice('2026-11-10', '2026-11-10')],
      { days: 0, invoices: 1 },
    ],
    ['over a leap day', [invoice('2026-01-01', '2028-03-01')], { days: 790, invoices: 1 }],
    [
      'posted a year ago does not count, a day later does',
      [invoice('2025-11-20', '2026-11-19'), invoice('2025-11-21', '2025-11-23')],
      { days: 2, invoices: 1 },
    ],
    ['posted after today does not count', [invoice('2026-11-21', '2026-11-25')], null],
    [
      'a credit memo is not paid',
      [{ ...invoice('2026-11-01', '2026-11-06'), documentType: 'creditMemo' }],
      null,
    ],
  ])('%s', (_, entries, expected) => {
    expect(averageDaysToPay(entries, today)).toEqual(expected);
  });

  it('counts from 29 February to 28 February for twelve months', () => {
    expect(averageDaysToPay([invoice('2027-02-28', '2027-03-02')], '2028-02-29')).toBeNull();
    expect(averageDaysToPay([invoice('2027-03-01', '2027-03-02')], '2028-02-29')).toEqual({
      days: 1,
      invoices: 1,
    });
  });
});
