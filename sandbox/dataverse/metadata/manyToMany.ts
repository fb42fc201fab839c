import type { Metadata } from './metadata';
import type { Table } from './table';

/** A many-to-many relationship. Its schema name is the collection-valued navigation property on both sides. */
export interface ManyToMany {
  readonly name: string;
  /** Logical names of the two tables. */
  readonly tables: readonly [string, string];
}

/** Who holds which role and is in which team and column security profile (Web API reference: systemuser, team). */
export const userRoles: ManyToMany = {
  name: 'systemuserroles_association',
  tables: ['systemuser', 'role'],
};
export const teamMembers: ManyToMany = {
  name: 'teammembership_association',
  tables: ['systemuser', 'team'],
};
export const teamRoles: ManyToMany = { name: 'teamroles_association', tables: ['team', 'role'] };
export const userProfiles: ManyToMany = {
  name: 'systemuserprofiles_association',
  tables: ['systemuser', 'fieldsecurityprofile'],
};
export const teamProfiles: ManyToMany = {
  name: 'teamprofiles_association',
  tables: ['team', 'fieldsecurityprofile'],
};

/** Which roles may open which app. */
export const appRoles: ManyToMany = { name: 'appmoduleroles_association', tables: ['appmodule', 'role'] };

const standardRelationships: readonly ManyToMany[] = [
  userRoles,
  teamMembers,
  teamRoles,
  userProfiles,
  teamProfiles,
  appRoles,
];

/** A many-to-many relationship seen from one of its tables. */
export interface ManyToManyNavigation {
  readonly relationship: ManyToMany;
  /** The table on the other side. */
  readonly table: Table;
}

/** The many-to-many relationship of a table by its name, if the table has it. */
export function findManyToMany(
  metadata: Metadata,
  { logicalName }: Table,
  name: string,
): ManyToManyNavigation | undefined {
  const relationship = standardRelationships.find(
    (candidate) => candidate.name === name && candidate.tables.includes(logicalName),
  );
  if (!relationship) {
    return undefined;
  }
  const [one, other] = relationship.tables;
  return { relationship, table: metadata.table(one === logicalName ? other : one) };
}
