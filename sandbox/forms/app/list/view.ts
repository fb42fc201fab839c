import { request, rowsOf, textIn, type Json } from '../dataverse/request';
import { wireName, type Table } from '../dataverse/table';
import { textLiteral } from '../dataverse/textLiteral';

/** A view: which rows a list shows, in which columns and order. */
export interface View {
  /** `savedquery`'s id; empty for a view that the sandbox brings itself. */
  readonly id: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly orders: readonly { readonly column: string; readonly isDescending: boolean }[];
  readonly conditions: readonly ViewCondition[];
}

/** A condition of FetchXML on a column of the view's own table. */
export interface ViewCondition {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, 'text/xml');
}

function viewOf(row: Json): View {
  const layout = parse(textIn(row['layoutxml']));
  const fetch = parse(textIn(row['fetchxml']));
  const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';
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
    conditions: [...fetch.querySelectorAll('fetch > entity > filter > condition')].map((condition) => ({
      column: attribute(condition, 'attribute'),
      operator: attribute(condition, 'operator'),
      value: attribute(condition, 'value'),
    })),
  };
}

/** What a table is listed by where the organization has no view of it: its name, number and state. */
function builtInView(table: Table): View {
  const known = [table.primaryName, 'productnumber', 'emailaddress1', 'statuscode', 'modifiedon'];
  return {
    id: '',
    name: table.collectionLabel,
    columns: known.filter((name) => table.columns.has(name)).map((name) => ({ name, width: 200 })),
    orders: [{ column: table.primaryName, isDescending: false }],
    conditions: [],
  };
}

/** The public views of a table, the default one first. @throws DataverseError */
export async function viewsOf(table: Table): Promise<readonly [View, ...View[]]> {
  const publicView = 0;
  const answer = await request(
    'savedqueries?$select=savedqueryid,name,layoutxml,fetchxml,isdefault' +
      `&$filter=returnedtypecode eq '${table.logicalName}' and querytype eq ${publicView}&$orderby=isdefault desc,name`,
  );
  const [first, ...others] = rowsOf(answer).map(viewOf);
  return first === undefined ? [builtInView(table)] : [first, ...others];
}

/** The column of a view as the Web API knows it; null for a column of another table or one that is not there. */
function selectable(table: Table, name: string): string | null {
  const column = table.columns.get(name);
  return column === undefined ? null : wireName(column);
}

const comparisons: Readonly<Record<string, string>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'gt',
  ge: 'ge',
  lt: 'lt',
  le: 'le',
};

/** A FetchXML condition in OData's words; null for an operator that only FetchXML has. */
function filterOf(table: Table, { column, operator, value }: ViewCondition, userId: string): string | null {
  const definition = table.columns.get(column);
  const name = selectable(table, column);
  if (definition === undefined || name === null) {
    return null;
  }
  const literal = definition.kind === 'text' || definition.kind === 'memo' ? textLiteral(value) : value;
  switch (operator) {
    case 'null':
      return `${name} eq null`;
    case 'not-null':
      return `${name} ne null`;
    case 'eq-userid':
      return `${name} eq ${userId}`;
    case 'ne-userid':
      return `${name} ne ${userId}`;
    default: {
      const comparison = comparisons[operator];
      const booleanLiteral = value === '1' || value === 'true' ? 'true' : 'false';
      return comparison === undefined
        ? null
        : `${name} ${comparison} ${definition.kind === 'twoOptions' ? booleanLiteral : literal}`;
    }
  }
}

/** What a list asks for beyond its view. */
export interface ViewQuery {
  readonly userId: string;
  /** A further condition in OData's words. */
  readonly filter: string | null;
  /** Null: the order of the view. */
  readonly order: { readonly column: string; readonly isDescending: boolean } | null;
}

/** The address of a view's rows, relative to the service root. */
export function addressOfView(table: Table, view: View, { userId, filter, order }: ViewQuery): string {
  const columns = view.columns.map(({ name }) => selectable(table, name));
  const selected = new Set([table.primaryId, table.primaryName, ...columns].filter((name) => name));
  const conditions = [
    ...view.conditions.map((condition) => filterOf(table, condition, userId)),
    filter,
  ].filter((condition) => condition !== null);
  const orders = (order === null ? view.orders : [order]).flatMap(({ column, isDescending }) => {
    const name = selectable(table, column);
    return name === null ? [] : [`${name} ${isDescending ? 'desc' : 'asc'}`];
  });
  return [
    `${table.entitySetName}?$select=${[...selected].join(',')}`,
    ...(conditions.length === 0 ? [] : [`$filter=${encodeURIComponent(conditions.join(' and '))}`]),
    ...(orders.length === 0 ? [] : [`$orderby=${orders.join(',')}`]),
    '$count=true',
  ].join('&');
}
