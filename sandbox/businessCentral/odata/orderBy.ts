import type { FlowFilters } from '../company/flowFields';
import type { PublishedService } from '../services/publishedServices';
import type { ServiceRow } from '../services/service';
import { badRequest, unknownProperty } from './odataError';

interface SortTerm {
  readonly field: string;
  readonly descending: boolean;
}

function termOf(text: string, published: PublishedService): SortTerm {
  const [field = '', direction = 'asc', ...rest] = text.trim().split(/\s+/);
  if (rest.length > 0 || (direction !== 'asc' && direction !== 'desc')) {
    throw badRequest(`Syntax error at position ${text.length} in '${text}'.`);
  }
  const definition = published.service.fields.find((candidate) => candidate.name === field);
  if (definition === undefined) {
    throw unknownProperty(field, published.publishedName);
  }
  if (definition.kind === 'variable') {
    throw badRequest(`The property '${field}' cannot be used in the $orderby query option.`);
  }
  return { field, descending: direction === 'desc' };
}

/**
 * Sorts rows; rows that are equal keep the order of the primary key.
 * @param orderBy value of $orderby; null leaves the order of the primary key
 * @throws ODataError 400 for an unknown field, a page variable or an unknown direction
 */
export function sortedRows(
  rows: readonly ServiceRow[],
  orderBy: string | null,
  published: PublishedService,
  flowFilters: FlowFilters,
): readonly ServiceRow[] {
  if (orderBy === null) {
    return rows;
  }
  const terms = orderBy.split(',').map((text) => termOf(text, published));
  return [...rows].sort((left, right) => {
    for (const { field, descending } of terms) {
      const a = left.read(field, flowFilters);
      const b = right.read(field, flowFilters);
      if (a !== b) {
        return a < b === descending ? 1 : -1;
      }
    }
    return 0;
  });
}
