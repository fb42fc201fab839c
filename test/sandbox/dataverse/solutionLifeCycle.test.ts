import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { importSolution } from '../../../sandbox/dataverse/importer/importSolution';
import { ImportRefused } from '../../../sandbox/dataverse/importer/refusals';
import { UninstallRefused } from '../../../sandbox/dataverse/importer/uninstallSolution';
import { Metadata } from '../../../sandbox/dataverse/metadata/metadata';
import { standardCustomizations } from '../../../sandbox/dataverse/standardCustomizations';
import { recordId } from '../../../sandbox/identity';
import { packSolution } from '../../../solution/packer/packSolution';
import { goodInput } from '../../package/solutionFixtures';
import {
  appName,
  iconName,
  managedSolution,
  pageName,
  solutionUsingControl,
  solutionWithApp,
} from './appFixture';
import { controlName, formId, onlyRefusal, profileId, replacing, roleId, zipped } from './solutionFixture';
import type { SolutionParts } from './solutionFixture';
import { today } from './testOrganization';

const ada = recordId('systemuser', 'Ada Admin');
const sara = recordId('systemuser', 'Sara Andersson');

let dataverse: Dataverse;
let server: FastifyInstance;

beforeEach(async () => {
  dataverse = createDataverse({ today });
  dataverse.seedCronus({ connection: null });
  server = fastify();
  await server.register(dataverse.routes);
});

/** Asks the Web API as a user. */
async function ask(userId: string, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) {
  const answer = await server.inject({
    method,
    url: `/api/data/v9.2/${path}`,
    headers: { cookie: `sandboxUser=${userId}` },
    ...(payload === undefined ? {} : { payload }),
  });
  return {
    status: answer.statusCode,
    body: answer.body === '' ? {} : answer.json<Record<string, unknown>>(),
  };
}

const gadgets = () => dataverse.rows.count('tst_gadget');

async function makeGadget(name: string): Promise<void> {
  expect((await ask(ada, 'POST', 'tst_gadgets', { tst_name: name })).status).toBe(204);
}

const version = (parts: SolutionParts, number: string): SolutionParts =>
  replacing(parts, 'solution.xml', '<Version>1.2.0.0<', `<Version>${number}<`);

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

describe('over the Web API', () => {
  const file = (parts: SolutionParts) => ({
    CustomizationFile: Buffer.from(zipped(parts)).toString('base64'),
    OverwriteUnmanagedCustomizations: true,
    PublishWorkflows: true,
  });

  it('an administrator imports and uninstalls, and nobody else', async () => {
    expect((await ask(sara, 'POST', 'ImportSolution', file(managedSolution))).status).toBe(403);
    expect((await ask(ada, 'POST', 'ImportSolution', file(managedSolution))).status).toBe(204);
    const { body } = await ask(
      ada,
      'GET',
      "solutions?$filter=uniquename eq 'TestSolution'".replaceAll(' ', '%20'),
    );
    const [solution] = body.value as { solutionid: string; version: string; ismanaged: boolean }[];
    expect(solution).toMatchObject({ version: '1.2.0.0', ismanaged: true });
    expect((await ask(sara, 'DELETE', `solutions(${solution!.solutionid})`)).status).toBe(403);
    expect((await ask(ada, 'DELETE', `solutions(${solution!.solutionid})`)).status).toBe(204);
    expect((await ask(ada, 'DELETE', `solutions(${solution!.solutionid})`)).status).toBe(404);
  });

  it('a refused import and a refused uninstallation say why', async () => {
    const broken = replacing(managedSolution, 'customizations.xml', 'prvReadOrder', 'prvReadSalesOrder');
    const refused = await ask(ada, 'POST', 'ImportSolution', file(broken));
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('There is no privilege prvReadSalesOrder');
    expect((await ask(ada, 'POST', 'ImportSolution', {})).status).toBe(400);

    dataverse.importSolution(zipped(managedSolution));
    dataverse.importSolution(zipped(solutionUsingControl()));
    const id = recordId('solution', 'TestSolution');
    const needed = await ask(ada, 'DELETE', `solutions(${id})`);
    expect(needed.status).toBe(400);
    expect(JSON.stringify(needed.body)).toContain('cannot uninstall');
  });

  it('gives apps with their roles, site maps, and web resources with their content', async () => {
    dataverse.importSolution(zipped(managedSolution));
    const apps = await ask(
      ada,
      'GET',
      'appmodules?$select=uniquename,name&$expand=appmoduleroles_association($select=name)',
    );
    expect(apps.body.value).toMatchObject([
      { uniquename: appName, name: 'Gadget Center', appmoduleroles_association: [{}, {}] },
    ]);
    const siteMaps = await ask(ada, 'GET', 'sitemaps?$select=sitemapnameunique,sitemapxml');
    expect(JSON.stringify(siteMaps.body.value)).toContain(`$webresource:${pageName}`);
    const pages = await ask(ada, 'GET', 'webresourceset?$select=name,webresourcetype,content&$orderby=name');
    expect(pages.body.value).toMatchObject([
      { name: iconName, webresourcetype: 11 },
      {
        name: pageName,
        webresourcetype: 1,
        content: Buffer.from('<!DOCTYPE html><title>Gadgets</title>').toString('base64'),
      },
    ]);
  });
});

