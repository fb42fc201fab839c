import { daysAfter, type Day } from './calendar';

function lastDayOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
}

/** The same day some months on, or the last of that month where it has no such day. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = lastDayOfMonth(year, month - 1 + months);
  return date >= Number(last.slice(8)) ? last : `${last.slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/**
 * The day that a date formula gives, of the kinds that payment terms use: `14D`, `1M`, `CM` (end of the month).
 * @throws Error for any other formula
 */
export function dateByFormula(formula: string, from: Day): Day {
  const [, count, unit] = /^(?:(\d+)([DM])|CM)$/.exec(formula) ?? [null];
  if (formula === 'CM') {
    return lastDayOfMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1);
  }
  if (unit === undefined) {
    throw new Error(`No such date formula: ${formula}`);
  }
  return unit === 'D' ? daysAfter(from, Number(count)) : monthsAfter(from, Number(count));
}
