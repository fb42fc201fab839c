import type { Table } from '../../metadata/table';
import type { Row } from '../../rows/row';
import type { OrderItem } from './expression';
import { compareValues } from './filterRows';
import { propertyReader } from './property';
import type { QueryScope } from './queryScope';

/**
 * Rows in the order of `$orderby`; without one, in the order in which they were made.
 * @throws DataverseError 400 for a property that the table does not have
 */
export function orderedRows(
  scope: QueryScope,
  table: Table,
  rows: readonly Row[],
  orderBy: readonly OrderItem[],
): readonly Row[] {
  const keys = orderBy.map(({ property, descending }) => ({
    read: propertyReader(scope, table, property.path).read,
    sign: descending ? -1 : 1,
  }));
  return keys.length === 0
    ? rows
    : [...rows].sort((one, other) => {
        for (const { read, sign } of keys) {
          const difference = compareValues(read(one), read(other));
          if (difference !== 0) {
            return sign * difference;
          }
        }
        return 0;
      });
}
