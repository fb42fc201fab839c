import { fireEvent, screen } from '@testing-library/react';
import { comparedSales, monthAYearBefore } from '../../CustomerStatistics/views/ledger/comparedSales';
import { salesColumns } from '../../CustomerStatistics/views/ledger/salesColumns';
import { all, rowsOf, salesEntry, section, showLedger } from './customerLedger';
import { layOut } from './rendering';

const title = 'Sales by month';

beforeEach(() => layOut(900));

const twoYears = [
  salesEntry('2026-11-03', 300),
  salesEntry('2025-11-28', 200),
  salesEntry('2026-10-31', -40, { documentType: 'creditMemo' }),
  salesEntry('2025-12-01', 140),
  salesEntry('2024-12-31', 120),
];

function walk(...keys: string[]): string {
  const slider = screen.getByRole('slider');
  for (const key of keys) {
    fireEvent.keyDown(slider, { key });
  }
  return slider.getAttribute('aria-valuetext') ?? '';
}

describe('sales by month', () => {
  it('begin with this month beside the same month a year before', () => {
    showLedger({ sales: all(twoYears) });
    expect(walk()).toBe('November 2026: GBP\u00a0300.00; November 2025: GBP\u00a0200.00');
    expect(section(title).textContent).toContain('November 2025GBP\u00a0200.00November 2026GBP\u00a0300.00');
  });

  it.each<[string, string[], string, number]>([
    ['one month back', ['ArrowLeft'], 'October 2026: GBP\u00a0-40.00; October 2025: GBP\u00a00.00', 11],
    ['to the first month', ['Home'], 'December 2025: GBP\u00a0140.00; December 2024: GBP\u00a0120.00', 1],
    [
      'no further than the first',
      ['Home', 'ArrowLeft', 'ArrowDown'],
      'December 2025: GBP\u00a0140.00; December 2024: GBP\u00a0120.00',
      1,
    ],
    ['a quarter back', ['PageDown'], 'August 2026: GBP\u00a00.00; August 2025: GBP\u00a00.00', 9],
    [
      'there and again',
      ['Home', 'PageUp', 'End'],
      'November 2026: GBP\u00a0300.00; November 2025: GBP\u00a0200.00',
      12,
    ],
    [
      'no further than this month',
      ['ArrowRight', 'ArrowUp'],
      'November 2026: GBP\u00a0300.00; November 2025: GBP\u00a0200.00',
      12,
    ],
  ])('are walked by keyboard, %s', (_way, keys, words, position) => {
    showLedger({ sales: all(twoYears) });
    const slider = screen.getByRole('slider');
    expect(slider.tabIndex).toBe(0);
    expect(walk(...keys)).toBe(words);
    expect(slider.getAttribute('aria-valuenow')).toBe(String(position));
  });

  it('leave all other keys to the form', () => {
    showLedger({ sales: all(twoYears) });
    expect(fireEvent.keyDown(screen.getByRole('slider'), { key: 'Tab' })).toBe(true);
    expect(fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowLeft' })).toBe(false);
  });

  it('show the month that is pointed at', () => {
    showLedger({ sales: all(twoYears) });
    const [first] = [...screen.getByRole('slider').querySelectorAll('svg g')];
    fireEvent.mouseEnter(first!);
    expect(walk()).toBe('December 2025: GBP\u00a0140.00; December 2024: GBP\u00a0120.00');
  });

  it('are a table for those who ask for it', () => {
    showLedger({ sales: all(twoYears) });
    expect(screen.queryByRole('table')).toBeNull();
    const button = screen.getByRole('button', { name: 'Show as table' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    const rows = rowsOf(title);
    expect(rows).toHaveLength(13);
    expect(rows[0]).toEqual(['December 2025', '140.00', '120.00']);
    expect(rows[10]).toEqual(['October 2026', '-40.00', '0.00']);
    expect(rows[12]).toEqual(['Total', '400.00', '320.00']);
  });

  it('are compared in sum, and say that this month is not over', () => {
    showLedger({ sales: all(twoYears) });
    expect(section(title).textContent).toContain(
      'Last 12 months: GBP\u00a0400.00. The 12 before: GBP\u00a0320.00. Difference: +25%. The current month (November 2026) is not over yet.',
    );
  });

  it.each<[string, number]>([
    ['sold nothing', 0],
    ['took back more than it sold', -50],
  ])('have no percentage where the year before %s', (_case, before) => {
    showLedger({ sales: all([salesEntry('2026-11-03', 300), salesEntry('2025-11-03', before)]) });
    expect(section(title).textContent).not.toContain('Difference');
    expect(section(title).textContent).toContain('The 12 before');
  });

  it('say that nothing was sold', () => {
    showLedger({ sales: all([]) });
    expect(section(title).textContent).toContain('Nothing has been sold in the last 24 months.');
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('of which only the latest entries were read are dashes up to the month of the oldest, sums and all', () => {
    showLedger({ sales: all(twoYears.slice(0, 4), 7200) });
    expect(section(title).textContent).toContain(
      'Last 12 months: GBP\u00a0400.00. The 12 before: –. The current month',
    );
    expect(section(title).textContent).not.toContain('Difference');
    const why =
      'Only the latest 4 of 7200 posted entries were read. What was sold up to November 2025 is not known.';
    expect(section(title).textContent).toContain(why);
    expect(walk()).toBe('November 2026: GBP\u00a0300.00; November 2025: –');
    fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = rowsOf(title).map((row) => row.map((cell) => cell.replace(why, '')));
    expect(rows[0]).toEqual(['December 2025', '140.00', '–']);
    expect(rows[11]).toEqual(['November 2026', '300.00', '–']);
    expect(rows[12]).toEqual(['Total', '400.00', '–']);
    expect(screen.getAllByRole('img', { name: `Not known: ${why}` })).toHaveLength(13);
  });
});

describe('the comparison with the year before', () => {
  const month = (sales: number | null, yearBefore: number | null) => ({
    month: '2026-11',
    sales,
    yearBefore,
  });

  it.each([
    [month(1, null), { sales: 3, yearBefore: null, changePercent: null }],
    [month(null, 1), { sales: null, yearBefore: 2, changePercent: null }],
  ])('is withheld where a month is not known', (unknownMonth, expected) => {
    expect(comparedSales([month(2, 1), unknownMonth])).toEqual(expected);
  });

  it('adds amounts up without the error of binary fractions', () => {
    expect(comparedSales([month(0.1, 1), month(0.2, 1)])).toEqual({
      sales: 0.3,
      yearBefore: 2,
      changePercent: -85,
    });
  });

  it('finds the same month across the turn of a year', () => {
    expect(monthAYearBefore('2026-01')).toBe('2025-01');
  });
});

describe('the columns of sales', () => {
  const month = (sales: number, yearBefore: number) => ({ month: '2026-11', sales, yearBefore });

  it('hang below zero where more came back than was sold', () => {
    const { zero, highest, lowest, months } = salesColumns([month(-50, 150), month(100, 0)], 200, 80);
    expect([highest, lowest, zero]).toEqual([150, -50, 60]);
    expect(months[0]?.sales).toEqual({ x: 48, y: 60, width: 36, height: 20 });
    expect(months[0]?.yearBefore).toEqual({ x: 12, y: 0, width: 36, height: 60 });
    expect(months[1]?.sales).toEqual({ x: 148, y: 20, width: 36, height: 40 });
    expect(months[1]?.yearBefore.height).toBe(0);
  });

  it('can be drawn where nothing was sold at all', () => {
    const { zero, months } = salesColumns([month(0, 0)], 100, 80);
    expect([zero, months[0]?.sales.height]).toEqual([0, 0]);
  });

  it('have no height where a month is not known', () => {
    const { months } = salesColumns([{ month: '2026-11', sales: 10, yearBefore: null }], 100, 80);
    expect([months[0]?.sales.height, months[0]?.yearBefore.height]).toEqual([80, 0]);
  });

  it('can be drawn where everything is below zero', () => {
    const { zero, months } = salesColumns([month(-10, -20)], 100, 80);
    expect([zero, months[0]?.sales.y, months[0]?.sales.height]).toEqual([0, 0, 40]);
  });
});

describe('the days to pay', () => {
  const paid = (postingDate: string, closedAt: string) => salesEntry(postingDate, 100, { closedAt });

  it('are the mean of the invoices paid in twelve months', () => {
    showLedger({
      sales: all([
        paid('2026-10-01', '2026-10-31'),
        paid('2026-09-01', '2026-10-11'),
        paid('2024-12-01', '2026-01-01'),
      ]),
    });
    expect(section('Days to pay').textContent).toContain(
      'Pays after 35 days on average (2 invoices of the last 12 months).',
    );
  });

  it('have a singular', () => {
    showLedger({ sales: all([paid('2026-10-01', '2026-10-02')]) });
    expect(section('Days to pay').textContent).toContain(
      'Pays after 1 day on average (1 invoice of the last 12 months).',
    );
  });

  it('are not made up where no invoice has been paid', () => {
    showLedger({ sales: all([salesEntry('2026-10-01', 100)]) });
    expect(section('Days to pay').textContent).toContain(
      'No invoice of the last 12 months has been paid in full.',
    );
  });

  it.each([
    ['say that they count only a part', '2025-11-21', true],
    ['say nothing of entries that were not read and are older than a year', '2025-11-20', false],
  ])('%s', (_, oldest, said) => {
    showLedger({ sales: all([paid('2026-10-01', '2026-10-02'), salesEntry(oldest, 5)], 7200) });
    expect(section('Days to pay').textContent.includes('Counts only 2 of 7200 posted entries')).toBe(said);
  });
});
