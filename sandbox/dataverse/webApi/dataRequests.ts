import { DataverseError, errorCodes, rowNotFound } from '../dataverseError';
import type { Table } from '../metadata/table';
import type { Row } from '../rows/row';
import { entityOf, etagOf, idOf } from './entity';
import type { Entity, EntityWriter } from './entity';
import { expanderFor, selectedColumns } from './expand';
import { valuesOf } from './payload';
import {
  columnOfProperty,
  findSingleNavigation,
  propertyName,
  relatedRow,
  unknownProperty,
} from './query/property';
import { findCollection, relatedRows } from './query/collection';
import { rowTest } from './query/filterRows';
import { queryOptionsOf } from './queryOptions';
import type { QueryOptions } from './queryOptions';
import { replyWithRows, selectedInContext } from './readRows';
import { idInKey, notAllowed, resourceNotFound } from './resourcePath';
import type { Segment } from './resourcePath';
import type { WebApiReply, WebApiRequest } from './webApiRequest';

/** Requests to an entity set as a whole: read its rows, count them, make one. */
export function requestToSet(
  writer: EntityWriter,
  request: WebApiRequest,
  table: Table,
  rest: readonly Segment[],
): WebApiReply {
  const { service, caller } = writer.scope;
  if (request.method === 'GET') {
    const options = queryOptionsOf(request.query);
    const rows = service.list(caller, table);
    if (rest.length === 0) {
      return replyWithRows(writer, request, table, options, rows);
    }
    if (rest.length === 1 && rest[0]?.name === '$count') {
      return { status: 200, headers: {}, body: countOf(writer, table, options, rows) };
    }
    throw resourceNotFound(rest[0]?.name ?? '');
  }
  if (request.method === 'POST' && rest.length === 0) {
    const id = service.create(caller, table, valuesOf(writer.scope.organization, table, request.body));
    return writtenReply(writer, request, table, id, 201);
  }
  throw notAllowed(request);
}

function countOf(writer: EntityWriter, table: Table, options: QueryOptions, rows: readonly Row[]): number {
  const test = options.filter ? rowTest(writer.scope, table, options.filter) : () => true;
  return rows.filter(test).length;
}

/** Requests to one row: read it or what it leads to, change it, delete it. */
export function requestToRow(
  writer: EntityWriter,
  request: WebApiRequest,
  table: Table,
  key: string,
  rest: readonly Segment[],
): WebApiReply {
  const id = idInKey(key, table.primaryId);
  if (rest.length > 0) {
    return requestBehindRow(writer, request, table, id, rest);
  }
  switch (request.method) {
    case 'GET':
      return readRow(writer, request, table, id);
    case 'PATCH':
      return changeRow(writer, request, table, id);
    case 'DELETE':
      requireVersion(writer, request, table, id);
      writer.scope.service.delete(writer.scope.caller, table, id);
      return { status: 204, headers: {} };
    default:
      throw notAllowed(request);
  }
}

function readRow(writer: EntityWriter, request: WebApiRequest, table: Table, id: string): WebApiReply {
  const row = writer.scope.service.retrieve(writer.scope.caller, table, id);
  // A client that has this version already may say so (Microsoft Learn, "Conditional operations").
  if (request.header('if-none-match') === etagOf(row)) {
    return { status: 304, headers: {} };
  }
  return { status: 200, headers: {}, body: wholeEntity(writer, request, table, row) };
}

function wholeEntity(writer: EntityWriter, request: WebApiRequest, table: Table, row: Row): Entity {
  const options = queryOptionsOf(request.query);
  const entity: Entity = {
    '@odata.context': `${request.root}/$metadata#${table.entitySet}${selectedInContext(options)}/$entity`,
    '@odata.etag': etagOf(row),
    ...entityOf(writer, table, row, selectedColumns(table, options.select)),
  };
  expanderFor(writer, table, options.expand, request.root)(row, entity);
  return entity;
}

/** A PATCH makes the row when it is not there (upsert), unless If-Match says that it must be. */
function changeRow(writer: EntityWriter, request: WebApiRequest, table: Table, id: string): WebApiReply {
  const { service, caller, organization } = writer.scope;
  const values = valuesOf(organization, table, request.body);
  if (!service.exists(table, id)) {
    if (request.header('if-match') !== undefined) {
      throw rowNotFound(table.logicalName, id);
    }
    service.create(caller, table, { ...values, [table.primaryId]: id });
    return writtenReply(writer, request, table, id, 201);
  }
  if (request.header('if-none-match') === '*') {
    throw new DataverseError(
      412,
      errorCodes.duplicateRow,
      'A record with matching key values already exists.',
    );
  }
  requireVersion(writer, request, table, id);
  service.update(caller, table, id, values);
  return writtenReply(writer, request, table, id, 200);
}

/** @throws DataverseError 412 when If-Match names another version than the row has */
function requireVersion(writer: EntityWriter, request: WebApiRequest, table: Table, id: string): void {
  const expected = request.header('if-match');
  const row = writer.rows.get(table.logicalName, id);
  if (expected !== undefined && expected !== '*' && row && etagOf(row) !== expected) {
    throw new DataverseError(
      412,
      errorCodes.versionMismatch,
      "The version of the existing record doesn't match the RowVersion property provided.",
    );
  }
}

function writtenReply(
  writer: EntityWriter,
  request: WebApiRequest,
  table: Table,
  id: string,
  statusWithBody: number,
): WebApiReply {
  const headers = { 'OData-EntityId': `${request.root}/${table.entitySet}(${id})` };
  return writer.preferences.returnRepresentation
    ? {
        status: statusWithBody,
        headers,
        body: wholeEntity(writer, request, table, retrieved(writer, table, id)),
      }
    : { status: 204, headers };
}

function retrieved(writer: EntityWriter, table: Table, id: string): Row {
  return writer.scope.service.retrieve(writer.scope.caller, table, id);
}

/** What a row leads to: the rows behind a navigation property, or the value of one property. */
function requestBehindRow(
  writer: EntityWriter,
  request: WebApiRequest,
  table: Table,
  id: string,
  rest: readonly Segment[],
): WebApiReply {
  const [segment, ...more] = rest;
  if (!segment || segment.key !== null || more.length > 0) {
    throw resourceNotFound(rest.at(-1)?.name ?? '');
  }
  if (request.method !== 'GET') {
    throw notAllowed(request);
  }
  const row = retrieved(writer, table, id);
  const options = queryOptionsOf(request.query);
  const collection = findCollection(writer.scope, table, segment.name);
  if (collection) {
    const rows = relatedRows(writer.scope, table, row, collection);
    return replyWithRows(writer, request, collection.table, options, rows);
  }
  const single = findSingleNavigation(table, segment.name);
  if (single) {
    const other = writer.scope.organization.table(single.target.table);
    const related = relatedRow(writer.scope, row, single.column, single.target.table);
    return related
      ? { status: 200, headers: {}, body: wholeEntity(writer, request, other, related) }
      : { status: 204, headers: {} };
  }
  return valueReply(request, writer, table, row, segment.name);
}

function valueReply(
  request: WebApiRequest,
  writer: EntityWriter,
  table: Table,
  row: Row,
  property: string,
): WebApiReply {
  const column = columnOfProperty(table, property);
  const value = entityOf(writer, table, row, [column])[propertyName(column)];
  if (value === undefined) {
    throw unknownProperty(table, property);
  }
  const context = `${request.root}/$metadata#${table.entitySet}(${idOf(table, row)})/${property}`;
  return value === null
    ? { status: 204, headers: {} }
    : { status: 200, headers: {}, body: { '@odata.context': context, value } };
}
