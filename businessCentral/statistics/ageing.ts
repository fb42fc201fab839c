import { daysBetween, type IsoDate } from '../isoDate';
import { sumOfAmounts } from './amount';
import type { OpenEntry } from './types';

export const ageingPeriods = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const;

/** How long ago something was due. */
export type AgeingPeriod = (typeof ageingPeriods)[number];

/** What is open of one period. */
export interface AgeingBucket {
  readonly period: AgeingPeriod;
  /** In local currency; negative where the customer has more to get than to pay. */
  readonly amount: number;
  /** How many entries make it up. */
  readonly entries: number;
}

/**
 * How many days ago something was due. What is due today is not overdue yet: CalcOverdueBalance of table 18 "Customer"
 * sums what was due before today.
 * @returns 0 for what is not overdue, and for what has no due date
 */
export function daysOverdue(dueDate: IsoDate | null, today: IsoDate): number {
  return dueDate === null ? 0 : Math.max(0, daysBetween(dueDate, today));
}

/**
 * What is open, by how long it has been due. Open payments and credit memos count with their sign, as they do in
 * CalcOverdueBalance of table 18 "Customer", so that the four overdue periods add up to Business Central's overdue
 * amount; only that Business Central takes a blank due date for overdue, and we for not due.
 * @param entries what remains of each entry, in local currency
 * @returns always five, the youngest first
 */
export function ageingOf(
  entries: readonly Pick<OpenEntry, 'dueDate' | 'remaining'>[],
  today: IsoDate,
): readonly AgeingBucket[] {
  return ageingPeriods.map((period) => {
    const amounts = entries
      .filter(({ dueDate }) => periodOf(daysOverdue(dueDate, today)) === period)
      .map(({ remaining }) => remaining);
    return { period, amount: sumOfAmounts(amounts), entries: amounts.length };
  });
}

function periodOf(days: number): AgeingPeriod {
  if (days === 0) {
    return 'notDue';
  }
  return days <= 30 ? 'days1to30' : days <= 60 ? 'days31to60' : days <= 90 ? 'days61to90' : 'over90';
}
