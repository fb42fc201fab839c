/** A lookup's value: the row it points at. */
export interface Reference {
  readonly table: string;
  /** GUID in lower case without braces. */
  readonly id: string;
}

/** Dates are `yyyy-MM-dd`, moments ISO 8601 in UTC, choices their number. */
export type Value = string | number | boolean | null | Reference;

/** Values by the logical name of their column; a column that is not named is null. */
export type Row = Readonly<Record<string, Value>>;

export function valueOf(row: Row, column: string): Value {
  return row[column] ?? null;
}

export function isReference(value: Value): value is Reference {
  return typeof value === 'object' && value !== null;
}

/** The row that a lookup column points at. */
export function referenceOf(row: Row, column: string): Reference | null {
  const value = valueOf(row, column);
  return isReference(value) ? value : null;
}

/** The number in a column, null where there is none. */
export function numberOf(row: Row, column: string): number | null {
  const value = valueOf(row, column);
  return typeof value === 'number' ? value : null;
}

/** The text in a column, null where there is none. */
export function textOf(row: Row, column: string): string | null {
  const value = valueOf(row, column);
  return typeof value === 'string' ? value : null;
}
