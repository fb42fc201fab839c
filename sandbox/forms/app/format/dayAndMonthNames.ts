import type { Culture } from './culture';

/** Names of weekdays, from Sunday, and of months, from January. */
export interface DayAndMonthNames {
  readonly days: string[];
  readonly shortDays: string[];
  readonly shortestDays: string[];
  readonly months: string[];
  readonly shortMonths: string[];
  /** As they stand beside a day, which Finnish inflects. */
  readonly genitiveMonths: string[];
  readonly shortGenitiveMonths: string[];
}

/** A Sunday, from which the weekdays are counted. */
const aSunday = Date.UTC(2023, 0, 1);
const millisecondsADay = 86_400_000;

type Width = 'long' | 'short' | 'narrow';

function dayNames(culture: Culture, weekday: Width): string[] {
  const format = new Intl.DateTimeFormat(culture.tag, { weekday, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(aSunday + day * millisecondsADay));
}

function monthNames(culture: Culture, options: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(culture.tag, { ...options, timeZone: 'UTC' });
  const nameOf = (month: number) =>
    format.formatToParts(Date.UTC(2023, month, 15)).find(({ type }) => type === 'month')?.value ?? '';
  return Array.from({ length: 12 }, (_, month) => nameOf(month));
}

export function dayAndMonthNames(culture: Culture): DayAndMonthNames {
  return {
    days: dayNames(culture, 'long'),
    shortDays: dayNames(culture, 'short'),
    shortestDays: dayNames(culture, 'narrow'),
    months: monthNames(culture, { month: 'long' }),
    shortMonths: monthNames(culture, { month: 'short' }),
    genitiveMonths: monthNames(culture, { day: 'numeric', month: 'long' }),
    shortGenitiveMonths: monthNames(culture, { day: 'numeric', month: 'short' }),
  };
}
