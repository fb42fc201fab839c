import { badRequest } from '../../dataverseError';
import { momentOf } from '../../service/newRow';
import { textFunctions } from './expression';
import type {
  ComparisonOperator,
  EdmType,
  FilterExpression,
  Literal,
  Operand,
  PropertyPath,
  TextFunction,
} from './expression';
import { badSyntax } from './syntaxError';
import { innerToken, optionalPart, part, parts, plainPart } from './syntaxToken';
import type { SyntaxToken } from './syntaxToken';

const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  EqualsExpression: 'eq',
  NotEqualsExpression: 'ne',
  GreaterThanExpression: 'gt',
  GreaterOrEqualsExpression: 'ge',
  LesserThanExpression: 'lt',
  LesserOrEqualsExpression: 'le',
};

/** The filter behind a token of odata-v4-parser. @throws DataverseError 400 for what Dataverse does not offer either */
export function parsedFilter(token: SyntaxToken, variable: string | null = null): FilterExpression {
  const operator = comparisons[token.type];
  if (operator) {
    const [left, right] = [operand(part(token, 'left'), variable), operand(part(token, 'right'), variable)];
    return { kind: 'comparison', operator, left, right };
  }
  switch (token.type) {
    case 'AndExpression':
    case 'OrExpression':
      return {
        kind: token.type === 'AndExpression' ? 'and' : 'or',
        left: parsedFilter(part(token, 'left'), variable),
        right: parsedFilter(part(token, 'right'), variable),
      };
    case 'NotExpression':
      return { kind: 'not', operand: parsedFilter(innerToken(token), variable) };
    case 'BoolParenExpression':
    case 'CommonExpression':
    case 'LambdaPredicateExpression':
      return parsedFilter(innerToken(token), variable);
    case 'MethodCallExpression':
      return textFunction(token, variable);
    case 'FirstMemberExpression':
      return lambda(token) ?? isTrue(token, variable);
    default:
      throw badSyntax(token.raw);
  }
}

/** A property alone stands for `eq true`. */
function isTrue(token: SyntaxToken, variable: string | null): FilterExpression {
  const yes: Literal = { kind: 'literal', type: 'Edm.Boolean', value: true };
  return { kind: 'comparison', operator: 'eq', left: propertyPath(token, variable), right: yes };
}

function textFunction(token: SyntaxToken, variable: string | null): FilterExpression {
  const method = plainPart(token, 'method');
  const name = textFunctions.find((candidate): candidate is TextFunction => candidate === method);
  if (!name) {
    // Dataverse answers OData's other functions with a refusal (Microsoft Learn, "Filter rows": three functions).
    throw badRequest(`Function '${String(method)}' is not supported.`);
  }
  const [subject, text] = parts(token, 'parameters');
  const value = text ? operand(text, variable) : null;
  if (!subject || value?.kind !== 'literal' || typeof value.value !== 'string') {
    throw badSyntax(token.raw);
  }
  return { kind: 'text', name, property: propertyPath(subject, variable), text: value.value };
}

/** `collection/any(o:…)`, if that is what the token holds. */
function lambda(token: SyntaxToken): FilterExpression | null {
  const member = innermostPath(token);
  const collection = member ? optionalPart(member, 'current') : null;
  const next = member ? optionalPart(member, 'next') : null;
  if (!collection || next?.type !== 'CollectionPathExpression') {
    return null;
  }
  const call = innerToken(next);
  const kind = call.type === 'AnyExpression' ? 'any' : call.type === 'AllExpression' ? 'all' : null;
  if (!kind) {
    throw badSyntax(token.raw);
  }
  const predicate = optionalPart(call, 'predicate');
  const variable = optionalPart(call, 'variable');
  return {
    kind,
    collection: collection.raw,
    predicate: predicate && variable ? parsedFilter(predicate, variable.raw) : null,
  };
}

/** The PropertyPathExpression inside a member expression. */
function innermostPath(token: SyntaxToken): SyntaxToken | null {
  let current = token;
  while (current.type === 'FirstMemberExpression' || current.type === 'MemberExpression') {
    if (Array.isArray(current.value)) {
      return null;
    }
    current = innerToken(current);
  }
  return current.type === 'PropertyPathExpression' ? current : null;
}

/** A property, or one of a row further up; inside a lambda the names begin with its variable. */
export function propertyPath(token: SyntaxToken, variable: string | null = null): PropertyPath {
  const names = token.raw.split('/');
  if (!names.every((name) => /^\w+$/.test(name))) {
    throw badSyntax(token.raw);
  }
  if (variable === null) {
    return { kind: 'property', path: names };
  }
  if (names[0] !== variable || names.length < 2) {
    throw badSyntax(token.raw);
  }
  return { kind: 'property', path: names.slice(1) };
}

function operand(token: SyntaxToken, variable: string | null): Operand {
  switch (token.type) {
    case 'Literal':
      return literal(token.raw);
    case 'ParenExpression':
      return operand(innerToken(token), variable);
    case 'FirstMemberExpression':
      return propertyPath(token, variable);
    default:
      throw badSyntax(token.raw);
  }
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function literal(raw: string): Literal {
  const of = (type: EdmType, value: Literal['value']): Literal => ({ kind: 'literal', type, value });
  if (raw.startsWith("'")) {
    return of('Edm.String', decodeURIComponent(raw.slice(1, -1).replaceAll("''", "'")));
  }
  if (raw === 'null') {
    return of('Edm.Null', null);
  }
  if (raw === 'true' || raw === 'false') {
    return of('Edm.Boolean', raw === 'true');
  }
  if (guid.test(raw)) {
    return of('Edm.Guid', raw.toLowerCase());
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) {
    return of('Edm.Date', raw);
  }
  if (/^\d{4}-\d{2}-\d{2}T/.test(raw)) {
    return of('Edm.DateTimeOffset', momentInUtc(raw));
  }
  if (/^[+-]?\d+$/.test(raw)) {
    return of('Edm.Int32', Number(raw));
  }
  if (/^[+-]?\d+\.\d+$/.test(raw)) {
    return of('Edm.Decimal', Number(raw));
  }
  throw badSyntax(raw);
}

/** A moment as rows keep it, so that two can be compared as text. */
function momentInUtc(raw: string): string {
  const date = new Date(raw);
  if (Number.isNaN(date.getTime())) {
    throw badSyntax(raw);
  }
  return momentOf(date);
}
