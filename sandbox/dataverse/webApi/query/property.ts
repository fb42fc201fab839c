import { badRequest } from '../../dataverseError';
import { isLookup } from '../../metadata/column';
import type { Column, LookupColumn } from '../../metadata/column';
import { singleNavigationsOf } from '../../metadata/metadata';
import type { SingleNavigation } from '../../metadata/metadata';
import type { Table } from '../../metadata/table';
import { isReference, valueOf } from '../../rows/row';
import type { Row } from '../../rows/row';
import type { EdmType } from './expression';
import type { QueryScope } from './queryScope';

/** Property under which a column appears: `_quoteid_value` for a lookup, the logical name for the rest. */
export function propertyName(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

/** The column behind a property. @throws DataverseError 400 as the OData layer words it */
export function columnOfProperty(table: Table, property: string): Column {
  const lookupName = /^_(\w+)_value$/.exec(property)?.[1];
  const column = table.columns.get(lookupName ?? property);
  if (!column || isLookup(column) !== (lookupName !== undefined)) {
    throw unknownProperty(table, property);
  }
  return column;
}

/** What Dataverse says of a property that a table does not have; names are case-sensitive. */
export function unknownProperty(table: Table, property: string) {
  return badRequest(
    `Could not find a property named '${property}' on type 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
  );
}

/** A single-valued navigation property of a table, if it has one of this name. */
export function findSingleNavigation(table: Table, name: string): SingleNavigation | undefined {
  return singleNavigationsOf(table).find((navigation) => navigation.name === name);
}

export function edmType(column: Column): EdmType {
  switch (column.type) {
    case 'String':
    case 'Memo':
      return 'Edm.String';
    case 'Integer':
    case 'BigInt':
    case 'Picklist':
    case 'State':
    case 'Status':
      return 'Edm.Int32';
    case 'Decimal':
    case 'Double':
    case 'Money':
      return 'Edm.Decimal';
    case 'Boolean':
      return 'Edm.Boolean';
    case 'DateTime':
      return column.behavior === 'DateOnly' ? 'Edm.Date' : 'Edm.DateTimeOffset';
    case 'Lookup':
    case 'Customer':
    case 'Owner':
    case 'Uniqueidentifier':
      return 'Edm.Guid';
  }
}

/** Plain value of a property: the id where the column is a lookup. */
export type PlainValue = string | number | boolean | null;

/** How a property is read from a row, after the way to it has been checked against the tables. */
export interface PropertyReader {
  readonly column: Column;
  readonly type: EdmType;
  readonly read: (row: Row) => PlainValue;
}

/**
 * A reader for a property, possibly of a row further up (`productid/productnumber`).
 * @throws DataverseError 400 when a name on the way does not exist
 */
export function propertyReader(scope: QueryScope, table: Table, path: readonly string[]): PropertyReader {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const column = columnOfProperty(table, name);
    return { column, type: edmType(column), read: (row) => plainValue(row, column) };
  }
  const navigation = findSingleNavigation(table, name);
  if (!navigation) {
    throw unknownProperty(table, name);
  }
  const reader = propertyReader(scope, scope.organization.table(navigation.target.table), rest);
  return {
    ...reader,
    read: (row) => {
      const related = relatedRow(scope, row, navigation.column, navigation.target.table);
      return related ? reader.read(related) : null;
    },
  };
}

/** The row that a lookup points at in one of its tables; null when it points nowhere, elsewhere, or may not be read. */
export function relatedRow(
  scope: QueryScope,
  row: Row,
  column: LookupColumn,
  targetTable: string,
): Row | null {
  const reference = valueOf(row, column.logicalName);
  return isReference(reference) && reference.table === targetTable
    ? scope.service.retrieveReferenced(scope.caller, reference)
    : null;
}

function plainValue(row: Row, column: Column): PlainValue {
  const value = valueOf(row, column.logicalName);
  return isReference(value) ? value.id : value;
}
