import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alObjects, permissionsOf, tablesOf } from './alSources';

const product = alObjects(join(__dirname, '../../companion/src'));
const page = readFileSync(join(__dirname, '../../docs/companion.md'), 'utf8');

const permissionsOfSet = (name: string): ReturnType<typeof permissionsOf> =>
  product.filter((object) => object.name === name).flatMap((object) => permissionsOf(object));

describe('permission sets of the companion', () => {
  const user = permissionsOfSet('BCS Integration User');
  const admin = permissionsOfSet('BCS Integr. Admin');
  const tables = (permissions: typeof user): readonly string[] =>
    permissions.filter(({ what }) => what === 'tabledata').map(({ name }) => name);

  /** The rows of a permission set's table in the documentation. */
  const documented = (set: string): readonly (readonly string[])[] =>
    (page.split(`### ${set}\n`)[1]?.split(/^#/m)[0] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll('`', '')),
      );

  test('the integration user changes nothing', () => {
    expect(user.filter(({ rights }) => !['R', 'X'].includes(rights))).toEqual([]);
  });

  test('every object can be run by one of the two, but for those that run on installation', () => {
    const runnable = product.filter(({ kind }) => ['page', 'query', 'codeunit'].includes(kind));
    const granted = [...user, ...admin].filter(({ rights }) => rights === 'X').map(({ name }) => name);
    const missing = runnable.map(({ name }) => name).filter((name) => !granted.includes(name));
    expect(missing).toEqual(['BCS Install', 'BCS Upgrade', 'BCS Web Services']);
  });

  test('only the administrator may run the actions', () => {
    expect(user.some(({ name }) => name === 'BCS CRM Coupling')).toBe(false);
    expect(admin.some(({ name }) => name === 'BCS CRM Coupling')).toBe(true);
  });

  const namedByCode = new Set(
    product.filter(({ name }) => name !== 'BCS Web Services').flatMap((object) => tablesOf(object)),
  );
  const granted = new Set([...tables(user), ...tables(admin)]);

  test('every table that the code names is granted', () => {
    expect([...namedByCode].filter((table) => !granted.has(table))).toEqual([]);
  });

  test('no table is granted but those, what their sums are made of, and what Business Central’s procedures use', () => {
    expect([...granted].filter((table) => !namedByCode.has(table)).sort()).toEqual([
      'CDS Connection Setup',
      'CRM Connection Setup',
      'CRM Invoice',
      'CRM Pricelevel',
      'CRM Productpricelevel',
      'CRM Transactioncurrency',
      'CRM Uom',
      'CRM Uomschedule',
      'Detailed Cust. Ledg. Entry',
      'Integration Field Mapping',
      'Opportunity Entry',
      'Payment Terms',
      'Price List Header',
      'Price List Line',
      'Reservation Entry',
      'Resource Unit of Measure',
      'Sales Invoice Line',
      'Service Line',
      'Shipment Method',
      'Shipping Agent',
      'Substitution Condition',
    ]);
  });

  test.each([
    ['BCS Integration User', user],
    ['BCS Integr. Admin', admin],
  ])('%s: each table has its rights and a reason in the documentation', (set, permissions) => {
    const rows = documented(set);
    expect(rows.map(([name, rights]) => `${name} ${rights}`).sort()).toEqual(
      permissions
        .filter(({ what }) => what === 'tabledata')
        .map(({ name, rights }) => `${name} ${rights}`)
        .sort(),
    );
    expect(rows.filter(([, , reason]) => (reason ?? '').length < 20)).toEqual([]);
  });
});
