import { randomUUID } from 'node:crypto';
import { DataverseError, errorCodes, rowNotFound } from '../dataverseError';
import { isLookup } from '../metadata/column';
import type { Column } from '../metadata/column';
import type { ManyToManyNavigation } from '../metadata/manyToMany';
import type { Table } from '../metadata/table';
import type { Organization } from '../organization';
import type { Associations } from '../rows/associations';
import { isReference, referenceOf, textOf } from '../rows/row';
import type { Reference, Row, Value } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import { Access } from '../security/access';
import type { Caller } from '../security/caller';
import { ColumnSecurity } from '../security/columnSecurity';
import { withBaseAmounts } from './baseAmounts';
import type { BusinessContext, BusinessLogic } from './businessLogic';
import { deleteWithReferences } from './deletion';
import { defaultStatus, ownership, stamp, withPlatformDefaults } from './newRow';
import { checkedValue } from './validation';

/**
 * Reads and writes rows for a caller, whatever the wire: privileges, column security, validation, the platform's own
 * columns, and the business logic of the apps. (Dataverse's IOrganizationService.)
 */
export class OrganizationService {
  public readonly access: Access;
  private readonly columnSecurity: ColumnSecurity;
  private readonly logicByTable: ReadonlyMap<string, BusinessLogic>;

  public constructor(
    private readonly organization: Organization,
    private readonly rows: RowStore,
    private readonly associations: Associations,
    businessLogic: readonly BusinessLogic[],
  ) {
    this.access = new Access(organization, rows);
    this.columnSecurity = new ColumnSecurity(organization);
    this.logicByTable = new Map(businessLogic.map((logic) => [logic.table, logic]));
  }

  /** All rows of a table that the caller may read, as the caller may see them. @throws DataverseError 403 */
  public list(caller: Caller, table: Table): readonly Row[] {
    this.access.requirePrivilege(caller, 'Read', table);
    const mask = this.columnSecurity.maskFor(caller, table);
    return [...this.rows.all(table.logicalName)]
      .filter((row) => this.access.allows(caller, 'Read', table, row))
      .map(mask);
  }

  /** The rows of a table that are associated with a row, as the caller may see them. @throws DataverseError 403 */
  public listAssociated(
    caller: Caller,
    { relationship, table }: ManyToManyNavigation,
    id: string,
  ): readonly Row[] {
    const ids = new Set(this.associations.of(relationship, id));
    return this.list(caller, table).filter((row) => ids.has(textOf(row, table.primaryId) ?? ''));
  }

  /** One row as the caller may see it. @throws DataverseError 403, 404 */
  public retrieve(caller: Caller, table: Table, id: string): Row {
    this.access.requirePrivilege(caller, 'Read', table);
    const row = this.existing(table, id);
    this.access.require(caller, 'Read', table, row);
    return this.columnSecurity.maskFor(caller, table)(row);
  }

  /** A row that a lookup shows: null when it is gone or may not be read, as an expanded lookup then is. */
  public retrieveReferenced(caller: Caller, reference: Reference): Row | null {
    const table = this.organization.table(reference.table);
    const row = this.rows.get(reference.table, reference.id);
    return row && this.access.allows(caller, 'Read', table, row)
      ? this.columnSecurity.maskFor(caller, table)(row)
      : null;
  }

  /** True when there is a row of this id, whoever may read it. */
  public exists(table: Table, id: string): boolean {
    return this.rows.get(table.logicalName, id) !== undefined;
  }

  /**
   * Makes a row.
   * @param given values by column; the primary key may be among them
   * @returns the id of the new row
   * @throws DataverseError 400, 403, 404 (a lookup points at nothing), 412 (there is such a row)
   */
  public create(caller: Caller, table: Table, given: Row): string {
    this.requireWritableTable(table);
    this.access.requirePrivilege(caller, 'Create', table);
    const columns = writtenColumns(table, given).filter((column) => column.writableOnCreate);
    this.columnSecurity.requireWritable(caller, 'create', table, columns);
    const values = this.checked(table, columns, given);
    const id = textOf(values, table.primaryId) ?? randomUUID();
    if (this.exists(table, id)) {
      throw new DataverseError(
        412,
        errorCodes.duplicateRow,
        'A record with matching key values already exists.',
      );
    }
    const row = withPlatformDefaults(this.organization, table, caller.userId, {
      ...values,
      [table.primaryId]: id,
    });
    this.access.require(caller, 'Create', table, row);
    this.requireAppend(caller, table, row, columns);
    this.rows.transaction(() => {
      const logic = this.logicByTable.get(table.logicalName);
      const context = this.contextFor(caller);
      const complete = logic?.beforeCreate?.(row, values, context) ?? row;
      const stored = this.rows.put(table.logicalName, id, withBaseAmounts(table, complete, this.rows));
      logic?.afterWrite?.(stored, context);
    });
    return id;
  }

