import { labelIn } from '../metadata/column';
import type { Column, DateColumn, NumberColumn } from '../metadata/column';
import { baseAmountOf } from '../metadata/standardColumns';
import { baseLanguage } from '../organization';
import { isReference, numberOf, referenceOf, textOf, valueOf } from '../rows/row';
import type { Reference, Row } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import { baseCurrencyId } from '../service/newRow';

/** Locales by their Windows ids, for the languages of the organization. */
export const localeNames: Readonly<Record<number, string>> = {
  1033: 'en-US',
  1035: 'fi-FI',
  1040: 'it-IT',
  1053: 'sv-SE',
};

/** How a user wants values written. */
export interface UserFormats {
  /** Windows locale id of the labels. */
  readonly language: number;
  /** BCP 47 name of the formats. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The formats in a user's settings. */
export function formatsOf(rows: RowStore, userId: string): UserFormats {
  const settings = rows.get('usersettings', userId) ?? {};
  return {
    language: numberOf(settings, 'uilanguageid') ?? baseLanguage,
    locale: localeNames[numberOf(settings, 'localeid') ?? baseLanguage] ?? 'en-US',
    timeZone: textOf(settings, 'timezonename') ?? 'UTC',
  };
}

/**
 * The formatted value of a column: what `@OData.Community.Display.V1.FormattedValue` holds. Null for columns that have
 * none (text, ids) and for empty ones.
 * @param nameOf gives the name of the row that a lookup points at
 */
export function formattedValue(
  rows: RowStore,
  formats: UserFormats,
  row: Row,
  column: Column,
  nameOf: (reference: { table: string; id: string }) => string | null,
): string | null {
  const value = valueOf(row, column.logicalName);
  if (value === null) {
    return null;
  }
  if (isReference(value)) {
    return nameOf(value);
  }
  switch (column.type) {
    case 'Integer':
    case 'BigInt':
    case 'Decimal':
    case 'Double':
      return formattedNumber(formats, Number(value), column.precision);
    case 'Money':
      return formattedMoney(rows, formats, currencyOf(row, column), Number(value), column.precision);
    case 'Boolean':
      return labelIn(value === true ? column.trueLabels : column.falseLabels, formats.language);
    case 'Picklist':
    case 'State':
    case 'Status': {
      const option = column.options.find((candidate) => candidate.value === value);
      return option ? labelIn(option.labels, formats.language) : null;
    }
    case 'DateTime':
      return formattedDate(formats, column, String(value));
    default:
      return null;
  }
}

/** Making a formatter of Intl takes longer than a thousand uses of it. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}

/** @param currency ISO code; absent: a bare number */
function numberFormat(locale: string, precision: number, currency?: string): Intl.NumberFormat {
  return kept(
    numberFormats,
    `${locale} ${precision} ${currency ?? ''}`,
    () =>
      new Intl.NumberFormat(locale, {
        ...(currency === undefined ? {} : { style: 'currency', currency }),
        minimumFractionDigits: precision,
        maximumFractionDigits: precision,
      }),
  );
}

function formattedNumber(formats: UserFormats, value: number, precision: number): string {
  return numberFormat(formats.locale, precision).format(value);
}

/** An amount is in the row's own currency, and in the base currency in a column that the platform computes. */
function currencyOf(row: Row, column: NumberColumn): Reference | null {
  return column.logicalName.endsWith(baseAmountOf(''))
    ? { table: 'transactioncurrency', id: baseCurrencyId }
    : referenceOf(row, 'transactioncurrencyid');
}

/** An amount with the symbol of its currency, placed as the user's locale places it. */
function formattedMoney(
  rows: RowStore,
  formats: UserFormats,
  reference: Reference | null,
  value: number,
  precision: number,
): string {
  const currency = reference ? rows.get('transactioncurrency', reference.id) : undefined;
  if (!currency) {
    return formattedNumber(formats, value, precision);
  }
  return numberFormat(formats.locale, precision, textOf(currency, 'isocurrencycode') ?? 'GBP')
    .formatToParts(value)
    .map((piece) =>
      piece.type === 'currency' ? (textOf(currency, 'currencysymbol') ?? piece.value) : piece.value,
    )
    .join('');
}

function formattedDate({ locale, timeZone }: UserFormats, column: DateColumn, value: string): string {
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  return column.behavior === 'DateOnly'
    ? kept(
        dateFormats,
        `${locale} day`,
        () => new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }),
      ).format(new Date(`${value}T00:00:00Z`))
    : kept(
        dateFormats,
        `${locale} ${timeZone}`,
        () => new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit', timeZone }),
      ).format(new Date(value));
}
