import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { contentTypes } from '../../solution/packer/contentTypes';
import { packSolution } from '../../solution/packer/packSolution';
import { at, attributeOf, childElements, parseXml, textOf, writeXml } from '../../solution/packer/xml';
import { fixtureControls, goodInput } from './solutionFixtures';

const packed = packSolution(goodInput);
const unmanaged = unzipSync(packed.unmanaged);
const managed = unzipSync(packed.managed);
/** Parts of the web resources: the name without anything but letters, digits and `_`, and the id in upper case. */
const webResources = [
  'administrationhealthhtml',
  'administrationpagesjs',
  'administrationsalespeoplehtml',
  'administrationsetuphtml',
  'administrationsynchronizationhtml',
  'commandsopenInBusinessCentraljs',
  'iconsadministrationsvg',
  'iconsconnectionsvg',
  'iconshealthsvg',
  'iconsopenInBusinessCentralsvg',
  'iconssalespeoplesvg',
  'iconssetupsvg',
  'iconssynchronizationsvg',
].map((name) => new RegExp(`^WebResources/bcs_${name}[0-9A-F-]{36}$`));
const controlsFolder = 'Controls/bcs_BusinessCentralForSales';

/** Compression method and flags of every entry, read from the zip's central directory (APPNOTE 4.3.12). */
function centralDirectory(zip: Uint8Array): { name: string; method: number }[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const entries: { name: string; method: number }[] = [];
  for (let offset = 0; offset + 46 <= zip.length; offset += 1) {
    if (view.getUint32(offset, true) === 0x02014b50) {
      const length = view.getUint16(offset + 28, true);
      entries.push({
        name: strFromU8(zip.subarray(offset + 46, offset + 46 + length)),
        method: view.getUint16(offset + 10, true),
      });
    }
  }
  return entries;
}

describe('both packages', () => {
  test('hold the three root parts under their exact names, and each control under its full name', () => {
    expect(Object.keys(unmanaged)).toEqual([
      '[Content_Types].xml',
      'solution.xml',
      'customizations.xml',
      ...webResources.map((part) => expect.stringMatching(part) as string),
      ...['CoupleRecord', 'CustomerStatistics', 'ProductAvailability'].flatMap((control) => [
        `${controlsFolder}.${control}/ControlManifest.xml`,
        `${controlsFolder}.${control}/bundle.js`,
        `${controlsFolder}.${control}/css/${control}.css`,
        `${controlsFolder}.${control}/strings/${control}.1033.resx`,
      ]),
    ]);
    expect(Object.keys(managed)).toEqual(Object.keys(unmanaged));
  });

  test('are deflated, with forward slashes and without directory entries', () => {
    const entries = centralDirectory(packed.unmanaged);
    expect(entries).toHaveLength(Object.keys(unmanaged).length);
    expect(entries.filter(({ method }) => method !== 8)).toEqual([]);
    expect(entries.filter(({ name }) => name.endsWith('/') || name.includes('\\'))).toEqual([]);
  });

  test('differ in <Managed> alone', () => {
    const differing = Object.keys(unmanaged).filter(
      (path) => !Buffer.from(unmanaged[path]!).equals(managed[path]!),
    );
    expect(differing).toEqual(['solution.xml']);
    expect(strFromU8(managed['solution.xml']!)).toBe(
      strFromU8(unmanaged['solution.xml']!).replace('<Managed>0</Managed>', '<Managed>1</Managed>'),
    );
  });

  test('carry the controls byte by byte as they were built', () => {
    for (const [path, bytes] of fixtureControls) {
      const inZip = unmanaged[`${controlsFolder}.${path}`];
      expect(Buffer.from(inZip!).equals(bytes)).toBe(true);
    }
  });

  test('have the version of package.json with a fourth number', () => {
    const manifest = at(parseXml(strFromU8(unmanaged['solution.xml']!), 'solution.xml'), 'SolutionManifest');
    expect(packed.version).toBe('1.2.3.0');
    expect(textOf(at(manifest, 'Version'))).toBe('1.2.3.0');
    expect(textOf(at(manifest, 'UniqueName'))).toBe('BusinessCentralForSales');
  });

  test('begin without a byte order mark, as the platform writes its own', () => {
    expect(strFromU8(unmanaged['customizations.xml']!)).toMatch(/^<ImportExportXml /);
    expect(strFromU8(unmanaged['solution.xml']!)).toMatch(/^<ImportExportXml /);
  });

  test('declare the type of every extension', () => {
    const types = parseXml(strFromU8(unmanaged['[Content_Types].xml']!), '[Content_Types].xml');
    expect(childElements(types).map((type) => attributeOf(type, 'Extension'))).toEqual([
      'css',
      'js',
      'resx',
      'xml',
      // Web resources have no extension in the package, so each has an entry of its own.
      ...webResources.map(() => ''),
    ]);
  });

  test.each([
    ['Pacific/Auckland', 'tr_TR.UTF-8'],
    ['America/Los_Angeles', 'en_US.UTF-8'],
  ])('are the same bytes in another process, in %s and %s', (TZ, LANG) => {
    const script = `
      const { createHash } = require('node:crypto');
      const { packSolution } = require('./solution/packer/packSolution');
      const { goodInput } = require('./test/package/solutionFixtures');
      const { unmanaged, managed } = packSolution(goodInput);
      console.log([unmanaged, managed].map((zip) => createHash('sha256').update(zip).digest('hex')).join(' '));`;
    const elsewhere = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=commonjs', '-e', script],
      { cwd: join(__dirname, '../..'), env: { ...process.env, TZ, LANG }, encoding: 'utf8' },
    );
    const here = [packed.unmanaged, packed.managed].map((zip) =>
      createHash('sha256').update(zip).digest('hex'),
    );
    expect(elsewhere.trim()).toBe(here.join(' '));
  });
});

