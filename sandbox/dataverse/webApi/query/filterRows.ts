import { badRequest } from '../../dataverseError';
import type { Table } from '../../metadata/table';
import type { Row } from '../../rows/row';
import { findCollection, relatedRows } from './collection';
import type { ComparisonOperator, EdmType, FilterExpression, Operand } from './expression';
import { propertyReader, unknownProperty } from './property';
import type { PlainValue } from './property';
import type { QueryScope } from './queryScope';
import { folded, likePattern } from './textMatch';

export type RowTest = (row: Row) => boolean;

/**
 * A test for the rows that a `$filter` lets through.
 * @throws DataverseError 400 when it names what the table does not have, or compares what cannot be compared
 */
export function rowTest(scope: QueryScope, table: Table, expression: FilterExpression): RowTest {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const left = rowTest(scope, table, expression.left);
      const right = rowTest(scope, table, expression.right);
      return expression.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
    }
    case 'not': {
      const test = rowTest(scope, table, expression.operand);
      return (row) => !test(row);
    }
    case 'text': {
      const { read, type } = propertyReader(scope, table, expression.property.path);
      requireComparable(type, 'Edm.String', 'eq');
      const pattern = likePattern(expression.text, expression.name);
      return (row) => pattern.test(folded(String(read(row) ?? '')));
    }
    case 'any':
    case 'all':
      return collectionTest(scope, table, expression);
    case 'comparison':
      return comparisonTest(scope, table, expression);
  }
}

function collectionTest(
  scope: QueryScope,
  table: Table,
  expression: Extract<FilterExpression, { kind: 'any' | 'all' }>,
): RowTest {
  const collection = findCollection(scope, table, expression.collection);
  if (!collection) {
    throw unknownProperty(table, expression.collection);
  }
  const test = expression.predicate ? rowTest(scope, collection.table, expression.predicate) : () => true;
  return (row) => {
    const related = relatedRows(scope, table, row, collection);
    return expression.kind === 'any' ? related.some(test) : related.every(test);
  };
}

interface Operation {
  readonly type: EdmType;
  readonly read: (row: Row) => PlainValue;
}

function operation(scope: QueryScope, table: Table, operand: Operand): Operation {
  return operand.kind === 'literal'
    ? { type: operand.type, read: () => operand.value }
    : propertyReader(scope, table, operand.path);
}

function comparisonTest(
  scope: QueryScope,
  table: Table,
  expression: Extract<FilterExpression, { kind: 'comparison' }>,
): RowTest {
  const { operator } = expression;
  const left = operation(scope, table, expression.left);
  const right = operation(scope, table, expression.right);
  requireComparable(left.type, right.type, operator);
  return (row) => holds(operator, comparable(left.read(row)), comparable(right.read(row)));
}

const numbers: readonly EdmType[] = ['Edm.Int32', 'Edm.Decimal'];
const days: readonly EdmType[] = ['Edm.Date', 'Edm.DateTimeOffset'];

const operatorKinds: Readonly<Record<ComparisonOperator, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

function requireComparable(left: EdmType, right: EdmType, operator: ComparisonOperator): void {
  const both = (kind: readonly EdmType[]): boolean => kind.includes(left) && kind.includes(right);
  const fits =
    left === right ||
    left === 'Edm.Null' ||
    right === 'Edm.Null' ||
    both(numbers) ||
    both(days) ||
    // A GUID may stand in quotes (Microsoft Learn, "Filter rows": `_owninguser_value eq '<id>'`).
    both(['Edm.Guid', 'Edm.String']);
  if (!fits) {
    throw badRequest(
      'A binary operator with incompatible types was detected. Found operand types ' +
        `'${left}' and '${right}' for operator kind '${operatorKinds[operator]}'.`,
    );
  }
}

function comparable(value: PlainValue): PlainValue {
  return typeof value === 'string' ? folded(value) : value;
}

function holds(operator: ComparisonOperator, left: PlainValue, right: PlainValue): boolean {
  if (operator === 'eq') {
    return left === right;
  }
  if (operator === 'ne') {
    return left !== right;
  }
  if (left === null || right === null) {
    return false;
  }
  const difference = compareValues(left, right);
  switch (operator) {
    case 'gt':
      return difference > 0;
    case 'ge':
      return difference >= 0;
    case 'lt':
      return difference < 0;
    case 'le':
      return difference <= 0;
  }
}

/** Order of two values: null first, as SQL Server sorts; text as the collation compares it. */
export function compareValues(left: PlainValue, right: PlainValue): number {
  if (left === right) {
    return 0;
  }
  if (left === null || right === null) {
    return left === null ? -1 : 1;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return folded(left) < folded(right) ? -1 : folded(left) > folded(right) ? 1 : 0;
  }
  return Number(left) - Number(right);
}
