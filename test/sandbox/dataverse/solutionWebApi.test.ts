import { recordId } from '../../../sandbox/identity';
import { appName, iconName, managedSolution, pageName, solutionUsingControl } from './appFixture';
import { replacing, zipped } from './solutionFixture';
import type { SolutionParts } from './solutionFixture';
import { ada, sara, startSolutionWorld } from './solutionWorld';
import type { SolutionWorld } from './solutionWorld';

let dataverse: SolutionWorld['dataverse'];
let server: SolutionWorld['server'];
let ask: SolutionWorld['ask'];

beforeEach(async () => {
  ({ dataverse, server, ask } = await startSolutionWorld());
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
