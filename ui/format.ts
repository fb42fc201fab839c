import type { IsoDate } from '../businessCentral/isoDate';
import { writeAfterPattern } from './datePattern';
import type { ClockReading, DatePatterns } from './datePattern';

/** Numbers, days and times the way this user reads them everywhere else in Dynamics 365. */
export interface Format {
  /** A quantity with up to five decimals and no trailing zeros, as Business Central keeps it. */
  readonly quantity: (value: number) => string;
  /** A price with two decimals, or up to five where it has more. */
  readonly price: (value: number) => string;
  /** A calendar day in the user's short form. */
  readonly day: (date: IsoDate) => string;
  /** A calendar day inside a sentence: without the year where it can only mean one. */
  readonly dayInSentence: (date: IsoDate, today: IsoDate) => string;
  /** A month with its year, from `yyyy-MM`. */
  readonly month: (month: string) => string;
  /** The short name of a month, from `yyyy-MM`; for the axis of a chart. */
  readonly shortMonth: (month: string) => string;
  /** The time of an instant (milliseconds since 1970), on the user's clock. */
  readonly time: (instant: number) => string;
  /** The calendar day of an instant (milliseconds since 1970), on the user's clock. */
  readonly dayOf: (instant: number) => IsoDate;
}

/** What the platform knows of this user's ways. */
export interface FormatSettings {
  readonly patterns: DatePatterns;
  /** Writes a number with exactly so many decimals, with the user's separators. */
  readonly decimal: (value: number, decimals: number) => string;
  /** Minutes that the user's clock is ahead of UTC at that instant; negative west of Greenwich. */
  readonly minutesAheadOfUtc: (instant: number) => number;
}

const mostDecimals = 5;
/** Within about half a year, "3 December" can only mean one day. */
const daysWithoutYear = 180;
const millisecondsPerDay = 86_400_000;

export function formatOf({ patterns, decimal, minutesAheadOfUtc }: FormatSettings): Format {
  const number = (value: number, fewestDecimals: number) => {
    const rounded = Number(value.toFixed(mostDecimals));
    return decimal(rounded === 0 ? 0 : rounded, Math.max(fewestDecimals, decimalsOf(rounded)));
  };
  const onUsersClock = (instant: number): Date => new Date(instant + minutesAheadOfUtc(instant) * 60_000);
  return {
    quantity: (value) => number(value, 0),
    price: (value) => number(value, 2),
    day: (date) => writeAfterPattern(patterns.shortDatePattern, readingOf(date), patterns),
    dayInSentence: (date, today) => {
      const near = Math.abs(Date.parse(date) - Date.parse(today)) <= daysWithoutYear * millisecondsPerDay;
      return writeAfterPattern(
        near ? inSentence(patterns.monthDayPattern) : patterns.shortDatePattern,
        readingOf(date),
        patterns,
      );
    },
    month: (month) => writeAfterPattern(patterns.yearMonthPattern, readingOf(month), patterns),
    shortMonth: (month) => writeAfterPattern('MMM', readingOf(month), patterns),
    time: (instant) => {
      const clock = onUsersClock(instant);
      return writeAfterPattern(
        patterns.shortTimePattern,
        { ...readingOf(isoDayOf(clock)), hour: clock.getUTCHours(), minute: clock.getUTCMinutes() },
        patterns,
      );
    },
    dayOf: (instant) => isoDayOf(onUsersClock(instant)),
  };
}

/** How many of a number's decimals are needed to write it exactly; very large and small numbers have none to speak of. */
function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.');
  return /^\d+$/.test(decimals) ? Math.min(mostDecimals, decimals.length) : 0;
}

function readingOf(date: IsoDate): ClockReading {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day, hour: 0, minute: 0 };
}

function isoDayOf(clock: Date): IsoDate {
  return clock.toISOString().slice(0, 10);
}

/**
 * A culture's month-day pattern as part of a sentence: nobody writes the zero of "December 03" there, and a
 * preposition of the culture's own (sv-SE: `'den 'd MMMM`) would double the one that the sentence brings.
 */
function inSentence(monthDayPattern: string): string {
  return monthDayPattern.replace(/^'[^']*'/, '').replace('dd', 'd');
}
