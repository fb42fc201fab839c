import type { PrivilegeDepth } from './privileges';

/** A security role. */
export interface Role {
  /** GUID in lower case without braces. */
  readonly id: string;
  readonly name: string;
  /** By privilege name. */
  readonly privileges: ReadonlyMap<string, PrivilegeDepth>;
  /**
   * `everything`: System Administrator holds every privilege that exists, also of tables imported later.
   * `customTables`: System Customizer gets the privileges of every custom table.
   */
  readonly grows?: 'everything' | 'customTables';
}

/** What a column security profile allows on one secured column. */
export interface ColumnPermission {
  readonly table: string;
  readonly column: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly update: boolean;
}

export interface ColumnSecurityProfile {
  /** GUID in lower case without braces. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly ColumnPermission[];
}
