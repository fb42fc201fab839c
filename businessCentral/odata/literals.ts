/** A value as OData V4 writes it in a filter or a key; made only by the functions below, so nothing can be injected. */
export type Literal = string & { readonly literal: unique symbol };

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * @param value any text, such as an item number `O'NEIL & 50% #1`
 * @returns in apostrophes, the ones inside doubled (OData V4.01 URL Conventions §5.1.1.14.1); not yet percent-encoded
 */
export function text(value: string): Literal {
  return `'${value.replace(/'/g, "''")}'` as Literal;
}

/** @returns whether a text is a GUID without braces */
export function isGuid(value: string): boolean {
  return guidPattern.test(value);
}

/**
 * @param value a GUID, with or without braces
 * @returns bare, as Business Central wants it in filters
 * @throws RangeError for anything else
 */
export function guid(value: string): Literal {
  const bare = value.replace(/[{}]/g, '').toLowerCase();
  if (!isGuid(bare)) {
    throw new RangeError('Not a GUID');
  }
  return bare as Literal;
}

/** The empty GUID: none. */
export const noGuid = '00000000-0000-0000-0000-000000000000';

/** Business Central's blank date and time, as in a job that has not ended. */
export const blankInstant = '0001-01-01T00:00:00Z' as Literal;

/** @param value milliseconds since 1970, of which whole seconds are taken */
export function instant(value: number): Literal {
  return new Date(value).toISOString().replace(/\.\d+Z$/, 'Z') as Literal;
}

/** @param value a finite number @throws RangeError for anything else */
export function decimal(value: number): Literal {
  if (!Number.isFinite(value)) {
    throw new RangeError('Not a finite number');
  }
  // Never the exponent form, which the service reads as Edm.Double and refuses to compare with Edm.Decimal.
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) as Literal;
}

/** @param value a day, `yyyy-MM-dd` @throws RangeError for anything else */
export function date(value: string): Literal {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)) {
    throw new RangeError('Not a date');
  }
  return value as Literal;
}

export function flag(value: boolean): Literal {
  return String(value) as Literal;
}
