import { daysBetween, type IsoDate } from '../isoDate';
import type { SalesEntry } from './types';

/** How long a customer took to pay. */
export interface DaysToPay {
  /** Mean from posting to closing; a fraction as a rule. */
  readonly days: number;
  /** How many invoices it is the mean of. */
  readonly invoices: number;
}

/** The day before the first of the twelve months that {@link averageDaysToPay} takes. */
export function dayBeforeInvoices(today: IsoDate): IsoDate {
  return `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4)}`;
}

/**
 * Average days to pay: from an invoice's posting date to the day on which it was closed, over the invoices posted in
 * the last twelve months that are closed. Codeunit 1302 "Customer Mgt.", CalculatePaymentStats, has it so for the
 * fiscal year, with one difference: an invoice that was closed on the day of its posting counts there with the days to
 * the payment that closed it, which are less than none where it had been prepaid. Here it counts with 0 days, since
 * nobody waited for it, and since the payments would have to be read, too.
 * @param today the twelve months end with it
 * @returns null where no invoice of that time is closed
 */
export function averageDaysToPay(entries: readonly SalesEntry[], today: IsoDate): DaysToPay | null {
  const since = dayBeforeInvoices(today);
  const days = entries.flatMap(({ documentType, postingDate, closedAt }) =>
    documentType === 'invoice' && closedAt !== null && postingDate > since && postingDate <= today
      ? [daysBetween(postingDate, closedAt)]
      : [],
  );
  return days.length === 0
    ? null
    : { days: days.reduce((sum, each) => sum + each, 0) / days.length, invoices: days.length };
}
