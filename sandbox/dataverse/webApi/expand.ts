import { badRequest } from '../dataverseError';
import type { Column } from '../metadata/column';
import type { CollectionNavigation, SingleNavigation } from '../metadata/metadata';
import type { Table } from '../metadata/table';
import type { Row } from '../rows/row';
import { entityOf, etagOf, idOf } from './entity';
import type { Entity, EntityWriter } from './entity';
import type { ExpandItem } from './query/expression';
import { relatedRows, rowTest } from './query/filterRows';
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
    return singleExpander(writer, item, single, base);
  }
  const collection = writer.scope.organization
    .collectionsOf(table)
    .find((navigation) => navigation.name === item.navigation);
  if (!collection) {
    throw unknownProperty(table, item.navigation);
  }
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
  navigation: CollectionNavigation,
  base: string,
): Expander {
  const other = navigation.table;
  const chosen = selectedColumns(other, item.select);
  // The lookup that leads back comes along, whether it is selected or not.
  const columns = chosen && !chosen.includes(navigation.column) ? [...chosen, navigation.column] : chosen;
  const test = item.filter ? rowTest(writer.scope, other, item.filter) : () => true;
  const expandFurther = expanderFor(writer, other, item.expand, base);
  return (row, entity) => {
    const related = relatedRows(writer.scope, table, row, navigation).filter(test);
    const ordered = orderedRows(writer.scope, other, related, item.orderBy);
    entity[navigation.name] = ordered.slice(0, item.top ?? largestPage).map((line) => {
      const expanded: Entity = { '@odata.etag': etagOf(line), ...entityOf(writer, other, line, columns) };
      expandFurther(line, expanded);
      return expanded;
    });
    const query = item.select ? `?$select=${item.select.join(',')}` : '';
    entity[`${navigation.name}@odata.nextLink`] =
      `${base}/${table.entitySet}(${idOf(table, row)})/${navigation.name}${query}`;
  };
}
