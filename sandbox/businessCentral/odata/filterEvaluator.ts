import { noFlowFilters, type FlowFilter, type FlowFilters } from '../company/flowFields';
import type { FieldValue } from '../services/field';
import type { Service, ServiceRow } from '../services/service';
import { filterExpression } from './filterExpression';
import { fieldsOf } from './filterRules';
import type { ComparisonOperator, Condition, Operand } from './filterSyntax';
import { notImplemented } from './odataError';

/** A checked filter, ready for use: which rows there are, and what their FlowFields sum up. */
export interface RowFilter {
  readonly flowFilters: FlowFilters;
  holds(row: ServiceRow): boolean;
}

/** No filter. */
export const everyRow: RowFilter = { flowFilters: noFlowFilters, holds: () => true };

function compare(operator: ComparisonOperator, left: FieldValue, right: FieldValue): boolean {
  switch (operator) {
    case 'Equal':
      return left === right;
    case 'NotEqual':
      return left !== right;
    case 'GreaterThan':
      return left > right;
    case 'GreaterThanOrEqual':
      return left >= right;
    case 'LessThan':
      return left < right;
    case 'LessThanOrEqual':
      return left <= right;
  }
}

type Reading = (row: ServiceRow) => FieldValue;

/** `tolower` and `toupper` are approximated by a comparison that disregards case, as Business Central does. */
function disregardsCase(operand: Operand): boolean {
  return (
    operand.kind === 'call' &&
    (operand.method === 'tolower' || operand.method === 'toupper' || operand.parameters.some(disregardsCase))
  );
}

function readingOf(operand: Operand, flowFilters: FlowFilters): Reading {
  switch (operand.kind) {
    case 'field':
      return (row) => row.read(operand.field, flowFilters);
    case 'literal':
      return () => operand.literal.value;
    case 'call': {
      const [subject, from, length] = operand.parameters.map((parameter) =>
        readingOf(parameter, flowFilters),
      );
      const text = (row: ServiceRow): string => (subject === undefined ? '' : String(subject(row)));
      if (operand.method !== 'substring' || from === undefined) {
        return text;
      }
      return (row) => {
        const start = Number(from(row));
        return text(row).slice(start, length === undefined ? undefined : start + Number(length(row)));
      };
    }
  }
}

function folded(reading: Reading, fold: boolean): Reading {
  return fold ? (row) => String(reading(row)).toLowerCase() : reading;
}

function predicateOf(condition: Condition, flowFilters: FlowFilters): (row: ServiceRow) => boolean {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const left = predicateOf(condition.left, flowFilters);
      const right = predicateOf(condition.right, flowFilters);
      return condition.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
    }
    case 'comparison': {
      const fold = disregardsCase(condition.left);
      const left = folded(readingOf(condition.left, flowFilters), fold);
      const right = folded(readingOf(condition.right, flowFilters), fold);
      return (row) => compare(condition.operator, left(row), right(row));
    }
    case 'call': {
      const fold = disregardsCase(condition);
      const [subject, part] = condition.parameters.map((parameter) =>
        folded(readingOf(parameter, flowFilters), fold),
      );
      if (subject === undefined || part === undefined) {
        return () => false;
      }
      // Spelled out, for a search goes over a hundred thousand rows.
      switch (condition.method as 'contains' | 'startswith' | 'endswith') {
        case 'contains':
          return (row) => String(subject(row)).includes(String(part(row)));
        case 'startswith':
          return (row) => String(subject(row)).startsWith(String(part(row)));
        case 'endswith':
          return (row) => String(subject(row)).endsWith(String(part(row)));
      }
    }
  }
}

function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'and'
    ? [...conjunctsOf(condition.left), ...conjunctsOf(condition.right)]
    : [condition];
}

/** What a condition on a FlowFilter lets through. */
function flowFilterOf(condition: Condition, ofDates: boolean): FlowFilter {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const left = flowFilterOf(condition.left, ofDates);
      const right = flowFilterOf(condition.right, ofDates);
      return condition.kind === 'and'
        ? (value) => left(value) && right(value)
        : (value) => left(value) || right(value);
    }
    case 'comparison': {
      if (condition.left.kind !== 'field' || condition.right.kind !== 'literal') {
        break;
      }
      const text = String(condition.right.literal.value);
      if (condition.operator === 'Equal') {
        return filterExpression(text, ofDates);
      }
      return (value) => compare(condition.operator, value, text);
    }
    case 'call':
      break;
  }
  throw notImplemented('A FlowFilter takes comparisons only.');
}

/**
 * Makes a checked condition usable. FlowFilters are taken out of it: they change the sums of FlowFields and leave
 * the row set as it is (Microsoft Learn "use-flowfilters-in-odata-uris").
 * @throws ODataError 501 for a FlowFilter inside a function
 */
export function rowFilter(condition: Condition, service: Service): RowFilter {
  const flowFilterNames = new Set(
    service.fields.filter((field) => field.kind === 'flowFilter').map((field) => field.name),
  );
  const flowFilters: Record<string, FlowFilter> = {};
  const rowConditions: Condition[] = [];
  for (const conjunct of conjunctsOf(condition)) {
    const name = fieldsOf(conjunct).find((field) => flowFilterNames.has(field));
    if (name === undefined) {
      rowConditions.push(conjunct);
    } else {
      const earlier = flowFilters[name];
      const filter = flowFilterOf(conjunct, name === 'Date_Filter');
      flowFilters[name] = earlier === undefined ? filter : (value) => earlier(value) && filter(value);
    }
  }
  const predicates = rowConditions.map((rowCondition) => predicateOf(rowCondition, flowFilters));
  return { flowFilters, holds: (row) => predicates.every((predicate) => predicate(row)) };
}
