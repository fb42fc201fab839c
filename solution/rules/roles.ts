import type { SolutionSources, SourceFile } from '../packer/solutionSources';
import { isOwnTable } from '../packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';
import type { PrivilegedTable } from './privileges';
import { whyNoSuchPrivilege } from './privileges';

/** A role's file is named by the role, and each of its privileges exists, once. */
export function checkRoles(sources: SolutionSources): Finding[] {
  const tables = sources.tables.filter(isOwnTable).map((table): PrivilegedTable => ({
    schemaName: table.schemaName,
    organizationOwned:
      textOf(at(table.entity.root, 'EntityInfo', 'entity', 'OwnershipTypeMask')) === 'OrgOwned',
  }));
  return sources.roles.flatMap((role) => checkRole(role, tables));
}

function checkRole({ path, root }: SourceFile, tables: readonly PrivilegedTable[]): Finding[] {
  const privileges = childElements(at(root, 'RolePrivileges'), 'RolePrivilege').map((privilege) => ({
    name: attributeOf(privilege, 'name'),
    level: attributeOf(privilege, 'level'),
  }));
  const names = privileges.map(({ name }) => name);
  return [
    ...(path === `Roles/${attributeOf(root, 'name')}.xml`
      ? []
      : [{ part: path, reason: `the file is not named by the role ${attributeOf(root, 'name')}` }]),
    ...privileges.flatMap(({ name, level }) => {
      const reason = whyNoSuchPrivilege(name, level, tables);
      return reason === undefined ? [] : [{ part: path, reason: `${name}: ${reason}` }];
    }),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => ({ part: path, reason: `${name} is granted twice` })),
  ];
}
