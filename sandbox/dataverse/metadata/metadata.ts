import { isLookup } from './column';
import type { Column, LookupColumn, LookupTarget } from './column';
import type { Table } from './table';

/** A many-to-one relationship seen from the table that is pointed at. */
export interface CollectionNavigation {
  /** Collection-valued navigation property: the schema name of the relationship. */
  readonly name: string;
  readonly table: Table;
  readonly column: LookupColumn;
  readonly target: LookupTarget;
}

/** A many-to-one relationship seen from the table that points. */
export interface SingleNavigation {
  readonly name: string;
  readonly column: LookupColumn;
  readonly target: LookupTarget;
}

/** All tables of the organization. Never changed: an import makes a new one. */
export class Metadata {
  private readonly byLogicalName: ReadonlyMap<string, Table>;
  private readonly byEntitySet: ReadonlyMap<string, Table>;
  private readonly collections: ReadonlyMap<string, readonly CollectionNavigation[]>;

  public constructor(public readonly tables: readonly Table[]) {
    this.byLogicalName = new Map(tables.map((table) => [table.logicalName, table]));
    this.byEntitySet = new Map(tables.map((table) => [table.entitySet, table]));
    this.collections = collectionsOf(tables);
  }

  /** A table by its logical name, such as `quotedetail`. */
  public find(logicalName: string): Table | undefined {
    return this.byLogicalName.get(logicalName);
  }

  /** A table that must be there. @throws Error when the code names a table that does not exist */
  public table(logicalName: string): Table {
    const table = this.find(logicalName);
    if (!table) {
      throw new Error(`There is no table ${logicalName}.`);
    }
    return table;
  }

  /** A table by the name of its entity set, such as `quotedetails`. */
  public ofEntitySet(entitySet: string): Table | undefined {
    return this.byEntitySet.get(entitySet);
  }

  /** One-to-many relationships of a table. */
  public collectionsOf(table: Table): readonly CollectionNavigation[] {
    return this.collections.get(table.logicalName) ?? [];
  }

  /** The same tables, with some added or replaced. */
  public with(tables: readonly Table[]): Metadata {
    const merged = new Map(this.byLogicalName);
    for (const table of tables) {
      merged.set(table.logicalName, table);
    }
    return new Metadata([...merged.values()]);
  }
}

function collectionsOf(tables: readonly Table[]): ReadonlyMap<string, readonly CollectionNavigation[]> {
  const found = new Map<string, CollectionNavigation[]>();
  for (const table of tables) {
    for (const { column, target } of singleNavigationsOf(table)) {
      const navigation = { name: target.relationship, table, column, target };
      found.set(target.table, [...(found.get(target.table) ?? []), navigation]);
    }
  }
  return found;
}

/** Many-to-one relationships of a table: one for each table that a lookup column may point at. */
export function singleNavigationsOf(table: Table): readonly SingleNavigation[] {
  return [...table.columns.values()]
    .filter(isLookup)
    .flatMap((column) => column.targets.map((target) => ({ name: target.navigation, column, target })));
}

/** A column that must be there. @throws Error when the code names a column that does not exist */
export function columnOf(table: Table, logicalName: string): Column {
  const column = table.columns.get(logicalName);
  if (!column) {
    throw new Error(`Table ${table.logicalName} has no column ${logicalName}.`);
  }
  return column;
}
