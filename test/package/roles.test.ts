import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolesOfTheSolution } from '../../gateway/admission/roles';
import type { Scope } from '../../gateway/admission/scope';
import { solutionSources } from '../../solution/packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../../solution/packer/xml';
import { realSources } from './solutionFixtures';

const sources = solutionSources(realSources);
const page = readFileSync(join(__dirname, '../../docs/roles.md'), 'utf8');

/** The body of a `## Heading`. */
function chapter(heading: string): string {
  return page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
}

/** The rows of a chapter's table, without its head, cell by cell. */
function rowsOf(heading: string): string[][] {
  const lines = chapter(heading)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('docs/roles.md', () => {
  const roles = sources.roles.map(({ root }) => ({
    name: attributeOf(root, 'name'),
    id: attributeOf(root, 'id').slice(1, -1),
    privileges: childElements(at(root, 'RolePrivileges')).map((privilege) => [
      attributeOf(privilege, 'name'),
      attributeOf(privilege, 'level'),
    ]),
  }));

  test('describes the three roles of the design, and there are no others', () => {
    expect(roles.map(({ name }) => name)).toEqual([
      'Integration Administrator',
      'Integration User',
      'Product Availability User',
    ]);
  });

  test.each(roles)('lists exactly the privileges of $name, each with a reason', ({ name, privileges }) => {
    const rows = rowsOf(name);
    expect(rows.map(([privilege, level]) => [privilege, level]).sort()).toEqual([...privileges].sort());
    expect(rows.every(([, , reason]) => (reason ?? '').length > 20)).toBe(true);
  });

  test('says what each role may see, and the gateway lets it ask exactly that', () => {
    const scopes: readonly Scope[] = ['availability', 'statistics', 'coupling.read', 'coupling.write'];
    const rows = rowsOf('What each may see').map(([, ...cells]) => cells);
    const granted = (name: string, scope: Scope) =>
      Object.entries(rolesOfTheSolution).some(
        ([role, rule]) => role === name && rule.scopes.some((one) => one === scope),
      );
    expect(rows).toEqual(
      scopes.map((scope) => roles.map(({ name }) => (granted(name, scope) ? 'yes' : 'no'))),
    );
  });

  test('gives the ids of the roles', () => {
    expect(rowsOf('Ids')).toEqual(roles.map(({ name, id }) => [name, id]));
  });

  test('lists what the column security profile opens', () => {
    const [profile, ...more] = childElements(sources.columnSecurityProfiles?.root);
    const allowed = (value: string) => (value === '4' ? 'yes' : 'no');
    const permissions = childElements(at(profile, 'FieldPermissions')).map((permission) => [
      `${textOf(at(permission, 'EntityName'))}.${textOf(at(permission, 'AttributeName'))}`,
      ...['CanRead', 'CanUpdate', 'CanCreate'].map((name) => allowed(textOf(at(permission, name)))),
    ]);
    expect(more).toEqual([]);
    expect(attributeOf(profile, 'name')).toBe('Business Central Credentials');
    expect(
      rowsOf('Column security profile: Business Central Credentials').map((row) => row.slice(0, 4)),
    ).toEqual(permissions);
  });
});
