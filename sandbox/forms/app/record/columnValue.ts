import { textIn, type Json } from '../dataverse/request';
import { wireName, type Column, type Table } from '../dataverse/table';
import type { Tables } from '../dataverse/tables';

/** A row that a lookup points to. */
export interface LookupReference {
  readonly id: string;
  readonly name: string;
  readonly table: string;
}

/**
 * What a column holds: dates are `yyyy-MM-dd` or an instant in ISO 8601, choices their number, and an empty column
 * null.
 */
export type ColumnValue = string | number | boolean | LookupReference | null;

export function isLookup(value: ColumnValue | undefined): value is LookupReference {
  return typeof value === 'object' && value !== null;
}

const formattedValue = '@OData.Community.Display.V1.FormattedValue';
const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname';

/** The value of a column in a row of the Web API. */
export function readValue(row: Json, column: Column): ColumnValue {
  const name = wireName(column);
  const value = row[name];
  if (column.kind === 'lookup') {
    return typeof value === 'string'
      ? {
          id: value,
          name: textIn(row[`${name}${formattedValue}`]),
          table: textIn(row[`${name}${lookupTable}`]) || (column.targets[0] ?? ''),
        }
      : null;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** What the Web API says a column reads in this user's formats; null where it says nothing. */
export function readFormattedValue(row: Json, column: Column): string | null {
  const formatted = row[`${wireName(column)}${formattedValue}`];
  return typeof formatted === 'string' ? formatted : null;
}

/** A column and its value as the body of a create or update takes them. */
export async function writeValue(
  tables: Tables,
  table: Table,
  column: Column,
  value: ColumnValue,
): Promise<Json> {
  if (column.kind !== 'lookup') {
    return { [column.logicalName]: value };
  }
  const propertyTowards = (target: string) =>
    table.manyToOne.find(
      (candidate) => candidate.column === column.logicalName && candidate.target === target,
    )?.navigationProperty ?? column.logicalName;
  if (!isLookup(value)) {
    return { [propertyTowards(column.targets[0] ?? '')]: null };
  }
  const { entitySetName } = await tables.tableOf(value.table);
  return { [`${propertyTowards(value.table)}@odata.bind`]: `/${entitySetName}(${value.id})` };
}

/** Whether two values of a column are the same. */
export function sameValue(left: ColumnValue, right: ColumnValue): boolean {
  return isLookup(left) && isLookup(right)
    ? left.id === right.id && left.table === right.table
    : left === right;
}
