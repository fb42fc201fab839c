import type { Culture } from '../../format/culture';
import { dayAndMonthNames } from '../../format/dayAndMonthNames';
import type { Session } from '../../session';

type DateFormattingInfo = ComponentFramework.UserSettingApi.DateFormattingInfo;
type NumberFormattingInfo = ComponentFramework.UserSettingApi.NumberFormattingInfo;

/** .NET keeps an empty thirteenth name for calendars of thirteen months. */
function withThirteenth(names: string[]): string[] {
  return [...names, ''];
}

function dateFormattingInfo(culture: Culture): DateFormattingInfo {
  const names = dayAndMonthNames(culture);
  return {
    amDesignator: culture.localeId === 1033 ? 'AM' : '',
    pmDesignator: culture.localeId === 1033 ? 'PM' : '',
    dayNames: names.days,
    abbreviatedDayNames: names.shortDays,
    shortestDayNames: names.shortestDays,
    monthNames: withThirteenth(names.months),
    abbreviatedMonthNames: withThirteenth(names.shortMonths),
    monthGenitiveNames: withThirteenth(names.genitiveMonths),
    abbreviatedMonthGenitiveNames: withThirteenth(names.shortGenitiveMonths),
    calendarWeekRule: culture.calendarWeekRule,
    calendar: {
      minSupportedDateTime: new Date(-62_135_568_000_000),
      maxSupportedDateTime: new Date(253_402_300_799_999),
      algorithmType: 1,
      calendarType: 1,
      twoDigitYearMax: 2049,
    },
    firstDayOfWeek: culture.firstDayOfWeek,
    dateSeparator: culture.dateSeparator,
    timeSeparator: culture.timeSeparator,
    shortDatePattern: culture.shortDatePattern,
    longDatePattern: culture.longDatePattern,
    shortTimePattern: culture.shortTimePattern,
    longTimePattern: culture.longTimePattern,
    fullDateTimePattern: `${culture.longDatePattern} ${culture.longTimePattern}`,
    monthDayPattern: culture.monthDayPattern,
    yearMonthPattern: culture.yearMonthPattern,
    sortableDateTimePattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    universalSortableDateTimePattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  };
}

function numberFormattingInfo(culture: Culture, currencySymbol: string): NumberFormattingInfo {
  const { decimalSeparator, groupSeparator } = culture;
  return {
    currencyDecimalDigits: 2,
    currencyDecimalSeparator: decimalSeparator,
    currencyGroupSeparator: groupSeparator,
    currencyGroupSizes: [3],
    currencyNegativePattern: culture.currencyNegativePattern,
    currencyPositivePattern: culture.currencyPositivePattern,
    currencySymbol,
    nanSymbol: 'NaN',
    nativeDigits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    negativeInfinitySymbol: '-\u221e',
    negativeSign: '-',
    numberDecimalDigits: 2,
    numberDecimalSeparator: decimalSeparator,
    numberGroupSeparator: groupSeparator,
    numberGroupSizes: [3],
    numberNegativePattern: 1,
    perMilleSymbol: '\u2030',
    percentDecimalDigits: 2,
    percentDecimalSeparator: decimalSeparator,
    percentGroupSeparator: groupSeparator,
    percentGroupSizes: [3],
    percentNegativePattern: culture.localeId === 1040 || culture.localeId === 1033 ? 1 : 0,
    percentPositivePattern: culture.localeId === 1040 || culture.localeId === 1033 ? 1 : 0,
    percentSymbol: '%',
    positiveInfinitySymbol: '\u221e',
    positiveSign: '+',
  };
}

/** `context.userSettings` of the signed-in user; the time zone is the browser's. */
export function userSettingsOf(session: Session): ComponentFramework.UserSettings {
  return {
    userId: `{${session.user.id.toUpperCase()}}`,
    userName: session.user.name,
    languageId: session.language,
    isRTL: false,
    securityRoles: [...session.roleIds],
    dateFormattingInfo: dateFormattingInfo(session.culture),
    numberFormattingInfo: numberFormattingInfo(session.culture, session.baseCurrencySymbol),
    // The platform counts minutes ahead of UTC; JavaScript counts minutes behind it.
    getTimeZoneOffsetMinutes: (date = new Date()) => -date.getTimezoneOffset(),
  };
}
