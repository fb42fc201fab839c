/** The user's date and time patterns, as the platform gives them (`userSettings.dateFormattingInfo`). */
export interface DatePatterns {
  readonly shortDatePattern: string;
  readonly monthDayPattern: string;
  readonly yearMonthPattern: string;
  readonly shortTimePattern: string;
  readonly monthNames: readonly string[];
  /** Month names as they read after a day number ("3. joulukuuta"); absent: `monthNames`. */
  readonly monthGenitiveNames?: readonly string[];
  readonly abbreviatedMonthNames: readonly string[];
  /** What `/` and `:` stand for in a pattern. */
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly amDesignator: string;
  readonly pmDesignator: string;
}

/** A day and a time on the clock, without any time zone. */
export interface ClockReading {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const parts = /'[^']*'|"[^"]*"|\\.|d{1,4}|M{1,4}|y{1,5}|H{1,2}|h{1,2}|m{1,2}|t{1,2}|[/:]/g;

/**
 * Writes a day or a time after a .NET pattern.
 *
 * The platform's own `formatDateShort` takes an instant and moves it into a time zone, which turns a calendar day
 * into the day before for half of the world; this one has no time zone to go wrong with.
 * @param pattern .NET custom date format; day names and fractions do not occur in the patterns used here
 * @see https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export function writeAfterPattern(pattern: string, reading: ClockReading, patterns: DatePatterns): string {
  const padded = (value: number, length: number) => String(value).padStart(length, '0');
  const daysComeWithMonth = /d/.test(pattern);
  return pattern.replace(parts, (part) => {
    switch (part.charAt(0)) {
      case "'":
      case '"':
        return part.slice(1, -1);
      case '\\':
        return part.slice(1);
      case '/':
        return patterns.dateSeparator;
      case ':':
        return patterns.timeSeparator;
      case 'd':
        return padded(reading.day, part.length);
      case 'M':
        return part.length <= 2
          ? padded(reading.month, part.length)
          : monthName(part.length, reading.month, daysComeWithMonth, patterns);
      case 'y':
        return part.length <= 2 ? padded(reading.year % 100, part.length) : padded(reading.year, 4);
      case 'H':
        return padded(reading.hour, part.length);
      case 'h':
        return padded(reading.hour % 12 === 0 ? 12 : reading.hour % 12, part.length);
      case 'm':
        return padded(reading.minute, part.length);
      default: {
        const designator = reading.hour < 12 ? patterns.amDesignator : patterns.pmDesignator;
        return part.length === 1 ? designator.charAt(0) : designator;
      }
    }
  });
}

function monthName(
  letters: number,
  month: number,
  afterDay: boolean,
  { monthNames, monthGenitiveNames, abbreviatedMonthNames }: DatePatterns,
): string {
  const full = afterDay ? (monthGenitiveNames ?? monthNames) : monthNames;
  return (letters === 3 ? abbreviatedMonthNames : full)[month - 1] ?? String(month);
}
