import type { IsoDate } from '../businessCentral/isoDate';
import { SalesError } from './sales';

/** A row as Dataverse's Web API gives it. */
export type DataverseRow = Readonly<Record<string, unknown>>;

/** @returns null for an empty column @throws SalesError where the value is not text */
export function textOf(row: DataverseRow, column: string): string | null {
  const value = valueOf(row, column, 'string');
  return value === undefined || value.trim() === '' ? null : value;
}

export function numberOf(row: DataverseRow, column: string): number | null {
  return valueOf(row, column, 'number') ?? null;
}

export function flagOf(row: DataverseRow, column: string): boolean {
  return valueOf(row, column, 'boolean') ?? false;
}

/** Id that a lookup column holds, in lower case. */
export function lookupOf(row: DataverseRow, column: string): string | null {
  return textOf(row, `_${column}_value`)?.toLowerCase() ?? null;
}

/** A row that was expanded from a lookup; null where the lookup is empty. */
export function expandedOf(row: DataverseRow, column: string): DataverseRow | null {
  const value = row[column];
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw unreadable(column);
  }
  return value as DataverseRow;
}

/**
 * The calendar day of a date column. A column of the behaviour *Date Only* comes as a day; one of the behaviour
 * *User Local* comes as an instant, which is a day only in the user's time zone.
 * @param dayOf the user's calendar day of an instant
 */
export function dayOfColumn(
  row: DataverseRow,
  column: string,
  dayOf: (instant: Date) => IsoDate,
): IsoDate | null {
  const value = textOf(row, column);
  if (value === null || /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return value;
  }
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) {
    throw unreadable(column);
  }
  return dayOf(instant);
}

interface Types {
  string: string;
  number: number;
  boolean: boolean;
}

function valueOf<Type extends keyof Types>(
  row: DataverseRow,
  column: string,
  type: Type,
): Types[Type] | undefined {
  const value = Object.prototype.hasOwnProperty.call(row, column) ? row[column] : undefined;
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== type) {
    throw unreadable(column);
  }
  return value as Types[Type];
}

function unreadable(column: string): SalesError {
  return new SalesError('salesFailed', column);
}
