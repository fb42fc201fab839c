import type { IsoDate } from '../isoDate';
import { sumOfAmounts } from './amount';
import { completeAfter } from './completeAfter';
import type { Entries, SalesEntry } from './types';

/** Sales of a month and of the same month a year before, without VAT, in local currency; null: not all were read. */
export interface MonthOfSales {
  /** `yyyy-MM`. */
  readonly month: string;
  readonly sales: number | null;
  readonly yearBefore: number | null;
}

/** The month that lies some months before that of a day, `yyyy-MM`. */
function monthBefore(today: IsoDate, months: number): string {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  const two = String((count % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${two}`;
}

/** The first day of the 24 months that {@link monthlySales} takes. */
export function firstDayOfSales(today: IsoDate): IsoDate {
  return `${monthBefore(today, 23)}-01`;
}

/**
 * Sales of the last twelve months beside the twelve before them, by posting date (field "Sales (LCY)" of table 21
 * "Cust. Ledger Entry": invoices and credit memos without VAT).
 * @param sales the latest entries; where there are more, the months before are not known, nor is that of the oldest
 * @param today decides which month is the last one; it is not over yet
 * @returns twelve months, the oldest first
 */
export function monthlySales(
  sales: Entries<Pick<SalesEntry, 'postingDate' | 'sales'>>,
  today: IsoDate,
): readonly MonthOfSales[] {
  const lastUnknown = completeAfter(sales)?.slice(0, 7) ?? '';
  const salesOf = (month: string) =>
    month <= lastUnknown
      ? null
      : sumOfAmounts(
          sales.entries
            .filter(({ postingDate }) => postingDate.startsWith(month))
            .map((entry) => entry.sales),
        );
  return Array.from({ length: 12 }, (_, index) => ({
    month: monthBefore(today, 11 - index),
    sales: salesOf(monthBefore(today, 11 - index)),
    yearBefore: salesOf(monthBefore(today, 23 - index)),
  }));
}
