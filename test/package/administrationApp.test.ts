import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageNames } from '../../administration/pageNames';
import { languagesOf, solutionSources } from '../../solution/packer/solutionSources';
import type { XmlElement } from '../../solution/packer/xml';
import { allElements, at, attributeOf, childElements, textOf } from '../../solution/packer/xml';
import { administrationFiles } from '../../tools/buildAdministration';
import { languages } from '../../tools/strings';
import type { Refusal } from './solutionFixtures';
import {
  broken,
  findings,
  fixtureAdministration,
  fixtureControls,
  goodInput,
  realSources,
  withFile,
  withoutFile,
} from './solutionFixtures';
import { packSolution, SolutionRefused } from '../../solution/packer/packSolution';

const sources = solutionSources(realSources);
const name = 'bcs_BusinessCentralAdministration';
const siteMapPath = `AppModuleSiteMaps/${name}/AppModuleSiteMap.xml`;
const appPath = `AppModules/${name}/AppModule.xml`;
const connection = 'Entities/bcs_connection/Entity.xml';
const icon = 'WebResources/bcs_/icons/setup.svg';
const manifest = 'Other/Solution.xml';

const subAreas = allElements(sources.siteMaps[0]!.root).filter((one) => one.name === 'SubArea');
const app = sources.apps[0]!.root;

