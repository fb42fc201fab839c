import { checkedId, type DataverseReader } from './dataverseReader';
import { lookupOf } from './dataverseRow';

/** The solution's roles by the ids that it brings, and the template of System Administrator (Microsoft Learn, "Security roles"). */
export const roleIds = {
  integrationUser: '8e5c7a22-534b-426c-b2d2-9c6e180128e8',
  integrationAdministrator: '790688fe-7be5-42e2-b5e8-0b611393de33',
  systemAdministrator: '627090ff-40a3-4053-8790-584edc5be201',
} as const;

/** Roles by their ids, and not by their names, which anybody who makes roles may give. */
export interface HeldRoles {
  /** As the host gives them (`userSettings.securityRoles`), own and through teams. */
  readonly heldRoleIds: readonly string[];
}

/**
 * Whether a user holds one of some roles. In every business unit a role is a copy with an id of its own, which knows the
 * role that it was copied from; a standard role knows its template. Dataverse is asked only where the ids alone do not
 * tell.
 * @param wanted ids as in {@link roleIds}
 * @throws SalesError
 */
export async function holdsOneOf(
  wanted: readonly string[],
  { heldRoleIds }: HeldRoles,
  { many }: DataverseReader,
): Promise<boolean> {
  const held = heldRoleIds.map(checkedId);
  if (held.some((id) => wanted.includes(id))) {
    return true;
  }
  if (held.length === 0) {
    return false;
  }
  const rows = await many(
    'role',
    `?$select=roleid,_parentrootroleid_value,_roletemplateid_value&$filter=${held
      .map((id) => `roleid eq ${id}`)
      .join(' or ')}`,
    'notPermitted',
  );
  return rows.some((row) =>
    [lookupOf(row, 'parentrootroleid'), lookupOf(row, 'roletemplateid')].some(
      (id) => id !== null && wanted.includes(id),
    ),
  );
}
