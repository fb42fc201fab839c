import { findManyToMany } from '../../metadata/manyToMany';
import type { ManyToManyNavigation } from '../../metadata/manyToMany';
import type { CollectionNavigation } from '../../metadata/metadata';
import type { Table } from '../../metadata/table';
import { referenceOf, textOf } from '../../rows/row';
import type { Row } from '../../rows/row';
import type { QueryScope } from './queryScope';

/** What a collection-valued navigation property of a table leads to. */
export type Collection =
  | ({ readonly kind: 'oneToMany' } & CollectionNavigation)
  | ({ readonly kind: 'manyToMany'; readonly name: string } & ManyToManyNavigation);

/** A collection-valued navigation property of a table, if it has one of this name. */
export function findCollection({ organization }: QueryScope, table: Table, name: string): Collection | null {
  const oneToMany = organization.collectionsOf(table).find((navigation) => navigation.name === name);
  if (oneToMany) {
    return { kind: 'oneToMany', ...oneToMany };
  }
  const manyToMany = findManyToMany(organization.metadata, table, name);
  return manyToMany ? { kind: 'manyToMany', name, ...manyToMany } : null;
}

/** The rows on the other side of a relationship that the caller may read. */
export function relatedRows(
  { service, caller }: QueryScope,
  table: Table,
  row: Row,
  collection: Collection,
): readonly Row[] {
  const id = textOf(row, table.primaryId) ?? '';
  if (collection.kind === 'manyToMany') {
    return service.listAssociated(caller, collection, id);
  }
  return service.list(caller, collection.table).filter((candidate) => {
    const reference = referenceOf(candidate, collection.column.logicalName);
    return reference !== null && reference.id === id && reference.table === table.logicalName;
  });
}
