import { BusinessCentralError } from '../errors';
import type { Row } from '../odata/row';

/** @returns milliseconds since 1970; null for Business Central's blank date and time */
export function instantOf(row: Row, field: string): number | null {
  const value = row.text(field);
  if (value.startsWith('0001-01-01')) {
    return null;
  }
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) {
    throw new BusinessCentralError('unreadableAnswer');
  }
  return instant;
}
