import { sumOfAmounts } from '../../../businessCentral/statistics/amount';
import type { MonthOfSales } from '../../../businessCentral/statistics/monthlySales';

/** Twelve months beside the twelve before them. */
export interface ComparedSales {
  readonly sales: number;
  readonly yearBefore: number;
  /** Difference in whole percent of the year before; null where that sold nothing or less: a percentage means nothing there. */
  readonly changePercent: number | null;
}

export function comparedSales(months: readonly MonthOfSales[]): ComparedSales {
  const sales = sumOfAmounts(months.map((month) => month.sales));
  const yearBefore = sumOfAmounts(months.map((month) => month.yearBefore));
  return {
    sales,
    yearBefore,
    changePercent: yearBefore > 0 ? Math.round(((sales - yearBefore) / yearBefore) * 100) : null,
  };
}

/** The same month a year before, `yyyy-MM`. */
export function monthAYearBefore(month: string): string {
  return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`;
}
