import * as odata from 'odata-v4-parser';
import type { ExpandItem, FilterExpression, OrderItem } from './expression';
import { parsedFilter, propertyPath } from './parseFilter';
import { normalizedSyntax } from './normalizedSyntax';
import { badSyntax } from './syntaxError';
import { innerToken, listedTokens, optionalPart, part, parts, plainPart } from './syntaxToken';
import type { SyntaxToken } from './syntaxToken';

/** Reads `$select`. @throws DataverseError 400 */
export function parseSelect(text: string): readonly string[] {
  return selectedNames(optionToken('$select', text));
}

/** Reads `$orderby`. @throws DataverseError 400 */
export function parseOrderBy(text: string): readonly OrderItem[] {
  return orderItems(optionToken('$orderby', text));
}

/** Reads `$expand`, with the options inside its parentheses. @throws DataverseError 400 */
export function parseExpand(text: string): readonly ExpandItem[] {
  return parts(optionToken('$expand', text), 'items').map(expandItem);
}

/** Reads `$filter`. @throws DataverseError 400 */
export function parseFilter(text: string): FilterExpression {
  return parsedFilter(read(text, () => odata.filter(normalizedSyntax(text))));
}

/** Reads `$top`. @throws DataverseError 400 when it is not a number of rows */
export function parseTop(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw badSyntax(text);
  }
  return Number(text);
}

function optionToken(option: string, text: string): SyntaxToken {
  const query = read(text, () => odata.query(`${option}=${normalizedSyntax(text)}`));
  const found = parts(query, 'options');
  if (found.length !== 1 || !found[0]) {
    throw badSyntax(text);
  }
  return found[0];
}

/** Runs the library, whose errors say no more than a position. */
function read(text: string, parse: () => SyntaxToken): SyntaxToken {
  try {
    return parse();
  } catch {
    throw badSyntax(text);
  }
}

function selectedNames(token: SyntaxToken): readonly string[] {
  return parts(token, 'items').map((item) => item.raw);
}

function orderItems(token: SyntaxToken): readonly OrderItem[] {
  return parts(token, 'items').map((item) => ({
    property: propertyPath(innerToken(part(item, 'expr'))),
    descending: plainPart(item, 'direction') === -1,
  }));
}

function expandItem(token: SyntaxToken): ExpandItem {
  const path = listedTokens(part(token, 'path'));
  const [navigation] = path;
  if (path.length !== 1 || !navigation || optionalPart(token, 'ref') !== null) {
    throw badSyntax(token.raw);
  }
  const options = parts(token, 'options');
  const option = (type: string): SyntaxToken | undefined =>
    options.find((candidate) => candidate.type === type);
  const unknown = options.find(
    ({ type }) => !['Select', 'Filter', 'OrderBy', 'Top', 'Expand'].includes(type),
  );
  if (unknown) {
    throw badSyntax(unknown.raw);
  }
  const [select, filter, orderBy, top, expand] = ['Select', 'Filter', 'OrderBy', 'Top', 'Expand'].map(option);
  return {
    navigation: navigation.raw,
    select: select ? selectedNames(select) : null,
    filter: filter ? parsedFilter(innerToken(filter)) : null,
    orderBy: orderBy ? orderItems(orderBy) : [],
    top: top ? parseTop(innerToken(top).raw) : null,
    expand: expand ? parts(expand, 'items').map(expandItem) : [],
  };
}
