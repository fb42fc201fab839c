import { keys as parseKeys } from 'odata-v4-parser';
import { decoded, forParser, literalOf, type Literal } from './literal';
import { ODataError, resourceNotFound } from './odataError';

/** Values of a key predicate: `('1896-S')` has one without a name, `(Document_Type='Order',…)` has named ones. */
export type KeyPredicate = readonly { readonly name: string | null; readonly literal: Literal }[];

/** A segment of the resource path, such as `Company('CRONUS International Ltd.')`. */
export interface PathSegment {
  readonly name: string;
  readonly key: KeyPredicate | null;
}

interface KeyToken {
  readonly raw: string;
  readonly value: unknown;
  readonly type: string;
}

interface NamedKeyToken {
  readonly value: { readonly key: { readonly value: { readonly name: string } }; readonly value: KeyToken };
}

function keyPredicate(text: string): KeyPredicate {
  let token: { readonly type: string; readonly value: unknown };
  try {
    token = parseKeys(forParser(text));
  } catch {
    throw new ODataError(404, 'BadRequest_NotFound', 'Bad Request - Error in query syntax.');
  }
  if (token.type === 'SimpleKey') {
    const { value } = token.value as { readonly value: KeyToken };
    return [{ name: null, literal: literalOf(String(value.value), value.raw) }];
  }
  return (token.value as readonly NamedKeyToken[]).map(({ value }) => ({
    name: value.key.value.name,
    literal: literalOf(String(value.value.value), value.value.raw),
  }));
}

function segmentOf(encoded: string): PathSegment {
  const text = decoded(encoded);
  const parts = /^([^()]+?)(\(.*\))?$/s.exec(text);
  if (parts === null) {
    throw resourceNotFound(text);
  }
  const [, name = '', key] = parts;
  return { name, key: key === undefined ? null : keyPredicate(key) };
}

/**
 * Takes a resource path apart.
 * @param path what follows `/ODataV4/`, still percent-encoded; a slash inside a key has to be encoded
 * @throws ODataError 400 or 404 where it is not well-formed
 */
export function pathSegments(path: string): readonly PathSegment[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(segmentOf);
}
