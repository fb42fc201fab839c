import { fieldsOfMappings, type FilterField, type FilterValue, type KnownField } from './filterFields';

/** A condition of a mapping's filter; what cannot be read stands as Business Central wrote it. */
export type FilterCondition =
  | {
      readonly field: FilterField;
      readonly relation: 'is' | 'isNot';
      /** One of them, at least one. */
      readonly values: readonly FilterValue[];
    }
  | { readonly raw: string };

const zeroGuid = '{00000000-0000-0000-0000-000000000000}';
const anyGuid = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;

/**
 * Reads a table view such as `VERSION(1) SORTING(Field1) WHERE(Field39=1(0))`, in which fields stand by their numbers, the
 * same in every language.
 * @param side whose filter it is: of the records of Business Central, or of the rows of Sales
 * @returns empty where nothing is filtered; the whole text as one raw condition where it is no such view
 */
export function filterConditions(
  mapping: string,
  side: 'record' | 'row',
  filter: string,
): readonly FilterCondition[] {
  if (filter.trim() === '') {
    return [];
  }
  const view = /^VERSION\(\d+\)\s+SORTING\([^)]*\)(?:\s+ORDER\([^)]*\))?(?:\s+WHERE\((.*)\))?$/.exec(
    filter.trim(),
  );
  if (view === null) {
    return [{ raw: filter }];
  }
  const fields = fieldsOfMappings[mapping]?.[side] ?? {};
  return partsOf(view[1] ?? '').map((part) => conditionOf(part, fields));
}

/** Parts between commas that stand in no parentheses and no quotes. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let part = '';
  for (const sign of text) {
    isQuoted = sign === "'" ? !isQuoted : isQuoted;
    depth += isQuoted ? 0 : sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0 && !isQuoted) {
      parts.push(part);
      part = '';
    } else {
      part += sign;
    }
  }
  return [...parts, part].filter((each) => each !== '');
}

function conditionOf(part: string, fields: Readonly<Record<number, KnownField>>): FilterCondition {
  const [, number = '', text = ''] = /^Field(\d+)=\d\((.*)\)$/.exec(part) ?? [];
  const known = fields[Number(number)];
  const isNot = text.startsWith('<>');
  const values = (isNot ? text.slice(2) : text).split('|').map((value) => valueOf(value, known));
  const read = values.filter((value) => value !== null);
  // "Neither … nor …" and ranges are in no default filter.
  return known === undefined || read.length < values.length || (isNot && read.length > 1)
    ? { raw: part }
    : { field: known.field, relation: isNot ? 'isNot' : 'is', values: read };
}

function valueOf(value: string, known: KnownField | undefined): FilterValue | null {
  if (value === "''" || value === zeroGuid) {
    return 'empty';
  }
  // The only company that Business Central filters by is its own.
  return known?.field === 'company' && anyGuid.test(value) ? 'ownCompany' : (known?.values[value] ?? null);
}
