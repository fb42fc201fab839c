/** Verbs in the order in which a longer one is tried before its beginning (`AppendTo` before `Append`). */
const verbs = ['Create', 'Read', 'Write', 'Delete', 'AppendTo', 'Append', 'Assign', 'Share'] as const;

export type PrivilegeVerb = (typeof verbs)[number];

/**
 * Stems of privileges of standard tables that are known to exist (Microsoft Learn, "entity privileges" of the
 * developer's guide; confirmed in exported roles). The table's name is not always the stem: sales orders have
 * `prvReadOrder`, and lines, units and price lists have none, they are checked through their parent
 * (quote, order, product).
 */
const standardStems = new Set([
  'Account',
  'AppModule',
  'Contact',
  'Entity',
  'Lead',
  'Opportunity',
  'Order',
  'Product',
  'Quote',
  'Role',
  'SystemForm',
  'Team',
  'TransactionCurrency',
  'User',
  'UserSettings',
  'WebResource',
]);

/** A table of the solution, as far as privileges depend on it. */
export interface PrivilegedTable {
  /** Privileges are named by the schema name, in its casing. */
  readonly schemaName: string;
  readonly organizationOwned: boolean;
}

/**
 * Why a privilege cannot be granted; undefined: it can.
 * @param name such as `prvReadbcs_connection`
 * @param level `Basic` (user), `Local` (business unit), `Deep` (with those below) or `Global` (organization)
 * @param tables those that the solution itself brings
 */
export function whyNoSuchPrivilege(
  name: string,
  level: string,
  tables: readonly PrivilegedTable[],
): string | undefined {
  const verb = verbs.find((candidate) => name.startsWith(`prv${candidate}`));
  const stem = name.slice(`prv${verb ?? ''}`.length);
  const table = tables.find(({ schemaName }) => schemaName === stem);
  if (verb === undefined || (table === undefined && !standardStems.has(stem))) {
    return 'no such privilege is known';
  }
  if (!['Basic', 'Local', 'Deep', 'Global'].includes(level)) {
    return `${level} is no level`;
  }
  if (table?.organizationOwned !== true) {
    return undefined;
  }
  if (verb === 'Assign' || verb === 'Share') {
    return `rows of ${stem} have no owner, so there is nothing to ${verb.toLowerCase()}`;
  }
  return level === 'Global' ? undefined : `rows of ${stem} have no owner, so only the level Global exists`;
}