describe('a page', () => {
  it.each(['/WebResources', '/webresources'])(
    'is served under %s with its type and a policy without eval',
    async (root) => {
      dataverse.importSolution(zipped(managedSolution));
      const page = await server.inject({ url: `${root}/${pageName}` });
      expect(page.statusCode).toBe(200);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      const policy = page.headers['content-security-policy'] as string;
      expect(policy).toContain("script-src 'self' blob:");
      expect(policy).not.toContain('unsafe-eval');
      const icon = await server.inject({ url: `${root}/${iconName}` });
      expect(icon.headers['content-type']).toBe('image/svg+xml');
      expect((await server.inject({ url: `${root}/tst_/pages/none.html` })).statusCode).toBe(404);
    },
  );

  it('is gone with its solution', async () => {
    dataverse.importSolution(zipped(managedSolution));
    dataverse.uninstallSolution('TestSolution');
    expect((await server.inject({ url: `/WebResources/${pageName}` })).statusCode).toBe(404);
  });
});

describe('an app', () => {
  const entries = (userId: string, language = 1033) =>
    dataverse
      .apps(userId, language)
      .map(({ title, groups }) => [
        title,
        ...groups.flatMap((group) => group.entries.map((entry) => entry.title)),
      ]);

  beforeEach(() => {
    dataverse.importSolution(zipped(managedSolution));
  });

  it('shows an administrator everything, in the language that is asked for', () => {
    expect(entries(ada)).toEqual([['Gadget Center', 'Gadgets', 'Page']]);
    expect(entries(ada, 1040)).toEqual([['Centro gadget', 'Gadgets (it)', 'Page (it)']]);
  });

  it('opens with one of its roles, and shows what the privileges allow', () => {
    expect(entries(sara)).toEqual([]);
    dataverse.users.assignRole(sara, 'Gadget Reader');
    expect(entries(sara)).toEqual([['Gadget Center', 'Gadgets']]);
  });
});

describe('the solution of this repository', () => {
  const packed = packSolution(goodInput);

  it('names every table that it needs in an environment without the Sales app', () => {
    const sales = /^(quote|quotedetail|salesorder|salesorderdetail)$/;
    const installed = {
      ...standardCustomizations,
      metadata: new Metadata(
        standardCustomizations.metadata.tables.filter(({ logicalName }) => !sales.test(logicalName)),
      ),
    };
    const refusals = (() => {
      try {
        importSolution(packed.managed, installed);
        return [];
      } catch (error) {
        return error instanceof ImportRefused ? error.refusals : [];
      }
    })();
    const required = refusals
      .filter(({ code, part }) => code === 'missingDependency' && part === 'solution.xml')
      .map(({ reason }) => /requires (\w+) .* of (.+),/.exec(reason)?.slice(1).join(' of '));
    expect([...new Set(required)]).toEqual([
      expect.stringMatching(/^quote of msdynce_Sales/) as string,
      expect.stringMatching(/^quotedetail of msdynce_Sales/) as string,
      expect.stringMatching(/^salesorder of msdynce_Sales/) as string,
      expect.stringMatching(/^salesorderdetail of msdynce_Sales/) as string,
    ]);
  });

  it('shows its administration app to both integration roles as far as each may act', () => {
    dataverse.importSolution(packed.managed);
    const seen = (userId: string) =>
      dataverse
        .apps(userId, 1033)
        .map(({ groups }) => groups.flatMap((group) => group.entries.map(({ id }) => id)));
    const all = ['bcs_Connections', 'bcs_Setup', 'bcs_Synchronization', 'bcs_Salespeople', 'bcs_Health'];
    expect(seen(ada)).toEqual([all]);
    expect(seen(sara)).toEqual([]);
    dataverse.users.assignRole(sara, 'Product Availability User');
    expect(seen(sara)).toEqual([]);
    dataverse.users.assignRole(sara, 'Integration User');
    expect(seen(sara)).toEqual([['bcs_Connections', 'bcs_Health']]);
    dataverse.users.assignRole(sara, 'Integration Administrator');
    expect(seen(sara)).toEqual([all]);
    dataverse.users.removeRole(sara, 'Integration User');
    dataverse.users.removeRole(sara, 'Integration Administrator');
    dataverse.users.assignRole(sara, 'System Customizer');
    expect(seen(sara)).toEqual([all]);
  });

  it('goes as it came: connections with it, accounts and quotes not', async () => {
    const before = ['account', 'product', 'quote', 'quotedetail'].map((table) => dataverse.rows.count(table));
    dataverse.importSolution(packed.managed);
    const made = await ask(ada, 'POST', 'bcs_connections', { bcs_name: 'CRONUS' });
    expect(made.status).toBe(204);
    dataverse.uninstallSolution('BusinessCentralForSales');
    expect((await ask(ada, 'GET', 'bcs_connections')).status).toBe(404);
    expect(
      ['account', 'product', 'quote', 'quotedetail'].map((table) => dataverse.rows.count(table)),
    ).toEqual(before);
  });
});
