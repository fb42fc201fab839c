import { all, compare, type Filter } from '../odata/filter';
import { text } from '../odata/literals';

/** The item or resource whose units a unit group has; an item and a resource may have the same number. */
export interface UnitGroupSource {
  readonly type: 'Item' | 'Resource';
  readonly no: string;
}

const types: Readonly<Record<string, UnitGroupSource['type']>> = { ITEM: 'Item', RESOURCE: 'Resource' };

/**
 * What Business Central's code of a unit group is made of (table 5400, GetCode, whose words are not translated).
 * @returns null for anything else
 */
export function sourceOfUnitGroup(code: string): UnitGroupSource | null {
  const [, word = '', no = ''] = /^(ITEM|RESOURCE) (.+) UOM GR$/.exec(code.trim().toUpperCase()) ?? [];
  const type = types[word];
  return type === undefined ? null : { type, no };
}

/** The unit group in the list, whose code cannot be filtered by. */
export function unitGroupFilter({ type, no }: UnitGroupSource): Filter {
  return all(compare('Source_No', 'eq', text(no)), compare('Source_Type', 'eq', text(type)));
}

/** Item Unit Group List and Resource Unit Group List. */
const pages: Readonly<Record<UnitGroupSource['type'], number>> = { Item: 5400, Resource: 5403 };

/** The page of the web client that shows it, and how. */
export function unitGroupPage({ type, no }: UnitGroupSource): {
  readonly page: number;
  readonly field: string;
  readonly value: string;
} {
  return { page: pages[type], field: 'Source No.', value: no };
}
