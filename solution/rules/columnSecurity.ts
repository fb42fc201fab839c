import type { SolutionSources } from '../packer/solutionSources';
import { columnsOf } from '../packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

const part = 'Other/FieldSecurityProfiles.xml';

/**
 * Every secured column is in a profile (else only system administrators can ever read it), every permission is for a
 * secured column of this solution, and says 4 (allowed) or 0.
 */
export function checkColumnSecurity(sources: SolutionSources): Finding[] {
  const columns = sources.tables.flatMap((table) =>
    columnsOf(table).map((column) => ({
      name: `${table.logicalName}.${textOf(at(column, 'LogicalName'))}`,
      secured: textOf(at(column, 'IsSecured')) === '1',
    })),
  );
  const permissions = childElements(sources.columnSecurityProfiles?.root).flatMap((profile) =>
    childElements(at(profile, 'FieldPermissions')).map((permission) => ({
      profile: attributeOf(profile, 'name'),
      column: `${textOf(at(permission, 'EntityName'))}.${textOf(at(permission, 'AttributeName'))}`,
      values: ['CanRead', 'CanUpdate', 'CanCreate'].map((name) => textOf(at(permission, name))),
    })),
  );
  return [
    ...columns
      .filter(({ name, secured }) => secured && !permissions.some(({ column }) => column === name))
      .map(({ name }) => ({ part, reason: `no profile opens the secured column ${name}` })),
    ...permissions
      .filter(({ column }) => !columns.some(({ name, secured }) => secured && name === column))
      .map(({ profile, column }) => ({
        part,
        reason: `${profile} opens ${column}, which is no secured column here`,
      })),
    ...permissions
      .filter(({ values }) => !values.every((value) => value === '0' || value === '4'))
      .map(({ profile, column }) => ({
        part,
        reason: `${profile} has a permission on ${column} that is neither 0 nor 4`,
      })),
  ];
}
