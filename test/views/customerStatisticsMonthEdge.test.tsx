import { fireEvent, screen } from '@testing-library/react';
import { firstDayOfSales } from '../../businessCentral/statistics/monthlySales';
import { formatOf } from '../../ui/format';
import { patterns } from './fakeContext';
import { all, rowsOf, salesEntry, showLedger } from './customerLedger';
import { layOut } from './rendering';

beforeEach(() => layOut(900));

/** Half past four in the morning of 1 December in Greenwich. */
const instant = Date.UTC(2026, 11, 1, 4, 30);
/** Noon of 30 November in Greenwich. */
const noon = Date.UTC(2026, 10, 30, 12);

/** The calendar day of an instant on the clock of a user so many hours ahead of Greenwich. */
const dayOf = (at: number, hoursAhead: number) =>
  formatOf({
    patterns,
    decimal: (value, decimals) => value.toFixed(decimals),
    minutesAheadOfUtc: () => hoursAhead * 60,
  }).dayOf(at);

/** What is asked for: no user is more than a day behind Greenwich. */
const since = (at: number) => firstDayOfSales(new Date(at - 86_400_000).toISOString().slice(0, 10));

const sales = all([
  salesEntry('2026-12-01', 7),
  salesEntry('2026-11-30', 300),
  salesEntry('2025-11-30', 200),
  salesEntry('2024-12-31', 50),
]);

describe('the months of sales at the edge of a month', () => {
  it.each([
    [
      'New York, half past eleven in the evening of 30 November',
      instant,
      -5,
      'November 2026',
      '300.00',
      '200.00',
    ],
    ['Greenwich, 1 December', instant, 0, 'December 2026', '7.00', '0.00'],
    ['Auckland, one o’clock in the morning of 1 December', noon, 13, 'December 2026', '7.00', '0.00'],
    ['Greenwich, still 30 November', noon, 0, 'November 2026', '300.00', '200.00'],
  ])('%s: the last month is the user’s own', (_, at, hoursAhead, month, sold, before) => {
    const today = dayOf(at, hoursAhead);
    showLedger({ sales }, { today });
    fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = rowsOf('Sales by month');
    expect(rows[11]).toEqual([month, sold, before]);
    expect(since(at) <= firstDayOfSales(today)).toBe(true);
  });

  it('reach back to the first month of the user who is furthest behind', () => {
    showLedger({ sales }, { today: dayOf(instant, -5) });
    fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(rowsOf('Sales by month')[0]).toEqual(['December 2025', '0.00', '50.00']);
  });
});
