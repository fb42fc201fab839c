import { filter as parse } from 'odata-v4-parser';
import { forParser, literalOf, type Literal } from './literal';
import { badRequest, notImplemented } from './odataError';

export interface FieldOperand {
  readonly kind: 'field';
  readonly field: string;
}

export interface LiteralOperand {
  readonly kind: 'literal';
  readonly literal: Literal;
}

export interface CallOperand {
  readonly kind: 'call';
  readonly method: string;
  readonly parameters: readonly Operand[];
}

export type Operand = FieldOperand | LiteralOperand | CallOperand;

export const comparisonOperators = {
  EqualsExpression: 'Equal',
  NotEqualsExpression: 'NotEqual',
  GreaterThanExpression: 'GreaterThan',
  GreaterOrEqualsExpression: 'GreaterThanOrEqual',
  LesserThanExpression: 'LessThan',
  LesserOrEqualsExpression: 'LessThanOrEqual',
} as const;

export type ComparisonOperator = (typeof comparisonOperators)[keyof typeof comparisonOperators];

export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Operand;
  readonly right: Operand;
}

/** A filter: comparisons and text functions, joined by `and` and `or`. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | Comparison
  | CallOperand;

interface Token {
  readonly type: string;
  readonly raw: string;
  readonly value: unknown;
}

function childOf(token: Token): Token {
  return token.value as Token;
}

function sidesOf(token: Token): { readonly left: Token; readonly right: Token } {
  return token.value as { readonly left: Token; readonly right: Token };
}

function isComparison(type: string): type is keyof typeof comparisonOperators {
  return type in comparisonOperators;
}

function fieldOf(token: Token): FieldOperand {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(token.raw)) {
    throw badRequest(`The path '${token.raw}' is not a property of the entity.`);
  }
  return { kind: 'field', field: token.raw };
}

function callOf(token: Token): CallOperand {
  const { method, parameters } = token.value as {
    readonly method: string;
    readonly parameters?: readonly Token[];
  };
  return { kind: 'call', method, parameters: (parameters ?? []).map(operandOf) };
}

function operandOf(token: Token): Operand {
  switch (token.type) {
    case 'CommonExpression':
    case 'ParenExpression':
      return operandOf(childOf(token));
    case 'FirstMemberExpression':
      return fieldOf(token);
    case 'MethodCallExpression':
      return callOf(token);
    case 'Literal':
      return { kind: 'literal', literal: literalOf(String(token.value), token.raw) };
    default:
      throw notImplemented(`The expression '${token.raw}' is not supported in an OData filter.`);
  }
}

function conditionOf(token: Token): Condition {
  if (isComparison(token.type)) {
    const { left, right } = sidesOf(token);
    return {
      kind: 'comparison',
      operator: comparisonOperators[token.type],
      left: operandOf(left),
      right: operandOf(right),
    };
  }
  switch (token.type) {
    case 'AndExpression':
    case 'OrExpression': {
      const { left, right } = sidesOf(token);
      return {
        kind: token.type === 'AndExpression' ? 'and' : 'or',
        left: conditionOf(left),
        right: conditionOf(right),
      };
    }
    case 'BoolParenExpression':
    case 'CommonExpression':
      return conditionOf(childOf(token));
    case 'MethodCallExpression':
      return callOf(token);
    case 'FirstMemberExpression':
      throw badRequest(`The expression '${token.raw}' is not a comparison.`);
    default:
      throw notImplemented(`The expression '${token.raw}' is not supported in an OData filter.`);
  }
}

function positionIn(error: unknown): string {
  return error instanceof Error ? (/\d+$/.exec(error.message)?.[0] ?? '0') : '0';
}

/**
 * Filters that were parsed before. The library's parser takes a millisecond and more for a chain of twelve, which
 * would be felt as service time that Business Central does not take.
 */
const parsedFilters = new Map<string, Condition>();

const mostParsedFilters = 5000;

/**
 * Parses a filter. The parser does not know `in`, which Business Central refuses as well; `not` is not among the
 * operators that Business Central documents, and is refused here (the parser would bind it too loosely).
 * @param text decoded value of $filter
 * @throws ODataError 400 for a syntax error, 501 for what Business Central does not support
 */
export function parseFilter(text: string): Condition {
  const known = parsedFilters.get(text);
  if (known !== undefined) {
    return known;
  }
  const condition = conditionOf(syntaxOf(text));
  if (parsedFilters.size >= mostParsedFilters) {
    parsedFilters.clear();
  }
  parsedFilters.set(text, condition);
  return condition;
}

function syntaxOf(text: string): Token {
  try {
    return parse(forParser(text.trim()));
  } catch (error) {
    throw badRequest(`Syntax error at position ${positionIn(error)} in '${text}'.`);
  }
}
