import { DataverseError, errorCodes } from '../dataverseError';
import { isLookup } from '../metadata/column';
import type { Column } from '../metadata/column';
import { singleNavigationsOf } from '../metadata/metadata';
import type { Table } from '../metadata/table';
import type { Organization } from '../organization';
import type { Reference, Row, Value } from '../rows/row';
import { momentOf } from '../service/newRow';
import { edmType, findSingleNavigation } from './query/property';

/**
 * Reads the body of a POST or PATCH.
 * @returns values by column
 * @throws DataverseError 400 0x80048d19 when it does not fit the table; 501 for rows inside rows
 */
export function valuesOf(organization: Organization, table: Table, body: unknown): Row {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badPayload(table, 'Microsoft.OData.ODataException: An object is expected.');
  }
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(body)) {
    const [property = '', annotation] = name.split('@');
    if (annotation === 'odata.bind') {
      Object.assign(values, boundLookup(organization, table, property, value));
    } else if (annotation === undefined) {
      values[property] = propertyValue(organization, table, property, value);
    }
  }
  return values;
}

/** Dataverse's wording around what the OData layer found wrong with a body. */
function badPayload(table: Table, reason: string): DataverseError {
  return new DataverseError(
    400,
    errorCodes.badPayload,
    `Error identified in Payload provided by the user for Entity :'${table.entitySet}'  ---->  InnerException : ${reason}`,
  );
}

function boundLookup(organization: Organization, table: Table, property: string, value: unknown): Row {
  // The owner's navigation property leads to users and to teams alike.
  const navigations = singleNavigationsOf(table).filter(({ name }) => name === property);
  const [first] = navigations;
  if (!first) {
    throw badPayload(
      table,
      `Microsoft.OData.ODataException: An undeclared property '${property}' which only has property annotations in ` +
        'the payload but no property value was found in the payload. In OData, only declared navigation properties ' +
        'and declared named streams can be represented as properties without values.',
    );
  }
  const reference = value === null ? null : boundReference(organization, value);
  if (value !== null && !navigations.some(({ target }) => target.table === reference?.table)) {
    throw badPayload(
      table,
      `Microsoft.OData.ODataException: The entity reference of '${property}' does not name a row of ` +
        `${organization.table(first.target.table).entitySet}.`,
    );
  }
  return { [first.column.logicalName]: reference };
}

/** `/quotes(<id>)`, with or without the address of the service before it. */
function boundReference(organization: Organization, value: unknown): Reference | null {
  const match = typeof value === 'string' ? /(?:^|\/)(\w+)\(([0-9a-f-]{36})\)$/i.exec(value) : null;
  const table = match ? organization.metadata.ofEntitySet(match[1] ?? '') : undefined;
  return table && match?.[2] ? { table: table.logicalName, id: match[2].toLowerCase() } : null;
}

function propertyValue(organization: Organization, table: Table, property: string, value: unknown): Value {
  const column = table.columns.get(property);
  if (column && !isLookup(column)) {
    return typedValue(table, column, value);
  }
  if (/^_\w+_value$/.test(property) && table.columns.has(property.slice(1, -'_value'.length))) {
    throw badPayload(
      table,
      'Microsoft.Crm.CrmException: CRM do not support direct update of Entity Reference properties, ' +
        'Use Navigation properties instead.',
    );
  }
  if (
    findSingleNavigation(table, property) ||
    organization.collectionsOf(table).some(({ name }) => name === property)
  ) {
    throw new DataverseError(
      501,
      errorCodes.badPayload,
      `This sandbox does not make rows inside rows: bind '${property}' instead.`,
    );
  }
  throw badPayload(
    table,
    `Microsoft.Crm.CrmException: Invalid property '${property}' was found in entity ` +
      `'Microsoft.Dynamics.CRM.${table.logicalName}'. ---> Microsoft.OData.ODataException: Does not support untyped ` +
      'value in non-open type.',
  );
}

function typedValue(table: Table, column: Column, value: unknown): Value {
  if (value === null) {
    return null;
  }
  const typed = converted(column, value);
  if (typed === null) {
    throw badPayload(
      table,
      `Microsoft.OData.ODataException: Cannot convert the literal '${JSON.stringify(value)}' to the expected type ` +
        `'${edmType(column)}'. (property '${column.logicalName}')`,
    );
  }
  return typed;
}

/** The value as the column keeps it; null when it is not of the column's type. */
function converted(column: Column, value: unknown): Value {
  switch (edmType(column)) {
    case 'Edm.String':
      return typeof value === 'string' ? value : null;
    case 'Edm.Int32':
      return Number.isInteger(value) ? Number(value) : null;
    case 'Edm.Decimal':
      return typeof value === 'number' ? value : null;
    case 'Edm.Boolean':
      return typeof value === 'boolean' ? value : null;
    case 'Edm.Guid':
      return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
        ? value.toLowerCase()
        : null;
    case 'Edm.Date':
      return typeof value === 'string' && isDay(value) ? value : null;
    case 'Edm.DateTimeOffset':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? momentOf(new Date(value)) : null;
    case 'Edm.Null':
      return null;
  }
}

/** True for a day that is in the calendar: 2026-02-30 is not. */
function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
