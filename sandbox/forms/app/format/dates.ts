import type { Culture } from './culture';
import { dayAndMonthNames } from './dayAndMonthNames';

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** A weekday's name, counted from Sunday. */
function dayName(culture: Culture, date: Date, width: 'days' | 'shortDays'): string {
  return dayAndMonthNames(culture)[width][date.getDay()] ?? '';
}

/** A month's name beside a day. */
function monthName(culture: Culture, date: Date, width: 'genitiveMonths' | 'shortGenitiveMonths'): string {
  return dayAndMonthNames(culture)[width][date.getMonth()] ?? '';
}

const tokens: Readonly<Record<string, (date: Date, culture: Culture) => string>> = {
  d: (date) => String(date.getDate()),
  dd: (date) => twoDigits(date.getDate()),
  ddd: (date, culture) => dayName(culture, date, 'shortDays'),
  dddd: (date, culture) => dayName(culture, date, 'days'),
  M: (date) => String(date.getMonth() + 1),
  MM: (date) => twoDigits(date.getMonth() + 1),
  MMM: (date, culture) => monthName(culture, date, 'shortGenitiveMonths'),
  MMMM: (date, culture) => monthName(culture, date, 'genitiveMonths'),
  yyyy: (date) => String(date.getFullYear()).padStart(4, '0'),
  h: (date) => String(date.getHours() % 12 || 12),
  H: (date) => String(date.getHours()),
  HH: (date) => twoDigits(date.getHours()),
  mm: (date) => twoDigits(date.getMinutes()),
  ss: (date) => twoDigits(date.getSeconds()),
  tt: (date) => (date.getHours() < 12 ? 'AM' : 'PM'),
};

const tokenOrLiteral = /'([^']*)'|d{1,4}|M{1,4}|yyyy|h|HH?|mm|ss|tt/g;

/** Writes a local date and time by a .NET pattern, such as `dd/MM/yyyy`; text in apostrophes stays as it is. */
export function writeDate(date: Date, pattern: string, culture: Culture): string {
  return pattern.replace(
    tokenOrLiteral,
    (token: string, literal?: string) => literal ?? tokens[token]?.(date, culture) ?? token,
  );
}

/**
 * Reads a date as a person types it in the culture's order ("3.12.2026", "3/12" of this year).
 * @returns local midnight of that day; null where it is no date
 */
export function readDate(text: string, culture: Culture, today: Date): Date | null {
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  const order = ['d', 'M', 'y'].sort(
    (left, right) => culture.shortDatePattern.indexOf(left) - culture.shortDatePattern.indexOf(right),
  );
  const asked = numbers.length === 2 ? order.filter((part) => part !== 'y') : order;
  if (numbers.length !== asked.length) {
    return null;
  }
  const part = (letter: string) => numbers[asked.indexOf(letter)];
  const typedYear = part('y') ?? today.getFullYear();
  const year = typedYear < 100 ? 2000 + typedYear : typedYear;
  const month = part('M') ?? 0;
  const day = part('d') ?? 0;
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null;
}

/** A local day in the form of a date-only column: `yyyy-MM-dd`. */
export function isoDay(date: Date): string {
  return [
    String(date.getFullYear()).padStart(4, '0'),
    twoDigits(date.getMonth() + 1),
    twoDigits(date.getDate()),
  ].join('-');
}

/** Local midnight of a date-only value, which is how the platform hands such a column to a control. */
export function localMidnight(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, date);
}
