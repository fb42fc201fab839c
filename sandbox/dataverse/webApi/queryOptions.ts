import { badRequest, DataverseError, errorCodes } from '../dataverseError';
import type { ExpandItem, FilterExpression, OrderItem } from './query/expression';
import { parseExpand, parseFilter, parseOrderBy, parseSelect, parseTop } from './query/parseQuery';
import { badSyntax } from './query/syntaxError';

/** The query options of a request, read but not yet held against a table. */
export interface QueryOptions {
  /** Null: every column. */
  readonly select: readonly string[] | null;
  readonly filter: FilterExpression | null;
  readonly orderBy: readonly OrderItem[];
  readonly expand: readonly ExpandItem[];
  readonly top: number | null;
  readonly count: boolean;
  /** Percent-decoded cookie of the page that is wanted; null: the first page. */
  readonly skipToken: string | null;
}

/** Options of the Web API that this small Dataverse does not offer. */
const notOffered = ['$apply', '$search', 'fetchXml', 'savedQuery', 'userQuery'];

/**
 * Reads the query string of a request.
 * @param query as it came, percent-encoded, without the question mark
 * @throws DataverseError 400 as Dataverse words it; 501 for what the sandbox leaves out
 */
export function queryOptionsOf(query: string): QueryOptions {
  const options = new Map(query.split('&').filter(Boolean).map(nameAndValue));
  for (const name of options.keys()) {
    requireKnown(name);
  }
  const read = <Read>(name: string, parse: (text: string) => Read): Read | null => {
    const text = options.get(name)?.trim();
    return text === undefined ? null : parse(text);
  };
  return {
    select: read('$select', (text) => (text === '*' || text === '' ? null : parseSelect(text))),
    filter: read('$filter', parseFilter),
    orderBy: read('$orderby', parseOrderBy) ?? [],
    expand: read('$expand', parseExpand) ?? [],
    top: read('$top', parseTop),
    count: read('$count', (text) => text === 'true') ?? false,
    skipToken: options.get('$skiptoken') ?? null,
  };
}

const known = ['$select', '$filter', '$orderby', '$expand', '$top', '$count', '$skiptoken'];

function requireKnown(name: string): void {
  if (name === '$skip') {
    throw badRequest('Skip Clause is not supported in CRM');
  }
  if (notOffered.includes(name)) {
    throw new DataverseError(501, errorCodes.badRequest, `This sandbox does not offer ${name}.`);
  }
  if (!known.includes(name)) {
    throw badRequest(`The query parameter ${name} is not supported`);
  }
}

function nameAndValue(option: string): readonly [string, string] {
  const [name = '', ...value] = option.split('=');
  try {
    const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
    return [decode(name), decode(value.join('='))];
  } catch {
    throw badSyntax(option);
  }
}
