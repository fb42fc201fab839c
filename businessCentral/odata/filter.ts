import type { Literal } from './literals';

/** A filter expression, not yet percent-encoded. */
export type Filter = string & { readonly filter: unique symbol };

/**
 * Business Central refuses a filter of more than 100 expression nodes; 12 clauses stay well below it, with room for
 * a few more conditions (docs/services.md, "Wire rules").
 */
export const clausesPerFilter = 12;

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** @param field a property name of the contract, never a value from outside */
export function compare(field: string, comparison: Comparison, value: Literal): Filter {
  return `${field} ${comparison} ${value}` as Filter;
}

/**
 * The field has one of the values. A chain of `or` on one field, because `in` is refused by, or silently dropped
 * from, a service without schema version 2.1, and `or` over two fields is refused altogether.
 * @param values one to {@link clausesPerFilter}
 */
export function oneOf(field: string, values: readonly Literal[]): Filter {
  if (values.length === 0 || values.length > clausesPerFilter) {
    throw new RangeError(`A filter takes 1 to ${clausesPerFilter} values`);
  }
  const chain = values.map((value) => compare(field, 'eq', value)).join(' or ');
  return (values.length === 1 ? chain : `(${chain})`) as Filter;
}

/** All of the conditions hold. */
export function all(...conditions: readonly Filter[]): Filter {
  return conditions.join(' and ') as Filter;
}

/** Values in groups that fit into one filter each, in their order. */
export function groupsForFilters<T>(values: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (let start = 0; start < values.length; start += clausesPerFilter) {
    groups.push(values.slice(start, start + clausesPerFilter));
  }
  return groups;
}