describe('customizations.xml', () => {
  const root = parseXml(strFromU8(unmanaged['customizations.xml']!), 'customizations.xml');

  test('has its parts in the order of a real export', () => {
    expect(childElements(root).map(({ name }) => name)).toEqual([
      'Entities',
      'Roles',
      'Workflows',
      'FieldSecurityProfiles',
      'Templates',
      'EntityMaps',
      'EntityRelationships',
      'OrganizationSettings',
      'optionsets',
      'WebResources',
      'CustomControls',
      'AppModuleSiteMaps',
      'AppModules',
      'EntityDataProviders',
      'Languages',
    ]);
  });

  test('has everything that has a file of its own in its place', () => {
    const tables = childElements(at(root, 'Entities')).map((table) => ({
      name: textOf(at(table, 'Name')),
      forms: childElements(at(table, 'FormXml', 'forms'), 'systemform').length,
      views: childElements(at(table, 'SavedQueries', 'savedqueries'), 'savedquery').length,
      commands: childElements(at(table, 'RibbonDiffXml', 'CustomActions'), 'CustomAction').length,
    }));
    expect(tables).toEqual([
      { name: 'Account', forms: 1, views: 0, commands: 1 },
      { name: 'Contact', forms: 1, views: 0, commands: 1 },
      { name: 'Invoice', forms: 1, views: 0, commands: 0 },
      { name: 'Opportunity', forms: 1, views: 0, commands: 1 },
      { name: 'PriceLevel', forms: 1, views: 0, commands: 0 },
      { name: 'Product', forms: 1, views: 0, commands: 1 },
      { name: 'Quote', forms: 1, views: 0, commands: 1 },
      { name: 'QuoteDetail', forms: 1, views: 1, commands: 0 },
      { name: 'SalesOrder', forms: 1, views: 0, commands: 1 },
      { name: 'SalesOrderDetail', forms: 1, views: 1, commands: 0 },
      { name: 'SystemUser', forms: 1, views: 0, commands: 0 },
      { name: 'TransactionCurrency', forms: 1, views: 0, commands: 0 },
      { name: 'UoMSchedule', forms: 1, views: 0, commands: 0 },
      { name: 'bcs_connection', forms: 1, views: 6, commands: 0 },
      { name: 'bcs_gatewayticket', forms: 0, views: 5, commands: 0 },
    ]);
    expect(childElements(at(root, 'Roles'))).toHaveLength(3);
    expect(childElements(at(root, 'FieldSecurityProfiles'))).toHaveLength(1);
    expect(childElements(at(root, 'EntityRelationships'))).toHaveLength(6);
    expect(childElements(at(root, 'CustomControls'))).toHaveLength(3);
    expect(childElements(at(root, 'WebResources'))).toHaveLength(webResources.length);
    expect(childElements(at(root, 'AppModules'))).toHaveLength(1);
    expect(childElements(at(root, 'AppModuleSiteMaps'))).toHaveLength(1);
  });

  test('declares no namespace twice and keeps letters outside ASCII', () => {
    const text = strFromU8(unmanaged['customizations.xml']!);
    expect(text.match(/xmlns:/g)).toHaveLength(1);
    expect(text).toContain('description="Åtkomstnyckel för webbtjänst" languagecode="1053"');
  });
});

test('a part without an extension gets its own content type', () => {
  expect(writeXml(contentTypes(['WebResources/bcs_setup', 'solution.xml']))).toContain(
    '<Override PartName="/WebResources/bcs_setup" ContentType="application/octet-stream"/>',
  );
});
