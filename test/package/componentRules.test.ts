import type { Refusal } from './solutionFixtures';
import { packSolution } from '../../solution/packer/packSolution';
import {
  broken,
  findings,
  fixtureControls,
  goodInput,
  realSources,
  withControl,
  withFile,
  withText,
  withoutFile,
} from './solutionFixtures';

const manifest = 'Other/Solution.xml';
const frame = 'Other/Customizations.xml';
const connection = 'Entities/bcs_connection/Entity.xml';
const administrator = 'Roles/Integration Administrator.xml';
const control = 'bcs_BusinessCentralForSales.ProductAvailability';
const registration = `Controls/${control}/ControlManifest.xml.data.xml`;

const refusals: readonly Refusal[] = [
  [
    'a role that is no root component',
    () =>
      broken(
        manifest,
        '<RootComponent type="20" id="{790688fe-7be5-42e2-b5e8-0b611393de33}" behavior="0" />',
        '',
      ),
    'role {790688fe-7be5-42e2-b5e8-0b611393de33}',
    'not declared as a root component',
  ],
  [
    'a control that is no root component',
    () => broken(manifest, `<RootComponent type="66" schemaName="${control}" behavior="0" />`, ''),
    `control ${control}`,
    'not declared as a root component',
  ],
  [
    'a root component without payload',
    () => findings(withoutFile(realSources, 'Roles/Integration User.xml')),
    'role {8e5c7a22-534b-426c-b2d2-9c6e180128e8}',
    'the solution does not contain it',
  ],
  [
    'a root component of a type that the solution has nothing of',
    () =>
      broken(
        manifest,
        '</RootComponents>',
        '<RootComponent type="29" schemaName="bcs_flow" behavior="0" /></RootComponents>',
      ),
    'component of type 29 bcs_flow',
    'the solution does not contain it',
  ],
  [
    'a table of the Sales app that would come whole',
    () => broken(manifest, 'schemaName="quote" behavior="2"', 'schemaName="quote" behavior="0"'),
    'table quote',
    'must come as a shell (2)',
  ],
  [
    'a table of our own that would come as a shell',
    () =>
      broken(
        manifest,
        'schemaName="bcs_connection" behavior="0"',
        'schemaName="bcs_connection" behavior="2"',
      ),
    'table bcs_connection',
    'must come whole (0)',
  ],
  [
    'a registered control that is not built',
    () => findings(realSources, new Map()),
    `control ${control}`,
    'out/controls has no control',
  ],
  [
    'a built control that nobody registered',
    () =>
      findings(
        realSources,
        withFile(
          fixtureControls,
          'OpenInBusinessCentral/ControlManifest.xml',
          '<manifest><control namespace="BusinessCentralForSales" constructor="OpenInBusinessCentral" version="1.2.3"/></manifest>',
        ),
      ),
    'control bcs_BusinessCentralForSales.OpenInBusinessCentral',
    'is built, but not registered',
  ],
  [
    'a control whose name has no prefix of the publisher',
    () =>
      broken(
        registration,
        `<Name>${control}</Name>`,
        '<Name>BusinessCentralForSales.ProductAvailability</Name>',
      ),
    registration,
    'does not begin with bcs_',
  ],
  [
    'a control registered with another file name',
    () => broken(registration, `/Controls/${control}/`, '/Controls/ProductAvailability/'),
    registration,
    '<FileName> is not',
  ],
  [
    'a control whose manifest has another namespace',
    () => withControl('namespace="BusinessCentralForSales"', 'namespace="Bcs"'),
    `control ${control}`,
    'is registered, but out/controls has bcs_BusinessCentralForSales.CustomerStatistics, bcs_BusinessCentralForSales.CoupleRecord, bcs_Bcs.ProductAvailability',
  ],
  [
    'a control whose manifest names a file that is not there',
    () => withControl('path="bundle.js"', 'path="main.js"'),
    'ProductAvailability/main.js',
    'named in the manifest, but not there',
  ],
  [
    'a bundle over 5 MB',
    () =>
      findings(
        realSources,
        withFile(fixtureControls, 'ProductAvailability/bundle.js', new Uint8Array(5_000_001)),
      ),
    'ProductAvailability/bundle.js',
    'has 5000001 bytes; an import takes at most 5000000',
  ],
  [
    'a control whose version was not raised with the package',
    () => withControl('version="1.2.3"', 'version="1.2.2"'),
    'ProductAvailability/ControlManifest.xml',
    'version 1.2.2 is not 1.2.3',
  ],
  [
    'a version in the sources, which is package.json’s to give',
    () => broken(manifest, '<Version>0.0.0.0</Version>', '<Version>1.2.3.0</Version>'),
    manifest,
    'leave 0.0.0.0',
  ],
  [
    'a column without the prefix of the publisher',
    () =>
      broken(connection, '<attribute PhysicalName="bcs_company">', '<attribute PhysicalName="new_company">'),
    'table bcs_connection',
    'new_company does not begin with bcs_',
  ],
  [
    'a choice value outside the range of the publisher',
    () => broken(connection, '<option value="582400001"', '<option value="100000001"'),
    'choice bcs_connection_bcs_matchby',
    '100000001 is not the publisher',
  ],
  [
    'a file that no tool would read',
    () => findings(withFile(realSources, 'Entities/bcs_connection/notes.txt', 'x')),
    'Entities/bcs_connection/notes.txt',
    'it would be lost in packing',
  ],
  [
    'a frame that is filled by hand',
    () => broken(frame, '<Roles />', '<Roles><Role /></Roles>'),
    frame,
    '<Roles> is not empty',
  ],
  [
    'a frame in another order than an export',
    () => broken(frame, '<optionsets />\n  <WebResources />', '<WebResources />\n  <optionsets />'),
    frame,
    '<optionsets> is not where an export has it',
  ],
  [
    'sources that are not for both packages',
    () => broken(manifest, '<Managed>2</Managed>', '<Managed>0</Managed>'),
    manifest,
    '<Managed> is not 2',
  ],
  [
    'a relationship that is listed, but nowhere described',
    () => findings(withoutFile(realSources, 'Other/Relationships/Organization.xml')),
    'Other/Relationships.xml',
    'organization_bcs_connection has no body',
  ],
  [
    'a relationship that is described, but not listed',
    () => broken('Other/Relationships.xml', '<EntityRelationship Name="organization_bcs_connection" />', ''),
    'Other/Relationships.xml',
    'organization_bcs_connection is not listed',
  ],
];

