import { daysAfter, type Day } from '../../demoData/calendar';
import type { FlowFilters } from './flowFields';

/** First and last day of a period. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The fiscal year of a day, which is its calendar year. @param years such as -1 for the year before */
export function fiscalYear(day: Day, years = 0): Period {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The accounting period of a day, which is its month. */
export function accountingPeriod(day: Day): Period {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: daysAfter(`${daysAfter(from, 31).slice(0, 7)}-01`, -1) };
}

/** A date filter of a period, as codeunit 358 "DateFilter-Calc" makes it: both ends belong to it. */
export function during({ from, to }: Period): FlowFilters {
  return { Date_Filter: (day) => day >= from && day <= to };
}
