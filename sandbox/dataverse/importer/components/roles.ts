import type { Metadata } from '../../metadata/metadata';
import { existingPrivileges, privilegeDepths } from '../../security/privileges';
import type { PrivilegeDepth } from '../../security/privileges';
import type { Role } from '../../security/role';
import { guidIn } from '../guid';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, descendant } from '../xml';
import type { XmlElement } from '../xml';

/** A role of the solution, as it stands in customizations.xml. */
export interface RoleSource {
  readonly payload: Payload;
  readonly id: string;
  readonly name: string;
  readonly privileges: readonly { readonly name: string; readonly level: string }[];
}

/** Reads `<Roles>`. */
export function readRoles(section: XmlElement | null, refusals: Refusals): readonly RoleSource[] {
  return (section ? childElements(section, 'Role') : []).flatMap((element) => {
    const name = attribute(element, 'name');
    const part = `customizations.xml, role "${name}"`;
    const id = guidIn(attribute(element, 'id'));
    if (id === null) {
      refusals.add('invalidGuid', part, `"${attribute(element, 'id')}" is no id of a role.`);
      return [];
    }
    const list = descendant(element, 'RolePrivileges');
    const privileges = (list ? childElements(list, 'RolePrivilege') : []).map((privilege) => ({
      name: attribute(privilege, 'name'),
      level: attribute(privilege, 'level'),
    }));
    return [{ payload: { type: 20, key: id, part }, id, name, privileges }];
  });
}

/**
 * Refuses privileges that do not exist, depths that do not fit, and a role whose name another one has.
 * @param metadata with the tables of the solution
 */
export function checkRoles(
  roles: readonly RoleSource[],
  metadata: Metadata,
  installed: ReadonlyMap<string, Role>,
  refusals: Refusals,
): void {
  const privileges = existingPrivileges(metadata);
  for (const role of roles) {
    const { part } = role.payload;
    const namesake = [...installed.values()].find(({ id, name }) => name === role.name && id !== role.id);
    if (namesake) {
      refusals.add(
        'roleNameTaken',
        part,
        `There is a role of this name already, with another id (${namesake.id}).`,
      );
    }
    for (const { name, level } of role.privileges) {
      const table = privileges.get(name);
      if (table === undefined) {
        refusals.add('unknownPrivilege', part, `There is no privilege ${name}.`);
      } else if (!isDepth(level)) {
        refusals.add('privilegeDepth', part, `"${level}" is no depth of a privilege (${name}).`);
      } else if (table?.ownership === 'OrganizationOwned' && level !== 'Global') {
        // Rows of the organization have no owner and no business unit, so nothing but Global means anything.
        refusals.add(
          'privilegeDepth',
          part,
          `${name} is a privilege on rows that the organization owns: its level can only be Global, not ${level}.`,
        );
      }
    }
  }
}

function isDepth(level: string): level is PrivilegeDepth {
  return privilegeDepths.some((depth) => depth === level);
}

/** The role as it is installed. */
export function installedRole({ id, name, privileges }: RoleSource): Role {
  return {
    id,
    name,
    privileges: new Map(
      privileges.flatMap((privilege) =>
        isDepth(privilege.level) ? [[privilege.name, privilege.level] as const] : [],
      ),
    ),
  };
}
