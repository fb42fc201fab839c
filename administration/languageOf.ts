import { formatOf } from '../ui/format';
import type { DatePatterns } from '../ui/datePattern';
import type { Language } from '../ui/language';
import { textsOf } from '../ui/texts';
import type { AdministrationSources } from './platform';
import { stringsOf } from './strings';

/** Days and times of a user whose patterns the app does not tell: the international form (ISO 8601). */
function internationalPatterns(): DatePatterns {
  const numbers = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));
  return {
    shortDatePattern: 'yyyy-MM-dd',
    monthDayPattern: 'MM-dd',
    yearMonthPattern: 'yyyy-MM',
    shortTimePattern: 'HH:mm',
    monthNames: numbers,
    abbreviatedMonthNames: numbers,
    dateSeparator: '-',
    timeSeparator: ':',
    amDesignator: '',
    pmDesignator: '',
  };
}

/** The words of the pages and the user's way of writing numbers, days and times. */
export function languageOf(
  sources: Pick<AdministrationSources, 'language' | 'datePatterns' | 'minutesAheadOfUtc'>,
): Language<string> {
  const strings: Readonly<Record<string, string>> = stringsOf(sources.language());
  const tag = strings['language'] ?? 'en';
  const format = formatOf({
    patterns: sources.datePatterns() ?? internationalPatterns(),
    decimal: (value, decimals) =>
      value.toLocaleString(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    minutesAheadOfUtc: () => sources.minutesAheadOfUtc(),
  });
  return { texts: textsOf((key) => strings[key] ?? key, format.quantity), format };
}
