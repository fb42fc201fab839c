import { badSyntax } from './syntaxError';

/**
 * A token of odata-v4-parser, which declares every value as `any`: read here as unknown, and narrowed where it is
 * used.
 */
export interface SyntaxToken {
  readonly type: string;
  readonly raw: string;
  readonly value: unknown;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isToken(value: unknown): value is SyntaxToken {
  return isRecord(value) && typeof value.type === 'string' && typeof value.raw === 'string';
}

/** The one token inside a token. @throws DataverseError 400 */
export function innerToken(token: SyntaxToken): SyntaxToken {
  if (!isToken(token.value)) {
    throw badSyntax(token.raw);
  }
  return token.value;
}

/** A named part of a token's value. @throws DataverseError 400 when it is not there */
export function part(token: SyntaxToken, name: string): SyntaxToken {
  const found = optionalPart(token, name);
  if (!found) {
    throw badSyntax(token.raw);
  }
  return found;
}

/** A named part of a token's value, if it is there. */
export function optionalPart(token: SyntaxToken, name: string): SyntaxToken | null {
  const value = isRecord(token.value) ? token.value[name] : undefined;
  return isToken(value) ? value : null;
}

/** A named list of tokens in a token's value; empty when it is not there. */
export function parts(token: SyntaxToken, name: string): readonly SyntaxToken[] {
  const value = isRecord(token.value) ? token.value[name] : undefined;
  return Array.isArray(value) ? value.filter(isToken) : [];
}

/** A named plain value, such as the name of a method. */
export function plainPart(token: SyntaxToken, name: string): unknown {
  return isRecord(token.value) ? token.value[name] : undefined;
}

/** The tokens of a token whose value is a list. */
export function listedTokens(token: SyntaxToken): readonly SyntaxToken[] {
  return Array.isArray(token.value) ? token.value.filter(isToken) : [];
}
