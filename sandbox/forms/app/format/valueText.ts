import type { Column } from '../dataverse/table';
import { isLookup, type ColumnValue } from '../record/columnValue';
import type { Culture } from './culture';
import { localMidnight, writeDate } from './dates';
import { writeMoney, writeNumber } from './numbers';

/** Date, blank, time, as the culture writes them. */
export function writeMoment(date: Date, culture: Culture): string {
  return writeDate(date, `${culture.shortDatePattern} ${culture.shortTimePattern}`, culture);
}

/**
 * A column's value as the user reads it; empty for an empty column.
 * @param currencySymbol of the row's currency, for money
 */
export function valueText(
  column: Column,
  value: ColumnValue,
  culture: Culture,
  currencySymbol: string,
): string {
  if (value === null) {
    return '';
  }
  if (isLookup(value)) {
    return value.name;
  }
  switch (column.kind) {
    case 'integer':
    case 'decimal':
      return writeNumber(Number(value), column.precision, culture);
    case 'money':
      return writeMoney(Number(value), column.precision, currencySymbol, culture);
    case 'dateOnly':
      return writeDate(localMidnight(String(value)), culture.shortDatePattern, culture);
    case 'dateTime':
      return writeMoment(new Date(String(value)), culture);
    case 'twoOptions':
      return column.choices[value === true ? 1 : 0]?.label ?? String(value);
    case 'choice':
      return column.choices.find((choice) => choice.value === value)?.label ?? String(value);
    default:
      return String(value);
  }
}
