import { badRequest } from './odataError';
import type { FieldType, FieldValue } from '../services/field';

/** EDM type of a literal as far as types are compared: all numbers are one. */
export type LiteralType = FieldType | 'null';

/** A literal of a filter or a key predicate. */
export interface Literal {
  readonly type: LiteralType;
  readonly value: FieldValue;
}

/**
 * Percent-decodes a part of an address.
 * @throws ODataError 400 where it is not well-formed
 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('The request URI is not valid.');
  }
}

/**
 * Makes decoded text ready for the parser, which follows OData's ABNF and thus expects what stands between
 * apostrophes to be percent-encoded.
 */
export function forParser(text: string): string {
  return text.replace(/'(?:[^']|'')*'/g, (quoted) => `'${encodeURIComponent(quoted.slice(1, -1))}'`);
}

/** A literal from its type and text as the parser gives them. */
export function literalOf(type: string, raw: string): Literal {
  switch (type) {
    case 'Edm.String':
      return { type, value: decoded(raw.slice(1, -1)).replaceAll("''", "'") };
    case 'Edm.Boolean':
      return { type, value: raw === 'true' };
    case 'Edm.Date':
    case 'Edm.DateTimeOffset':
      return { type, value: raw };
    case 'Edm.Guid':
      return { type, value: raw.toLowerCase() };
    case 'null':
      return { type, value: '' };
    case 'Edm.SByte':
    case 'Edm.Byte':
    case 'Edm.Int16':
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal':
    case 'Edm.Double':
    case 'Edm.Single':
      return { type: 'Edm.Decimal', value: Number(raw) };
    default:
      throw badRequest(`Unrecognized '${raw}' literal.`);
  }
}

/** Whether a literal may stand beside a field of a type. */
export function fits(literal: Literal, type: FieldType): boolean {
  return literal.type === (type === 'Edm.Int32' ? 'Edm.Decimal' : type);
}
