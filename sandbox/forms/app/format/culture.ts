/** How a culture writes numbers and dates; patterns in the notation of .NET, as Dataverse keeps them. */
export interface Culture {
  /** Windows locale id. */
  readonly localeId: number;
  /** BCP 47 language tag. */
  readonly tag: string;
  readonly shortDatePattern: string;
  readonly longDatePattern: string;
  readonly shortTimePattern: string;
  readonly longTimePattern: string;
  readonly monthDayPattern: string;
  readonly yearMonthPattern: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  /** 0 is Sunday. */
  readonly firstDayOfWeek: 0 | 1;
  /** 0: the week of 1 January is the first; 2: the first week of at least four days (ISO 8601). */
  readonly calendarWeekRule: 0 | 2;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  /** .NET's `CurrencyPositivePattern`: 0 is $n, 2 is $ n, 3 is n $. */
  readonly currencyPositivePattern: 0 | 2 | 3;
  /** .NET's `CurrencyNegativePattern`: 0 is ($n), 8 is -n $. */
  readonly currencyNegativePattern: 0 | 8;
}

const noBreakSpace = '\u00a0';

/** Where weeks begin on Monday and the currency stands behind the amount. */
const continental = {
  firstDayOfWeek: 1,
  calendarWeekRule: 2,
  decimalSeparator: ',',
  currencyPositivePattern: 3,
  currencyNegativePattern: 8,
} as const;

const unitedStates: Culture = {
  localeId: 1033,
  tag: 'en-US',
  shortDatePattern: 'M/d/yyyy',
  longDatePattern: 'dddd, MMMM d, yyyy',
  shortTimePattern: 'h:mm tt',
  longTimePattern: 'h:mm:ss tt',
  monthDayPattern: 'MMMM d',
  yearMonthPattern: 'MMMM yyyy',
  dateSeparator: '/',
  timeSeparator: ':',
  firstDayOfWeek: 0,
  calendarWeekRule: 0,
  decimalSeparator: '.',
  groupSeparator: ',',
  currencyPositivePattern: 0,
  currencyNegativePattern: 0,
};

const cultures: readonly Culture[] = [
  unitedStates,
  {
    ...continental,
    localeId: 1040,
    tag: 'it-IT',
    shortDatePattern: 'dd/MM/yyyy',
    longDatePattern: 'dddd d MMMM yyyy',
    shortTimePattern: 'HH:mm',
    longTimePattern: 'HH:mm:ss',
    monthDayPattern: 'd MMMM',
    yearMonthPattern: 'MMMM yyyy',
    dateSeparator: '/',
    timeSeparator: ':',
    groupSeparator: '.',
  },
  {
    ...continental,
    localeId: 1053,
    tag: 'sv-SE',
    shortDatePattern: 'yyyy-MM-dd',
    longDatePattern: "'den 'd MMMM yyyy",
    shortTimePattern: 'HH:mm',
    longTimePattern: 'HH:mm:ss',
    monthDayPattern: "'den 'd MMMM",
    yearMonthPattern: 'MMMM yyyy',
    dateSeparator: '-',
    timeSeparator: ':',
    groupSeparator: noBreakSpace,
  },
  {
    ...continental,
    localeId: 1035,
    tag: 'fi-FI',
    shortDatePattern: 'd.M.yyyy',
    longDatePattern: 'dddd d. MMMM yyyy',
    shortTimePattern: 'H.mm',
    longTimePattern: 'H.mm.ss',
    monthDayPattern: 'd. MMMM',
    yearMonthPattern: 'MMMM yyyy',
    dateSeparator: '.',
    timeSeparator: '.',
    groupSeparator: noBreakSpace,
  },
];

/** The culture of a Windows locale id; English (United States), Dataverse's base language here, for any other. */
export function cultureOf(localeId: number): Culture {
  return cultures.find((culture) => culture.localeId === localeId) ?? unitedStates;
}

/** The columns of `usersettings` in which a user departs from his culture. */
export const formatColumns = {
  shortDatePattern: 'dateformatstring',
  dateSeparator: 'dateseparator',
  shortTimePattern: 'timeformatstring',
  decimalSeparator: 'decimalsymbol',
  groupSeparator: 'numberseparator',
} as const;

/** A user's formats: those of the locale, and what his personal options say. @param settings a row of `usersettings` */
export function cultureIn(settings: Readonly<Record<string, unknown>>): Culture {
  const localeId = settings['localeid'];
  const chosen = Object.entries(formatColumns).filter(([, column]) => typeof settings[column] === 'string');
  return {
    ...cultureOf(typeof localeId === 'number' ? localeId : unitedStates.localeId),
    ...Object.fromEntries(chosen.map(([format, column]) => [format, settings[column]])),
  };
}
