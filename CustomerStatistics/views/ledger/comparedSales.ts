import { sumOfAmounts } from '../../../businessCentral/statistics/amount';
import type { MonthOfSales } from '../../../businessCentral/statistics/monthlySales';

/** Twelve months beside the twelve before them; null: a month of them is not known. */
export interface ComparedSales {
  readonly sales: number | null;
  readonly yearBefore: number | null;
  /**
   * Difference in whole percent of the year before; null where one of them is not known, and where that year sold nothing
   * or less: a percentage means nothing there.
   */
  readonly changePercent: number | null;
}

export function comparedSales(months: readonly MonthOfSales[]): ComparedSales {
  const sales = sumWhereKnown(months.map((month) => month.sales));
  const yearBefore = sumWhereKnown(months.map((month) => month.yearBefore));
  return {
    sales,
    yearBefore,
    changePercent:
      sales !== null && yearBefore !== null && yearBefore > 0
        ? Math.round(((sales - yearBefore) / yearBefore) * 100)
        : null,
  };
}

function sumWhereKnown(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? null : sumOfAmounts(known);
}

/** The same month a year before, `yyyy-MM`. */
export function monthAYearBefore(month: string): string {
  return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`;
}
