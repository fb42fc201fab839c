import { BusinessCentralError } from '../errors';
import type { IsoDate } from '../isoDate';

/** A row as it came: its properties are whatever the other side sent. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Business Central's blank date. */
const blankDate = '0001-01-01';

function unreadable(): BusinessCentralError {
  return new BusinessCentralError('unreadableAnswer');
}

/** Reads one row's properties, each with the type that the contract says, or fails with `unreadableAnswer`. */
export class Row {
  public constructor(private readonly raw: RawRow) {}

  /** A row of which this field was not asked, or which this version lacks, does not have it. */
  public has(field: string): boolean {
    return Object.prototype.hasOwnProperty.call(this.raw, field);
  }

  public text(field: string): string {
    const value = this.value(field);
    if (typeof value !== 'string') {
      throw unreadable();
    }
    return value;
  }

  /** An option or enum value; Business Central's blank one, a single space, becomes an empty text. */
  public option(field: string): string {
    return this.text(field).trim();
  }

  public guid(field: string): string {
    return this.text(field).toLowerCase();
  }

  public number(field: string): number {
    const value = this.value(field);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw unreadable();
    }
    return value;
  }

  public flag(field: string): boolean {
    const value = this.value(field);
    if (typeof value !== 'boolean') {
      throw unreadable();
    }
    return value;
  }

  /** @returns null for Business Central's blank date */
  public date(field: string): IsoDate | null {
    const value = this.text(field);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      throw unreadable();
    }
    return value === blankDate ? null : value;
  }

  private value(field: string): unknown {
    return this.has(field) ? this.raw[field] : undefined;
  }
}

/**
 * Reads what of a list of rows is readable.
 * @returns `complete` is false where a row was not, so that its absence is not taken for "there is none"
 */
export function readRows<T>(rows: readonly Row[], read: (row: Row) => T): { values: T[]; complete: boolean } {
  const values: T[] = [];
  let complete = true;
  for (const row of rows) {
    try {
      values.push(read(row));
    } catch (error) {
      if (!(error instanceof BusinessCentralError)) {
        throw error;
      }
      complete = false;
    }
  }
  return { values, complete };
}
