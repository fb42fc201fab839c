import { DataverseError, errorCodes } from '../dataverseError';
import { labelIn } from '../metadata/column';
import type { Column } from '../metadata/column';
import type { Table } from '../metadata/table';
import { baseLanguage } from '../organization';
import type { Organization } from '../organization';
import type { Row } from '../rows/row';
import type { Caller } from './caller';

export type ColumnAction = 'read' | 'create' | 'update';

/** Decides who may read and write secured columns. */
export class ColumnSecurity {
  public constructor(private readonly organization: Organization) {}

  /** True when a column is not secured, or the caller is an administrator or has a profile that allows the action. */
  public allows(caller: Caller, action: ColumnAction, table: Table, column: Column): boolean {
    if (!column.secured || caller.roles.some((role) => role.grows === 'everything')) {
      return true;
    }
    return [...this.organization.customizations.profiles.values()]
      .filter((profile) => caller.profiles.has(profile.id))
      .flatMap((profile) => profile.permissions)
      .some(
        (permission) =>
          permission.table === table.logicalName &&
          permission.column === column.logicalName &&
          permission[action],
      );
  }

  /**
   * What turns a row into the row that the caller may see: a secured column without read permission is null, and
   * nobody can tell it from an empty one (Microsoft Learn, "Column-level security").
   */
  public maskFor(caller: Caller, table: Table): (row: Row) => Row {
    const hidden = [...table.columns.values()].filter(
      (column) => !this.allows(caller, 'read', table, column),
    );
    const nothing = Object.fromEntries(hidden.map((column) => [column.logicalName, null]));
    return hidden.length === 0 ? (row) => row : (row) => ({ ...row, ...nothing });
  }

  /** @throws DataverseError 403 0x8004f502 or 0x8004f507 when a secured column is written without permission */
  public requireWritable(
    caller: Caller,
    action: 'create' | 'update',
    table: Table,
    columns: readonly Column[],
  ): void {
    const refused = columns.find((column) => !this.allows(caller, action, table, column));
    if (refused) {
      // The sentence, odd article included, is Dataverse's own (microsoft/PowerApps-Samples, ColumnLevelSecurity).
      throw new DataverseError(
        403,
        action === 'create' ? errorCodes.columnCreateDenied : errorCodes.columnUpdateDenied,
        `Caller user with Id ${caller.userId} does not have ${action} permissions to a ` +
          `${labelIn(refused.labels, baseLanguage)} secured field on entity ${labelIn(table.labels, baseLanguage)}. ` +
          'The requested operation could not be completed.',
      );
    }
  }
}
