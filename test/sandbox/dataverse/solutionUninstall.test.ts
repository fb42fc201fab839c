import { UninstallRefused } from '../../../sandbox/dataverse/importer/uninstallSolution';
import { appName, managedSolution, solutionUsingControl, solutionWithApp } from './appFixture';
import { controlName, profileId, replacing, zipped } from './solutionFixture';
import { ada, sara, startSolutionWorld } from './solutionWorld';
import type { SolutionWorld } from './solutionWorld';

let dataverse: SolutionWorld['dataverse'];
let ask: SolutionWorld['ask'];
let gadgets: SolutionWorld['gadgets'];
let makeGadget: SolutionWorld['makeGadget'];

beforeEach(async () => {
  ({ dataverse, ask, gadgets, makeGadget } = await startSolutionWorld());
});

describe('uninstalling a managed solution', () => {
  it('takes its components and the rows of its tables, and nothing of others', async () => {
    const before = dataverse.organization.customizations;
    const quotes = [...dataverse.rows.all('quote')];
    dataverse.importSolution(zipped(managedSolution));
    await makeGadget('First');
    dataverse.uninstallSolution('TestSolution');

    const after = dataverse.organization.customizations;
    for (const kind of [
      'controls',
      'forms',
      'views',
      'roles',
      'profiles',
      'webResources',
      'siteMaps',
      'apps',
    ] as const) {
      expect([...after[kind].keys()]).toEqual([...before[kind].keys()]);
    }
    expect(after.metadata.tables.map(({ logicalName }) => logicalName)).toEqual(
      before.metadata.tables.map(({ logicalName }) => logicalName),
    );
    expect(after.solutions.size).toBe(0);
    expect([...dataverse.rows.all('quote')]).toEqual(quotes);
    expect((await ask(ada, 'GET', 'tst_gadgets')).status).toBe(404);
  });

  it('begins anew when it is imported again: no row, and nobody with its roles', async () => {
    dataverse.importSolution(zipped(managedSolution));
    await makeGadget('First');
    dataverse.users.assignRole(sara, 'Gadget Reader');
    dataverse.users.addToColumnSecurityProfile(sara, 'Gadget Secrets');
    dataverse.uninstallSolution('TestSolution');
    dataverse.importSolution(zipped(managedSolution));
    expect(gadgets()).toBe(0);
    expect(dataverse.users.list().find(({ id }) => id === sara)!.roles).not.toContain('Gadget Reader');
    expect(dataverse.users.caller(sara)!.profiles.has(profileId)).toBe(false);
  });

  it('takes the column that it added to a table of another, with its values, and leaves the rows', () => {
    const column =
      '<attribute PhysicalName="tst_Rating"><Type>int</Type><Name>tst_rating</Name><LogicalName>tst_rating</LogicalName>' +
      '<ValidForUpdateApi>1</ValidForUpdateApi><ValidForCreateApi>1</ValidForCreateApi>' +
      '<displaynames><displayname description="Rating" languagecode="1033" /></displaynames></attribute>';
    const parts = replacing(
      managedSolution,
      'customizations.xml',
      '<entity Name="QuoteDetail" unmodified="1"><attributes /></entity>',
      `<entity Name="QuoteDetail"><attributes>${column}</attributes></entity>`,
    );
    dataverse.importSolution(zipped(parts));
    const [line] = [...dataverse.rows.all('quotedetail')];
    const id = line!.quotedetailid as string;
    dataverse.rows.put('quotedetail', id, { ...line!, tst_rating: 5 });
    const lines = dataverse.rows.count('quotedetail');
    dataverse.uninstallSolution('TestSolution');
    expect(dataverse.organization.table('quotedetail').columns.has('tst_rating')).toBe(false);
    expect(dataverse.rows.get('quotedetail', id)!.tst_rating).toBeUndefined();
    expect(dataverse.rows.count('quotedetail')).toBe(lines);
  });

  it('leaves what another solution has too', () => {
    dataverse.importSolution(zipped(managedSolution));
    const other = replacing(managedSolution, 'solution.xml', 'TestSolution', 'OtherSolution');
    dataverse.importSolution(zipped(other));
    dataverse.uninstallSolution('TestSolution');
    expect(dataverse.organization.customizations.controls.has(controlName)).toBe(true);
    dataverse.uninstallSolution('OtherSolution');
    expect(dataverse.organization.customizations.controls.has(controlName)).toBe(false);
  });

  it('is refused while a form of another solution has its control, and says which; nothing changes', async () => {
    dataverse.importSolution(zipped(managedSolution));
    dataverse.importSolution(zipped(solutionUsingControl()));
    await makeGadget('First');
    const before = dataverse.organization.customizations;
    const uninstall = () => dataverse.uninstallSolution('TestSolution');
    expect(uninstall).toThrow(UninstallRefused);
    expect(uninstall).toThrow(
      `Solution dependencies exist, cannot uninstall.DependencyCount : 1\n` +
        `- form 77777777-7777-4777-8777-777777777777 of quotedetail requires custom control ${controlName}`,
    );
    expect(dataverse.organization.customizations).toBe(before);
    expect(gadgets()).toBe(1);
    dataverse.uninstallSolution('SomebodyElse');
    dataverse.uninstallSolution('TestSolution');
    expect(dataverse.organization.customizations.controls.size).toBe(0);
  });

  it('takes its privileges out of the roles of others', () => {
    dataverse.importSolution(zipped(managedSolution));
    const { customizations } = dataverse.organization;
    const own = { id: '88888888-8888-4888-8888-888888888888', name: 'Mine' };
    const privileges = new Map([
      ['prvReadtst_gadget', 'Global'],
      ['prvReadQuote', 'Basic'],
    ] as const);
    dataverse.organization.customizations = {
      ...customizations,
      roles: new Map([...customizations.roles, [own.id, { ...own, privileges }]]),
    };
    dataverse.uninstallSolution('TestSolution');
    const { roles } = dataverse.organization.customizations;
    expect([...roles.get(own.id)!.privileges.keys()]).toEqual(['prvReadQuote']);
  });

  it('is refused for a solution that is not there', () => {
    expect(() => dataverse.uninstallSolution('Nobody')).toThrow('There is no solution Nobody.');
  });
});

test('of an unmanaged solution only the container goes', async () => {
  dataverse.importSolution(zipped(solutionWithApp));
  await makeGadget('First');
  dataverse.uninstallSolution('TestSolution');
  expect(dataverse.organization.customizations.solutions.size).toBe(0);
  expect(dataverse.organization.customizations.apps.has(appName)).toBe(true);
  expect(gadgets()).toBe(1);
});