/** What a solution consists of: components, controls, names, versions, layout. */
test.each(refusals)('refuses %s', (_, find, part, reason) => {
  expect(find()).toContainEqual({ part, reason: expect.stringContaining(reason) as string });
});

test('the sources as they are have no finding', () => {
  expect(findings(realSources)).toEqual([]);
});

test('tells everything that is wrong at once, each with its part', () => {
  const twice = withText(
    withText(realSources, administrator, 'prvReadbcs_connection', 'prvReadUoM'),
    manifest,
    '<Managed>2</Managed>',
    '<Managed>1</Managed>',
  );
  expect(() => packSolution({ ...goodInput, sources: twice })).toThrow(
    `${manifest}: <Managed> is not 2, the sources of both packages\n${administrator}: prvReadUoM: no such privilege is known`,
  );
});

test('refuses a file that is not well-formed, by its name and line', () => {
  const sources = withText(realSources, administrator, '</RolePrivileges>', '');
  expect(() => packSolution({ ...goodInput, sources })).toThrow(/Roles\/Integration Administrator\.xml:\d+/);
});

test('refuses sources without Other/Solution.xml', () => {
  expect(() => packSolution({ ...goodInput, sources: withoutFile(realSources, manifest) })).toThrow(
    'Other/Solution.xml is missing',
  );
});

test('refuses a package version that is not three numbers', () => {
  expect(() => packSolution({ ...goodInput, packageVersion: '1.2.3-beta' })).toThrow('is not three numbers');
});
