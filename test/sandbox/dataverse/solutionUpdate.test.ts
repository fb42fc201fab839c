import { managedSolution, pageName, solutionWithApp } from './appFixture';
import { controlName, formId, onlyRefusal, replacing, roleId, zipped } from './solutionFixture';
import { sara, version, startSolutionWorld } from './solutionWorld';
import type { SolutionWorld } from './solutionWorld';

let dataverse: SolutionWorld['dataverse'];
let gadgets: SolutionWorld['gadgets'];
let makeGadget: SolutionWorld['makeGadget'];

beforeEach(async () => {
  ({ dataverse, gadgets, makeGadget } = await startSolutionWorld());
});

/** The next version, without one of the columns. */
const withoutWeight = replacing(
  version(managedSolution, '1.3.0.0'),
  'customizations.xml',
  /<attribute PhysicalName="tst_weight">.*?<\/attribute>/.exec(
    managedSolution['customizations.xml'] as string,
  )![0],
  '',
);

describe('an update to a higher version', () => {
  it('replaces controls, forms, roles and pages, and keeps every row', async () => {
    dataverse.importSolution(zipped(managedSolution));
    await makeGadget('First');
    const quotes = dataverse.rows.count('quote');
    const bundle = `Controls/${controlName}/bundle.js`;
    const manifest = `Controls/${controlName}/ControlManifest.xml`;
    const changes: readonly (readonly [string, string, string])[] = [
      ['customizations.xml', '<RolePrivilege name="prvReadOrder" level="Basic" />', ''],
      ['customizations.xml', 'Gauged line', 'Measured line'],
      [manifest, 'version="1.0.0"', 'version="1.0.1"'],
      [bundle, 'var gauge = 1;', 'var gauge = 2;'],
    ];
    const page = Object.keys(managedSolution).find((name) => name.includes('pagesgadgets'))!;
    const higher = changes.reduce(
      (parts, [part, from, to]) => replacing(parts, part, from, to),
      replacing(version(managedSolution, '1.3.0.0'), page, 'Gadgets', 'All gadgets'),
    );
    const { previousVersion, components } = dataverse.importSolution(zipped(higher));
    expect(previousVersion).toBe('1.2.0.0');
    expect(components.map(({ action }) => action)).not.toContain('created');
    const { roles, forms, controls, webResources, solutions } = dataverse.organization.customizations;
    expect([...roles.get(roleId)!.privileges.keys()]).toEqual(['prvReadtst_gadget']);
    expect(forms.get(formId)!.names[1033]).toBe('Measured line');
    expect(new TextDecoder().decode(controls.get(controlName)!.files.get('bundle.js'))).toBe(
      'var gauge = 2;',
    );
    expect(new TextDecoder().decode(webResources.get(pageName)!.content)).toContain('All gadgets');
    expect(solutions.get('TestSolution')!.version).toBe('1.3.0.0');
    expect([gadgets(), dataverse.rows.count('quote')]).toEqual([1, quotes]);
  });

  it('leaves a component that it does not bring any more, and uninstalling takes that away too', () => {
    dataverse.importSolution(zipped(managedSolution));
    dataverse.importSolution(zipped(withoutWeight));
    const gadget = () => dataverse.organization.metadata.find('tst_gadget');
    expect(gadget()!.columns.has('tst_weight')).toBe(true);
    dataverse.uninstallSolution('TestSolution');
    expect(gadget()).toBeUndefined();
  });

  it('takes that away at once as an upgrade, with its values, and keeps the rows', async () => {
    dataverse.importSolution(zipped(managedSolution));
    await makeGadget('First');
    dataverse.upgradeSolution(zipped(withoutWeight));
    expect(dataverse.organization.table('tst_gadget').columns.has('tst_weight')).toBe(false);
    expect(gadgets()).toBe(1);
    expect(dataverse.organization.customizations.controls.has(controlName)).toBe(true);
  });

  it('is refused as an upgrade while something else needs what would go, and nothing changes', () => {
    dataverse.importSolution(zipped(managedSolution));
    const { customizations } = dataverse.organization;
    const ownView = {
      id: '99999999-9999-4999-8999-999999999999',
      table: 'tst_gadget',
      names: { 1033: 'Heavy gadgets' },
      descriptions: {},
      queryType: 0,
      isDefault: false,
      fetchXml: '<fetch><entity name="tst_gadget"><attribute name="tst_weight" /></entity></fetch>',
      layoutXml: '',
    };
    const withView = { ...customizations, views: new Map([...customizations.views, [ownView.id, ownView]]) };
    dataverse.organization.customizations = withView;
    expect(() => dataverse.upgradeSolution(zipped(withoutWeight))).toThrow(
      `view ${ownView.id} of tst_gadget requires column tst_gadget.tst_weight`,
    );
    expect(dataverse.organization.customizations).toBe(withView);
  });

  it('keeps who holds the roles', () => {
    dataverse.importSolution(zipped(managedSolution));
    dataverse.users.assignRole(sara, 'Gadget Reader');
    dataverse.importSolution(zipped(version(managedSolution, '1.3.0.0')));
    expect(dataverse.users.list().find(({ id }) => id === sara)!.roles).toContain('Gadget Reader');
  });

  it('is refused to a lower version, and as unmanaged over managed', () => {
    dataverse.importSolution(zipped(managedSolution));
    expect(onlyRefusal(version(managedSolution, '1.1.0.0'), 'lowerVersion', dataverse).part).toBe(
      'solution.xml',
    );
    expect(onlyRefusal(solutionWithApp, 'managedConflict', dataverse).reason).toContain(
      'installed as managed',
    );
  });
});
