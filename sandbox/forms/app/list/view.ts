import { request, rowsOf, textIn, type Json } from '../dataverse/request';
import { wireName, type Table } from '../dataverse/table';
import { conditionInOData } from './viewCondition';

/** By which column rows are sorted, and in which direction. */
export interface Order {
  readonly column: string;
  readonly isDescending: boolean;
}

/** A view: which rows a list shows, in which columns and order. */
export interface View {
  /** `savedquery`'s id; empty for a view that the sandbox brings itself. */
  readonly id: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly orders: readonly Order[];
  /** The view's own condition in OData's words; null: every row. */
  readonly filter: string | null;
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, 'text/xml');
}

function viewOf(table: Table, row: Json, userId: string): View {
  const layout = parse(textIn(row['layoutxml']));
  const fetch = parse(textIn(row['fetchxml']));
  const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';
  const conditions = [...fetch.querySelectorAll('fetch > entity > filter > condition')];
  return {
    id: textIn(row['savedqueryid']),
    name: textIn(row['name']),
    columns: [...layout.querySelectorAll('grid > row > cell')].map((cell) => ({
      name: attribute(cell, 'name'),
      width: Number(attribute(cell, 'width')) || 100,
    })),
    orders: [...fetch.querySelectorAll('fetch > entity > order')].map((order) => ({
      column: attribute(order, 'attribute'),
      isDescending: attribute(order, 'descending') === 'true',
    })),
    filter: conditions.map((condition) => conditionInOData(table, condition, userId)).join(' and ') || null,
  };
}

/** What a table is listed by where the organization has no view of it: its name and state. */
function builtInView(table: Table): View {
  const columns = [table.primaryName, 'statuscode', 'modifiedon'];
  return {
    id: '',
    name: table.collectionLabel,
    columns: columns.filter((name) => table.columns.has(name)).map((name) => ({ name, width: 200 })),
    orders: [{ column: table.primaryName, isDescending: false }],
    filter: null,
  };
}

/**
 * The public views of a table, the default one first.
 * @param userId whom a view's conditions mean by the current user
 * @throws DataverseError; Error for a condition that this sandbox cannot read
 */
export async function viewsOf(table: Table, userId: string): Promise<readonly [View, ...View[]]> {
  const publicView = 0;
  const answer = await request(
    'savedqueries?$select=savedqueryid,name,layoutxml,fetchxml,isdefault' +
      `&$filter=returnedtypecode eq '${table.logicalName}' and querytype eq ${publicView}&$orderby=isdefault desc,name`,
  );
  const [first, ...others] = rowsOf(answer).map((row) => viewOf(table, row, userId));
  return first === undefined ? [builtInView(table)] : [first, ...others];
}

/** The column of a view as the Web API knows it; none for a column of another table or one that is not there. */
function onTheWire(table: Table, name: string): string[] {
  const column = table.columns.get(name);
  return column === undefined ? [] : [wireName(column)];
}

/**
 * The address of a view's rows, relative to the service root.
 * @param filter a further condition in OData's words
 * @param order null: the order of the view
 */
export function addressOfView(table: Table, view: View, filter: string | null, order: Order | null): string {
  const selected = [table.primaryId, table.primaryName, ...view.columns.map(({ name }) => name)];
  const conditions = [view.filter, filter].filter((condition) => condition !== null);
  const orders = (order === null ? view.orders : [order]).flatMap(({ column, isDescending }) =>
    onTheWire(table, column).map((name) => `${name} ${isDescending ? 'desc' : 'asc'}`),
  );
  return [
    `${table.entitySetName}?$select=${[...new Set(selected.flatMap((name) => onTheWire(table, name)))].join(',')}`,
    ...(conditions.length === 0 ? [] : [`$filter=${encodeURIComponent(conditions.join(' and '))}`]),
    ...(orders.length === 0 ? [] : [`$orderby=${orders.join(',')}`]),
    '$count=true',
  ].join('&');
}
