import { recordId } from '../../identity';
import type { Organization } from '../organization';
import type { Reference, Row } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import { withBaseAmounts } from '../service/baseAmounts';
import { withPlatformDefaults } from '../service/newRow';

/** Id of Ada Admin, who made everything that was there before anybody signed in. */
export const administratorId = recordId('systemuser', 'Ada Admin');

/** A reference to the row that people know under a key, such as a product under its item number. */
export function referTo(table: string, key: string): Reference {
  return { table, id: recordId(table, key) };
}

/** The organization that is being filled. */
export interface Seeding {
  readonly organization: Organization;
  readonly rows: RowStore;
  /** `yyyy-MM-dd` */
  readonly today: string;
}

/**
 * Puts rows in place as a migration does: with what the platform fills in, and without privileges and plug-ins, so
 * that rows can be there which nobody could enter.
 * @param keyed the rows by the keys that people know them under; `recordId(table, key)` is their id
 */
export function seedRows(
  { organization, rows }: Seeding,
  tableName: string,
  keyed: readonly (readonly [key: string, row: Row])[],
): void {
  const table = organization.table(tableName);
  rows.putAll(
    tableName,
    keyed.map(([key, row]) => {
      const id = recordId(tableName, key);
      const complete = withPlatformDefaults(organization, table, administratorId, {
        ...row,
        [table.primaryId]: id,
      });
      return [id, withBaseAmounts(table, complete, rows)];
    }),
  );
}