function stringsIn(language: string | number): Record<string, string> {
  const path = join(__dirname, `../../administration/strings/${language}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

/** The title of an entry of the site map. */
function titleIn(entry: XmlElement, language: string): string {
  const titles = childElements(at(entry, 'Titles'), 'Title');
  return attributeOf(
    titles.find((title) => attributeOf(title, 'LCID') === language),
    'Title',
  );
}

describe('the administration app', () => {
  test('leads to the connections and to every page, in the order in which an admin needs them', () => {
    expect(subAreas.map((one) => attributeOf(one, 'Entity') || attributeOf(one, 'Url'))).toEqual([
      'bcs_connection',
      ...pageNames.map((page) => `$webresource:bcs_/administration/${page}.html`),
    ]);
  });

  test('shows what changes something to who may change connections, and the rest to who may read them', () => {
    const asked = subAreas.map((one) => [
      attributeOf(one, 'Id'),
      attributeOf(at(one, 'Privilege'), 'Privilege'),
    ]);
    expect(Object.fromEntries(asked)).toEqual({
      bcs_Connections: 'Read',
      bcs_Setup: 'Create,Read,Write',
      bcs_Synchronization: 'Create,Read,Write',
      bcs_Salespeople: 'Create,Read,Write',
      bcs_Health: 'Read',
    });
  });

  test('opens to both integration roles and to administrators, not to who only promises dates', () => {
    const opened = childElements(at(app, 'AppModuleRoleMaps'), 'Role').map((role) => attributeOf(role, 'id'));
    const own = sources.roles
      .filter(({ root }) => opened.includes(attributeOf(root, 'id')))
      .map(({ root }) => attributeOf(root, 'name'));
    expect(own.sort()).toEqual(['Integration Administrator', 'Integration User']);
    expect(opened).toHaveLength(4);
  });

  test.each(pageNames)('calls the page %s in each language what the page calls itself', (page) => {
    const entry = subAreas.find((one) => attributeOf(one, 'Url').endsWith(`/${page}.html`))!;
    for (const language of languagesOf(sources)) {
      expect(titleIn(entry, language)).toBe(stringsIn(language)[`page_${page}`]);
    }
  });
});

describe('labels in four languages', () => {
  test('each text of the pages is there in each language, and says something', () => {
    const keys = Object.keys(stringsIn(1033)).sort();
    for (const language of languages) {
      const strings = stringsIn(language);
      expect(Object.keys(strings).sort()).toEqual(keys);
      expect(Object.entries(strings).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  test("a role's description, which has no labels by language, says in each a line in the pages' own words", () => {
    for (const { root } of sources.roles) {
      const words = attributeOf(root, 'name').split(' ').join('');
      const key = `grantMeaning_${words.charAt(0).toLowerCase()}${words.slice(1)}`;
      expect(textOf(at(root, 'Description')).split('\n')).toEqual(
        [1033, 1040, 1053, 1035].map((language) => stringsIn(language)[key]),
      );
    }
  });

  const missing: readonly Refusal[] = [
    [
      'an entry of the site map',
      () => broken(siteMapPath, '<Title LCID="1040" Title="Agenti" />', ''),
      siteMapPath,
      'SubArea bcs_Salespeople has not one title in language 1040',
    ],
    [
      'a group of the site map',
      () => broken(siteMapPath, '<Title LCID="1053" Title="Anslutning" />', '<Title LCID="1053" Title="" />'),
      siteMapPath,
      'Group bcs_ConnectionGroup has not one title in language 1053',
    ],
    [
      'the app',
      () =>
        broken(
          appPath,
          '<LocalizedName description="Amministrazione di Business Central" languagecode="1040" />',
          '',
        ),
      appPath,
      'the label "Business Central Administration" is not there in language 1040',
    ],
    [
      'the site map',
      () =>
        broken(
          siteMapPath,
          '<LocalizedName description="Business Central -hallinta" languagecode="1035" />',
          '',
        ),
      siteMapPath,
      'is not there in language 1035',
    ],
  ];
  test.each(missing)('are missed in %s', (_, find, part, reason) => {
    expect(find()).toContainEqual({ part, reason: expect.stringContaining(reason) as string });
  });
});

/** What is found with another build of the pages. */
function withPages(administration: typeof fixtureAdministration): ReturnType<typeof findings> {
  try {
    packSolution({ ...goodInput, administration });
    return [];
  } catch (error) {
    if (error instanceof SolutionRefused) {
      return error.findings;
    }
    throw error;
  }
}

const refusals: readonly Refusal[] = [
  [
    'an entry that leads to a page that is not there',
    () => broken(siteMapPath, 'administration/health.html', 'administration/well.html'),
    siteMapPath,
    'SubArea bcs_Health leads to the web resource bcs_/administration/well.html',
  ],
  [
    'an entry that leads to a table that is not there',
    () => broken(siteMapPath, ' Entity="bcs_connection" Client', ' Entity="bcs_connections" Client'),
    siteMapPath,
    'SubArea bcs_Connections leads to the table bcs_connections',
  ],
  [
    'an entry that leads nowhere',
    () => broken(siteMapPath, ' Url="$webresource:bcs_/administration/health.html"', ''),
    siteMapPath,
    'SubArea bcs_Health leads to neither a table nor a web resource',
  ],
  [
    'an entry whose icon is not there',
    () =>
      broken(
        siteMapPath,
        'VectorIcon="/WebResources/bcs_/icons/health.svg"',
        'VectorIcon="/WebResources/bcs_/icons/heart.svg"',
      ),
    siteMapPath,
    'SubArea bcs_Health has the icon /WebResources/bcs_/icons/heart.svg',
  ],
  [
    'a privilege that does not exist',
    () => broken(siteMapPath, 'Privilege="Create,Read,Write"', 'Privilege="Create, Read"'),
    siteMapPath,
    'asks for "Create, Read" on bcs_connection',
  ],
  [
    'two entries of one id',
    () => broken(siteMapPath, 'SubArea Id="bcs_Health"', 'SubArea Id="bcs_Setup"'),
    siteMapPath,
    'the id "bcs_Setup" is empty or used twice',
  ],
  [
    'an app without its site map',
    () => broken(appPath, `<AppModuleComponent type="62" schemaName="${name}" />`, ''),
    appPath,
    'names 0 site maps',
  ],
  [
    'an app for a role that is not there',
    () => broken(appPath, '790688fe', '790688ff'),
    appPath,
    'is opened to the role {790688ff-7be5-42e2-b5e8-0b611393de33}',
  ],
  [
    'an app that System Administrators cannot open',
    () => broken(appPath, '<Role id="{627090ff-40a3-4053-8790-584edc5be201}" />', ''),
    appPath,
    'is not opened to the standard role {627090ff',
  ],
  [
    'an icon of a table that is not there',
    () => broken(connection, 'bcs_/icons/connection.svg', 'bcs_/icons/plug.svg'),
    connection,
    'has the icon bcs_/icons/plug.svg',
  ],
  [
    'a web resource without its content',
    () => findings(withoutFile(realSources, icon)),
    `${icon}.data.xml`,
    'has no content',
  ],
  [
    'a web resource of another type than its name says',
    () => broken(`${icon}.data.xml`, '<WebResourceType>11<', '<WebResourceType>5<'),
    `${icon}.data.xml`,
    '<WebResourceType> is not 11',
  ],
  [
    'a web resource that an export would put elsewhere',
    () => broken(`${icon}.data.xml`, '/WebResources/bcs_iconssetupsvg', '/WebResources/setup.svg'),
    `${icon}.data.xml`,
    '<FileName> is not /WebResources/bcs_iconssetupsvg',
  ],
  [
    'a page that was not built',
    () => withPages(withoutFile(fixtureAdministration, 'setup.html')),
    'WebResources/bcs_/administration/setup.html.data.xml',
    'has no content',
  ],
  [
    'a page that is built and not described',
    () => withPages(withFile(fixtureAdministration, 'orders.html', '<body></body>')),
    'web resource bcs_/administration/orders.html',
    'is built, but not described',
  ],
  [
    'a program over 5 MB',
    () => withPages(withFile(fixtureAdministration, 'pages.js', new Uint8Array(5_000_001))),
    'WebResources/bcs_/administration/pages.js.data.xml',
    'has 5000001 bytes; an import takes at most 5000000',
  ],
  [
    'a table of the Sales app that is not said to be needed',
    () =>
      broken(
        manifest,
        '<Required type="1" schemaName="salesorderdetail" displayName="Order Product" solution="msdynce_Sales (9.0.0.0)" />',
        '<Required type="1" schemaName="salesorder" displayName="Order" solution="msdynce_Sales (9.0.0.0)" />',
      ),
    manifest,
    'does not say that 1 salesorderdetail needs the table salesorderdetail',
  ],
  [
    'a needed table that names no solution',
    () => broken(manifest, ' solution="msdynce_Sales (9.0.0.0)"', ''),
    manifest,
    'the required quote names no solution with its version',
  ],
];
test.each(refusals)('packing refuses %s', (_, find, part, reason) => {
  expect(find()).toContainEqual({ part, reason: expect.stringContaining(reason) as string });
});

test('the fixtures as they are have no finding', () => {
  expect(findings(realSources, fixtureControls)).toEqual([]);
});

describe('the pages as they are built', () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = await administrationFiles();
  });

  test('are one document a page, and one program', () => {
    expect([...files.keys()].sort()).toEqual([...pageNames.map((page) => `${page}.html`), 'pages.js'].sort());
    for (const page of pageNames) {
      expect(files.get(`${page}.html`)).toContain(`<body data-page="${page}">`);
    }
  });

  test('are under 5 MB, minified, without a map of the sources', () => {
    const program = files.get('pages.js')!;
    expect(Buffer.byteLength(program)).toBeLessThan(5_000_000);
    expect(program).not.toContain('sourceMappingURL');
    expect(program).not.toContain('development build of React');
  });

  test('need neither eval nor a script of the document, which a strict policy forbids', () => {
    expect(files.get('pages.js')).not.toMatch(/\beval\(|\bnew Function\(/);
    for (const page of pageNames) {
      expect(files.get(`${page}.html`)!.match(/<script[^>]*>/g)).toEqual(['<script src="pages.js">']);
    }
  });
});
