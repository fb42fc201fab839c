import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One AL object, as far as it can be read without a compiler. */
export interface AlObject {
  /** In lower case: page, query, codeunit, permissionset … */
  readonly kind: string;
  readonly id: number;
  readonly name: string;
  /** The file, below the folder that was read. */
  readonly file: string;
  readonly text: string;
}

const objectHead = /^(\w+) (\d+) (?:"([^"]+)"|(\w+))/m;

/** Every AL object below a folder; a file holds one. Throws where a file has none. */
export function alObjects(folder: string): readonly AlObject[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.al'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const head = objectHead.exec(text);
      if (head === null) {
        throw new Error(`${file} has no AL object.`);
      }
      const [, kind = '', id = '', quoted, bare = ''] = head;
      return { kind, id: Number(id), name: quoted ?? bare, file, text };
    });
}

/** The code without its documentation comments and other comments. */
export const withoutComments = (text: string): string => text.replace(/^\s*\/\/.*$/gm, '');

const allMatches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');

/**
 * The names of a page's fields or a query's columns by the rule of Business Central's OData services: signs of
 * punctuation go, spaces, slashes and hyphens become underscores, brackets are written by their number (Microsoft Learn, "Return or obtain a service metadata
 * document").
 */
export function propertiesOf(object: AlObject): readonly string[] {
  const names =
    object.kind === 'query'
      ? allMatches(object.text, /\bcolumn\((\w+);/g)
      : allMatches(object.text, /\bfield\((?:"([^"]+)"|(\w+));/g);
  return names.map((name) =>
    name.replace(/[.()]/g, '').replace(/[ /-]/g, '_').replaceAll('[', '_x005B_').replaceAll(']', '_x005D_'),
  );
}

/** The tables that the code of an object names: records, sources, queries and sums. System tables are left out. */
export function tablesOf(object: AlObject): readonly string[] {
  const code = withoutComments(object.text);
  return [
    ...allMatches(code, /: Record (?:"([^"]+)"|(\w+))/g),
    ...allMatches(code, /\bSourceTable = (?:"([^"]+)"|(\w+));/g),
    ...allMatches(code, /\bdataitem\(\w+; (?:"([^"]+)"|(\w+))\)/g),
    ...allMatches(code, /\blookup\((?:"([^"]+)"|(\w+))/g),
    ...allMatches(code, /Database::(?:"([^"]+)"|(\w+))/g),
  ];
}

/** A line of a permission set: what, its name, and the rights. */
export interface Permission {
  readonly what: string;
  readonly name: string;
  readonly rights: string;
}

export const permissionsOf = (permissionSet: AlObject): readonly Permission[] =>
  [...permissionSet.text.matchAll(/^\s+(\w+) (?:"([^"]+)"|(\w+)) = ([RIMDX]+)[,;]$/gm)].map((match) => ({
    what: match[1] ?? '',
    name: match[2] ?? match[3] ?? '',
    rights: match[4] ?? '',
  }));

/** A text that is translated: the id that the AL compiler gives it, and the text in English. */
export interface AlText {
  readonly id: string;
  readonly text: string;
}

/**
 * Number of a name in the ids of translated texts. FNV-1a over the bytes of UTF-16, as a signed number, moved above zero;
 * it gives Caption and ToolTip the numbers that are in every file the compiler writes (2879900210, 1295455071).
 */
export function nameNumber(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name, 'utf16le')) {
    hash = Math.imul(hash ^ byte, 16777619);
  }
  return hash + 2147483647;
}

const kindInIds: Readonly<Record<string, string>> = {
  page: 'Page',
  query: 'Query',
  codeunit: 'Codeunit',
  pageextension: 'PageExtension',
  tableextension: 'TableExtension',
  permissionset: 'PermissionSet',
};

/** The texts of an object that must be translated: captions, tool tips, and labels that are not locked. */
export function textsOf(object: AlObject): readonly AlText[] {
  const owner = `${kindInIds[object.kind] ?? object.kind} ${nameNumber(object.name)}`;
  const texts: AlText[] = [];
  let field: string | null = null;
  for (const line of object.text.split('\n')) {
    const fieldName = /^\s+field\((?:\d+; )?(?:"([^"]+)"|(\w+));/.exec(line);
    if (fieldName !== null) {
      field = fieldName[1] ?? fieldName[2] ?? '';
    }
    const property = /^\s+(Caption|ToolTip) = '((?:[^']|'')*)';/.exec(line);
    if (property !== null) {
      const part =
        field === null
          ? ''
          : ` - ${object.kind === 'tableextension' ? 'Field' : 'Control'} ${nameNumber(field)}`;
      texts.push({
        id: `${owner}${part} - Property ${nameNumber(property[1] ?? '')}`,
        text: property[2] ?? '',
      });
    }
    const label = /^\s+(\w+): Label '((?:[^']|'')*)'(.*)/.exec(line);
    if (label !== null && !(label[3] ?? '').includes('Locked = true')) {
      texts.push({ id: `${owner} - NamedType ${nameNumber(label[1] ?? '')}`, text: label[2] ?? '' });
    }
  }
  return texts.map(({ id, text }) => ({ id, text: text.replaceAll("''", "'") }));
}
