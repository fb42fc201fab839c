import { badRequest } from '../dataverseError';
import type { Column } from '../metadata/column';
import type { SingleNavigation } from '../metadata/metadata';
import type { Table } from '../metadata/table';
import type { Row } from '../rows/row';
import { entityOf, etagOf, idOf } from './entity';
import type { Entity, EntityWriter } from './entity';
import type { ExpandItem } from './query/expression';
import { findCollection, relatedRows } from './query/collection';
import type { Collection } from './query/collection';
import { rowTest } from './query/filterRows';
import { orderedRows } from './query/orderRows';
import { columnOfProperty, findSingleNavigation, relatedRow, unknownProperty } from './query/property';
import { largestPage } from './page';

/** Puts the rows of navigation properties into an entity. */
export type Expander = (row: Row, entity: Entity) => void;

/** Most `$expand` options in a query (Microsoft Learn, "Join tables using OData"). */
const mostExpands = 15;

/** The columns behind `$select`; null: all. @throws DataverseError 400 for an unknown property */
export function selectedColumns(table: Table, select: readonly string[] | null): readonly Column[] | null {
  return select?.map((property) => columnOfProperty(table, property)) ?? null;
}

/**
 * What expands the navigation properties of a table's rows.
 * @param base address of an entity of the table up to its key, for the links to expanded collections
 * @throws DataverseError 400 for unknown names, and for the options that Dataverse takes only elsewhere
 */
export function expanderFor(
  writer: EntityWriter,
  table: Table,
  expand: readonly ExpandItem[],
  base: string,
): Expander {
  if (expand.length > mostExpands) {
    throw badRequest(`The number of $expand options exceeds the limit of ${mostExpands}.`);
  }
  const nested = expand.some((item) => item.expand.length > 0);
  const expanders = expand.map((item) => itemExpander(writer, table, item, base, nested));
  return (row, entity) => {
    for (const expander of expanders) {
      expander(row, entity);
    }
  };
}

function itemExpander(
  writer: EntityWriter,
  table: Table,
  item: ExpandItem,
  base: string,
  nested: boolean,
): Expander {
  const single = findSingleNavigation(table, item.navigation);
  if (single) {
    requireSelectAndFilterOnly(item);
    requireNoManyToManyInside(writer, writer.scope.organization.table(single.target.table), item);
    return singleExpander(writer, item, single, base);
  }
  const collection = findCollection(writer.scope, table, item.navigation);
  if (!collection) {
    throw unknownProperty(table, item.navigation);
  }
  requireNoManyToManyInside(writer, collection.table, item);
  if (nested) {
    requireSelectAndFilterOnly(item);
  }
  return collectionExpander(writer, table, item, collection, base);
}

function requireSelectAndFilterOnly(item: ExpandItem): void {
  if (item.orderBy.length > 0 || item.top !== null) {
    throw badRequest(
      'Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested ' +
        'one-to-many relationship.',
    );
  }
}

/** Many-to-many lists are expanded on the first level only (Microsoft Learn, "Join tables using OData"). */
function requireNoManyToManyInside(writer: EntityWriter, table: Table, { expand }: ExpandItem): void {
  const refused = expand.find(
    ({ navigation }) => findCollection(writer.scope, table, navigation)?.kind === 'manyToMany',
  );
  if (refused) {
    throw badRequest(
      `Nested $expand of the many-to-many relationship ${refused.navigation} is not supported.`,
    );
  }
}

function singleExpander(
  writer: EntityWriter,
  item: ExpandItem,
  { name, column, target }: SingleNavigation,
  base: string,
): Expander {
  const table = writer.scope.organization.table(target.table);
  const columns = selectedColumns(table, item.select);
  const test = item.filter ? rowTest(writer.scope, table, item.filter) : () => true;
  const expandFurther = expanderFor(writer, table, item.expand, base);
  // Without the privilege to read the other table, the real one refuses the whole request.
  writer.scope.service.access.requirePrivilege(writer.scope.caller, 'Read', table);
  return (row, entity) => {
    const related = relatedRow(writer.scope, row, column, target.table);
    if (!related || !test(related)) {
      entity[name] = null;
      return;
    }
    const expanded = entityOf(writer, table, related, columns);
    expandFurther(related, expanded);
    entity[name] = expanded;
  };
}

function collectionExpander(
  writer: EntityWriter,
  table: Table,
  item: ExpandItem,
  collection: Collection,
  base: string,
): Expander {
  const other = collection.table;
  const chosen = selectedColumns(other, item.select);
  // The lookup that leads back comes along, whether it is selected or not.
  const back = collection.kind === 'oneToMany' ? [collection.column] : [];
  const columns = chosen && [...chosen, ...back.filter((column) => !chosen.includes(column))];
  const test = item.filter ? rowTest(writer.scope, other, item.filter) : () => true;
  const expandFurther = expanderFor(writer, other, item.expand, base);
  return (row, entity) => {
    const related = relatedRows(writer.scope, table, row, collection).filter(test);
    const ordered = orderedRows(writer.scope, other, related, item.orderBy);
    entity[collection.name] = ordered.slice(0, item.top ?? largestPage).map((line) => {
      const expanded: Entity = { '@odata.etag': etagOf(line), ...entityOf(writer, other, line, columns) };
      expandFurther(line, expanded);
      return expanded;
    });
    const query = item.select ? `?$select=${item.select.join(',')}` : '';
    entity[`${collection.name}@odata.nextLink`] =
      `${base}/${table.entitySet}(${idOf(table, row)})/${collection.name}${query}`;
  };
}
