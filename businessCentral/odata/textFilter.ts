import { clausesPerFilter, type Filter } from './filter';
import { text } from './literals';

/**
 * The field contains, or starts with, one of some texts. Business Central tells upper from lower case here, and refuses
 * to lower the field's value within a function unless the request has schema version 2.1 (Microsoft Learn,
 * "use-filter-expressions"), so whoever disregards case asks for several spellings.
 * @param values one to {@link clausesPerFilter}
 */
export function oneMatches(
  condition: 'contains' | 'startswith',
  field: string,
  values: readonly string[],
): Filter {
  if (values.length === 0 || values.length > clausesPerFilter) {
    throw new RangeError(`A filter takes 1 to ${clausesPerFilter} values`);
  }
  const chain = values.map((value) => `${condition}(${field},${text(value)})`).join(' or ');
  return (values.length === 1 ? chain : `(${chain})`) as Filter;
}
