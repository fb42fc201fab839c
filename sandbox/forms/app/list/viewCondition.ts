import { wireName, type Column, type Table } from '../dataverse/table';
import { textLiteral } from '../dataverse/textLiteral';

/** Operators of FetchXML that compare with a value; OData has them under the same names. */
const comparisons = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);

/** Operators that need no value, in OData's words. */
function fixedComparison(operator: string, userId: string): string | undefined {
  const fixed: Readonly<Record<string, string>> = {
    null: 'eq null',
    'not-null': 'ne null',
    'eq-userid': `eq ${userId}`,
    'ne-userid': `ne ${userId}`,
  };
  return fixed[operator];
}

function literalOf(column: Column, value: string): string {
  switch (column.kind) {
    case 'text':
    case 'memo':
      return textLiteral(value);
    case 'twoOptions':
      return value === '1' || value === 'true' ? 'true' : 'false';
    default:
      return value;
  }
}

/**
 * A condition of a view, written for the Web API's `$filter`.
 * @param condition FetchXML's `<condition attribute operator value>` on a column of the view's own table
 * @param userId whom the condition means by the current user
 * @throws Error for an operator that only FetchXML has
 */
export function conditionInOData(table: Table, condition: Element, userId: string): string {
  const operator = condition.getAttribute('operator') ?? '';
  const column = table.columns.get(condition.getAttribute('attribute') ?? '');
  const fixed = fixedComparison(operator, userId);
  if (column === undefined || (fixed === undefined && !comparisons.has(operator))) {
    throw new Error(`The view cannot be shown: ${condition.outerHTML} is beyond this sandbox.`);
  }
  const comparison = fixed ?? `${operator} ${literalOf(column, condition.getAttribute('value') ?? '')}`;
  return `${wireName(column)} ${comparison}`;
}
