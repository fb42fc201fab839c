import type { Table } from '../metadata/table';
import type { Row } from '../rows/row';
import { entityOf, etagOf } from './entity';
import type { Entity, EntityWriter } from './entity';
import { expanderFor, selectedColumns } from './expand';
import { largestPage, pageOf } from './page';
import { rowTest } from './query/filterRows';
import { orderedRows } from './query/orderRows';
import type { QueryOptions } from './queryOptions';
import type { WebApiReply, WebApiRequest } from './webApiRequest';

/** Answers a query over rows: an entity set, or the rows behind a collection-valued navigation property. */
export function replyWithRows(
  writer: EntityWriter,
  request: WebApiRequest,
  table: Table,
  options: QueryOptions,
  candidates: readonly Row[],
): WebApiReply {
  const { scope, preferences } = writer;
  const columns = selectedColumns(table, options.select);
  const expand = expanderFor(writer, table, options.expand, request.root);
  const test = options.filter ? rowTest(scope, table, options.filter) : () => true;
  const found = orderedRows(scope, table, candidates.filter(test), options.orderBy);
  // With a page size, $top is passed over (Microsoft Learn, "Page results": if you include both, $top is ignored).
  const limited =
    options.top !== null && preferences.maxPageSize === null ? found.slice(0, options.top) : found;
  const size = Math.min(preferences.maxPageSize ?? largestPage, largestPage);
  const page = pageOf(table, limited, size, options.skipToken);
  const body: Entity = {
    '@odata.context': `${request.root}/$metadata#${table.entitySet}${selectedInContext(options)}`,
    ...(options.count ? { '@odata.count': Math.min(found.length, largestPage) } : {}),
    ...recordCount(writer, options.count ? found.length : null),
    value: page.rows.map((row) => {
      const entity: Entity = { '@odata.etag': etagOf(row), ...entityOf(writer, table, row, columns) };
      expand(row, entity);
      return entity;
    }),
  };
  if (page.nextToken !== null) {
    body['@odata.nextLink'] = nextLink(request, page.nextToken);
  }
  return { status: 200, headers: {}, body };
}

/** The annotations that come with every page when all are asked for; -1 where nothing was counted. */
function recordCount(writer: EntityWriter, count: number | null): Entity {
  const annotations = {
    totalrecordcount: count === null ? -1 : Math.min(count, largestPage),
    totalrecordcountlimitexceeded: count !== null && count > largestPage,
  };
  return Object.fromEntries(
    Object.entries(annotations)
      .map(([name, value]) => [`Microsoft.Dynamics.CRM.${name}`, value] as const)
      .filter(([name]) => writer.preferences.includesAnnotation(name))
      .map(([name, value]) => [`@${name}`, value]),
  );
}

/** The part of the context that says what was selected. */
export function selectedInContext(options: QueryOptions): string {
  const names = [
    ...(options.select ?? []),
    ...options.expand.map((item) => `${item.navigation}(${(item.select ?? []).join(',')})`),
  ];
  return names.length === 0 ? '' : `(${names.join(',')})`;
}

/** The request's own address with the cookie of the next page. */
function nextLink(request: WebApiRequest, token: string): string {
  const others = request.query
    .split('&')
    .filter((option) => option !== '' && !/^(\$|%24)skiptoken=/i.test(option));
  return `${request.root}/${request.path}?${[...others, `$skiptoken=${encodeURI(token)}`].join('&')}`;
}
