import { DataverseError, errorCodes } from '../dataverseError';
import { appRoles, teamRoles, userRoles } from '../metadata/manyToMany';
import type { ManyToManyNavigation } from '../metadata/manyToMany';
import type { Table } from '../metadata/table';
import type { Access } from './access';
import type { Caller } from './caller';
import { reaches } from './privileges';
import type { PrivilegeDepth } from './privileges';
import type { Role } from './role';

/** Relationships through which somebody is given a role. */
const givesRoles: readonly string[] = [userRoles.name, teamRoles.name, appRoles.name];

/** True for a relationship that gives or takes roles. */
export function isRoleAssignment({ relationship }: ManyToManyNavigation): boolean {
  return givesRoles.includes(relationship.name);
}

/**
 * What it takes to join or part two rows: Read and Assign on the security role where one is given or taken (Microsoft Learn,
 * "Assign a security role to a user"), else Append on the row and AppendTo on the other (Microsoft Learn, "Associate and
 * disassociate table rows").
 * @param table the row's own, from which the relationship is seen
 * @throws DataverseError 403
 */
export function requireAssociationPrivileges(
  access: Access,
  caller: Caller,
  table: Table,
  navigation: ManyToManyNavigation,
): void {
  if (isRoleAssignment(navigation)) {
    access.requirePlatformPrivilege(caller, 'prvAssignRole');
    return;
  }
  access.requirePrivilege(caller, 'Append', table);
  access.requirePrivilege(caller, 'AppendTo', navigation.table);
}

/**
 * Nobody gives away a role that reaches farther than his own (the same page: "cannot assign someone else with a security role
 * that has more privileges").
 * @throws DataverseError 403; its code is inferred
 */
export function requireNoElevation(caller: Caller, role: Role): void {
  if (caller.roles.some(({ grows }) => grows === 'everything')) {
    return;
  }
  const isWithin =
    role.grows !== 'everything' &&
    [...role.privileges].every(([name, depth]) =>
      caller.roles.some((own) => holds(own.privileges.get(name), depth)),
    );
  if (!isWithin) {
    throw new DataverseError(
      403,
      errorCodes.privilegeDenied,
      `Principal user (Id=${caller.userId}, type=8) cannot assign the role '${role.name}', which has privileges that the ` +
        'principal does not have.',
    );
  }
}

function holds(own: PrivilegeDepth | undefined, asked: PrivilegeDepth): boolean {
  return own !== undefined && reaches(own, asked);
}
