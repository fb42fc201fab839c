import type { MonthOfSales } from '../../../businessCentral/statistics/monthlySales';

/** A column of the chart, in units of its box; y grows downwards, as in SVG. */
export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The columns of one month. */
export interface MonthColumns {
  readonly month: string;
  /** Where the month's share of the box begins. */
  readonly x: number;
  readonly yearBefore: Column;
  readonly sales: Column;
}

/** Pairs of columns in a box. */
export interface SalesColumns {
  readonly months: readonly MonthColumns[];
  /** Width of a month's share of the box. */
  readonly monthWidth: number;
  /** Height of zero. */
  readonly zero: number;
  /** Upper end of the scale, 0 or more. */
  readonly highest: number;
  /** Lower end of the scale, 0 or less. */
  readonly lowest: number;
}

/** Of a month's share of the box; what is left over keeps the months apart. */
const columnShare = 0.36;
const edgeShare = 0.12;

/**
 * Draws the sales of each month beside those of the year before; what was returned beyond sales hangs below zero, and
 * what is not known has no height.
 * @param months the oldest first; not empty
 * @param width and height of the box, in any unit
 */
export function salesColumns(months: readonly MonthOfSales[], width: number, height: number): SalesColumns {
  const amounts = months.flatMap(({ sales, yearBefore }) => [sales ?? 0, yearBefore ?? 0]);
  const highest = Math.max(0, ...amounts);
  const lowest = Math.min(0, ...amounts);
  const range = highest - lowest || 1;
  const y = (amount: number) => round(((highest - amount) / range) * height);
  const monthWidth = width / months.length;
  const column = (amount: number | null, x: number): Column => ({
    x: round(x),
    y: y(Math.max(0, amount ?? 0)),
    width: round(monthWidth * columnShare),
    height: round(y(Math.min(0, amount ?? 0)) - y(Math.max(0, amount ?? 0))),
  });
  return {
    months: months.map(({ month, sales, yearBefore }, index) => {
      const x = monthWidth * index;
      return {
        month,
        x: round(x),
        yearBefore: column(yearBefore, x + monthWidth * edgeShare),
        sales: column(sales, x + monthWidth * (edgeShare + columnShare)),
      };
    }),
    monthWidth: round(monthWidth),
    zero: y(0),
    highest,
    lowest,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
