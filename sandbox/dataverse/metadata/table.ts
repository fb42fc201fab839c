import type { Column, Labels } from './column';

export const privilegeVerbs = [
  'Create',
  'Read',
  'Write',
  'Delete',
  'Append',
  'AppendTo',
  'Assign',
  'Share',
] as const;

/** What a privilege lets a user do; `prv<Verb><stem>`. */
export type PrivilegeVerb = (typeof privilegeVerbs)[number];

/**
 * Where the privileges of a table come from: its own, under a stem that is not always the schema name (salesorder has
 * prvReadOrder); or another table's, as for quote lines (`parentColumn` points at the row that decides) and for units
 * of measure (no parent row: the other table's privilege alone decides).
 */
export type TablePrivileges =
  | { readonly kind: 'own'; readonly stem: string }
  | { readonly kind: 'through'; readonly table: string; readonly parentColumn: string | null };

/** Who can own a row (`OwnershipType`). */
export type Ownership = 'UserOwned' | 'OrganizationOwned' | 'BusinessOwned' | 'None';

export interface Table {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly entitySet: string;
  readonly objectTypeCode: number;
  readonly labels: Labels;
  readonly collectionLabels: Labels;
  readonly ownership: Ownership;
  readonly privileges: TablePrivileges;
  readonly primaryId: string;
  /** Column that names a row; empty for a table that has none. */
  readonly primaryName: string;
  readonly custom: boolean;
  /** By logical name, in the order in which the Web API gives them. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** The verbs for which a table with privileges of its own has one: rows of the organization are neither assigned nor shared. */
export function verbsOf(table: Table): readonly PrivilegeVerb[] {
  if (table.privileges.kind === 'through') {
    return [];
  }
  return table.ownership === 'UserOwned'
    ? privilegeVerbs
    : privilegeVerbs.filter((verb) => verb !== 'Assign' && verb !== 'Share');
}