  /** Changes the columns that `given` names. @throws DataverseError 400, 403, 404 */
  public update(caller: Caller, table: Table, id: string, given: Row): void {
    this.requireWritableTable(table);
    this.access.requirePrivilege(caller, 'Write', table);
    const before = this.existing(table, id);
    this.access.require(caller, 'Write', table, before);
    const columns = writtenColumns(table, given).filter((column) => column.writableOnUpdate);
    this.columnSecurity.requireWritable(caller, 'update', table, columns);
    const changes = this.checked(table, columns, given);
    const changed = columns.filter(
      (column) => !sameValue(before[column.logicalName], changes[column.logicalName]),
    );
    if (changed.some((column) => column.type === 'Owner')) {
      this.access.require(caller, 'Assign', table, before);
    }
    const row = { ...before, ...changes, ...this.consequences(table, changes, caller) };
    this.requireAppend(caller, table, row, changed);
    this.rows.transaction(() => {
      const logic = this.logicByTable.get(table.logicalName);
      const context = this.contextFor(caller);
      const complete = logic?.beforeUpdate?.(row, before, changes, context) ?? row;
      const stored = this.rows.put(table.logicalName, id, withBaseAmounts(table, complete, this.rows));
      logic?.afterWrite?.(stored, context);
    });
  }

  /** Deletes a row and what goes with it. @throws DataverseError 403, 404, 405 (other rows hold on to it) */
  public delete(caller: Caller, table: Table, id: string): void {
    this.requireWritableTable(table);
    this.access.requirePrivilege(caller, 'Delete', table);
    const row = this.existing(table, id);
    this.access.require(caller, 'Delete', table, row);
    this.rows.transaction(() => {
      const logic = this.logicByTable.get(table.logicalName);
      const context = this.contextFor(caller);
      logic?.beforeDelete?.(row, context);
      deleteWithReferences(this.organization.metadata, this.rows, table, id);
      logic?.afterWrite?.(row, context);
    });
  }

  private contextFor(caller: Caller): BusinessContext {
    return { rows: this.rows, organization: this.organization, caller };
  }

  private existing(table: Table, id: string): Row {
    const row = this.rows.get(table.logicalName, id);
    if (!row) {
      throw rowNotFound(table.logicalName, id);
    }
    return row;
  }

  private requireWritableTable(table: Table): void {
    if (this.rows.isDerived(table.logicalName)) {
      throw new DataverseError(
        405,
        errorCodes.badRequest,
        `${table.logicalName} rows come from solutions: import one to change them.`,
      );
    }
  }

  private checked(table: Table, columns: readonly Column[], given: Row): Row {
    return Object.fromEntries(
      columns.map((column) => {
        const value = checkedValue(table, column, given[column.logicalName] ?? null);
        if (isReference(value)) {
          this.existing(this.organization.table(value.table), value.id);
        }
        return [column.logicalName, value];
      }),
    );
  }

  /** What follows from a change without anybody's logic: the owning user, the status reason of a new state, the stamp. */
  private consequences(table: Table, changes: Row, caller: Caller): Row {
    const owner = referenceOf(changes, 'ownerid');
    const state = changes.statecode;
    return {
      ...(owner ? ownership(owner) : {}),
      ...(typeof state === 'number' && changes.statuscode === undefined
        ? { statuscode: defaultStatus(table, state) }
        : {}),
      ...stamp(caller.userId, 'modified', this.organization.now()),
    };
  }

  /** Setting a lookup takes Append on this table and AppendTo on the row that it points at. */
  private requireAppend(caller: Caller, table: Table, row: Row, columns: readonly Column[]): void {
    for (const column of columns.filter(isLookup)) {
      const reference = referenceOf(row, column.logicalName);
      if (reference && column.type !== 'Owner') {
        this.access.require(caller, 'Append', table, row);
        const other = this.organization.table(reference.table);
        this.access.require(caller, 'AppendTo', other, this.existing(other, reference.id));
      }
    }
  }
}

function writtenColumns(table: Table, given: Row): readonly Column[] {
  return [...table.columns.values()].filter((column) => given[column.logicalName] !== undefined);
}

function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  const [a, b] = [one ?? null, other ?? null];
  return isReference(a) && isReference(b) ? a.id === b.id && a.table === b.table : a === b;
}
