import { DataverseError, errorCodes } from '../dataverseError';
import type { Metadata } from '../metadata/metadata';
import type { Table } from '../metadata/table';
import { referenceOf, textOf } from '../rows/row';
import type { RowStore } from '../rows/rowStore';

/**
 * Deletes a row, and does to the rows that point at it what their relationship says: deletes them too, empties their
 * lookup, or refuses.
 * @throws DataverseError 405 0x80040227 when a row that restricts the deletion points at it
 */
export function deleteWithReferences(metadata: Metadata, rows: RowStore, table: Table, id: string): void {
  rows.delete(table.logicalName, id);
  for (const { table: other, column, target } of metadata.collectionsOf(table)) {
    if (rows.isDerived(other.logicalName)) {
      continue;
    }
    const pointing = [...rows.all(other.logicalName)].filter((row) => {
      const reference = referenceOf(row, column.logicalName);
      return reference?.id === id && reference.table === table.logicalName;
    });
    for (const row of pointing) {
      const otherId = textOf(row, other.primaryId) ?? '';
      if (target.onDelete === 'Restrict') {
        throw new DataverseError(
          405,
          errorCodes.referenced,
          'The object you tried to delete is associated with another object and cannot be deleted.',
        );
      }
      if (target.onDelete === 'Cascade') {
        deleteWithReferences(metadata, rows, other, otherId);
      } else {
        rows.put(other.logicalName, otherId, { ...row, [column.logicalName]: null });
      }
    }
  }
}
