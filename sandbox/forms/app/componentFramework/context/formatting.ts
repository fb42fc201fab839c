import { cultureOf, type Culture } from '../../format/culture';
import { isoDay, writeDate } from '../../format/dates';
import { writeMoney, writeNumber } from '../../format/numbers';
import { writeMoment } from '../../format/valueText';

const millisecondsADay = 86_400_000;

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
function isoWeek(date: Date): number {
  const thursday = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.ceil(((thursday.getTime() - newYear) / millisecondsADay + 1) / 7);
}

/** `context.formatting` in the user's formats. @param currencySymbol where `formatCurrency` is given none */
export function formattingOf(culture: Culture, currencySymbol: string): ComponentFramework.Formatting {
  const inPattern = (pattern: string) => (date: Date) => writeDate(date, pattern, culture);
  return {
    formatCurrency: (value, precision = 2, symbol = currencySymbol) =>
      writeMoney(value, precision, symbol, culture),
    formatDecimal: (value, precision = 2) => writeNumber(value, precision, culture),
    formatInteger: (value) => writeNumber(value, 0, culture),
    formatDateShort: (value, includeTime = false) =>
      includeTime ? writeMoment(value, culture) : writeDate(value, culture.shortDatePattern, culture),
    formatDateLong: inPattern(culture.longDatePattern),
    formatDateLongAbbreviated: inPattern(
      culture.longDatePattern.replace('dddd', 'ddd').replace('MMMM', 'MMM'),
    ),
    formatDateYearMonth: inPattern(culture.yearMonthPattern),
    formatDateAsFilterStringInUTC: (value, includeTime = false) =>
      value.toISOString().slice(0, includeTime ? 19 : 10),
    formatLanguage: (value) =>
      new Intl.DisplayNames([culture.tag], { type: 'language' }).of(cultureOf(value).tag) ?? String(value),
    // Behaviour 1 is the user's own time; the others were stored without a time zone and are shown as stored.
    formatTime: (value, behavior) =>
      writeMoment(
        behavior === 1 ? value : new Date(`${isoDay(value)}T${value.toISOString().slice(11, 19)}`),
        culture,
      ),
    getWeekOfYear: isoWeek,
  };
}
