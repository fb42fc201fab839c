import type { FileTree } from '../../solution/packer/fileTree';
import { packSolution, SolutionRefused } from '../../solution/packer/packSolution';
import type { Finding } from '../../solution/rules/finding';
import {
  controlManifest,
  fixtureControls,
  goodInput,
  pathOf,
  realSources,
  withFile,
  withoutFile,
  withText,
} from './solutionFixtures';

const manifest = 'Other/Solution.xml';
const frame = 'Other/Customizations.xml';
const connection = 'Entities/bcs_connection/Entity.xml';
const profiles = 'Other/FieldSecurityProfiles.xml';
const administrator = 'Roles/Integration Administrator.xml';
const control = 'bcs_BusinessCentralForSales.ProductAvailability';
const registration = `Controls/${control}/ControlManifest.xml.data.xml`;
const quoteLineForm = pathOf('QuoteDetail/FormXml');
const quoteForm = pathOf('Quote/FormXml');
const connectionForm = pathOf('bcs_connection/FormXml');
const quoteLineView = pathOf('QuoteDetail/SavedQueries');
const anyConnectionView = [...realSources.keys()].find((path) =>
  path.includes('bcs_connection/SavedQueries'),
)!;

/** What the packer finds in these files. */
function findings(sources: FileTree, controls: FileTree = fixtureControls): readonly Finding[] {
  try {
    packSolution({ ...goodInput, sources, controls });
    return [];
  } catch (error) {
    if (error instanceof SolutionRefused) {
      return error.findings;
    }
    throw error;
  }
}

const broken = (path: string, text: string, replacement: string) =>
  findings(withText(realSources, path, text, replacement));
const withControl = (text: string, replacement: string) =>
  findings(
    realSources,
    withFile(
      fixtureControls,
      'ProductAvailability/ControlManifest.xml',
      controlManifest.replace(text, replacement),
    ),
  );

test('the sources as they are have no finding', () => {
  expect(findings(realSources)).toEqual([]);
});

/** Rule, what is found, the part it names, a piece of the reason. */
const cases: readonly (readonly [string, () => readonly Finding[], string, string])[] = [
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
        '<RootComponent type="61" schemaName="bcs_icon" behavior="0" /></RootComponents>',
      ),
    'component of type 61 bcs_icon',
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
          'CoupleRecord/ControlManifest.xml',
          '<manifest><control namespace="BusinessCentralForSales" constructor="CoupleRecord" version="1.2.3"/></manifest>',
        ),
      ),
    'control bcs_BusinessCentralForSales.CoupleRecord',
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
    'out/controls has bcs_Bcs.ProductAvailability',
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
    'a property on a form that the manifest does not declare',
    () => withControl('<property name="unit" of-type="Lookup.Simple" usage="bound" required="false" />', ''),
    quoteLineForm,
    `property unit is not declared in the manifest of ${control}`,
  ],
  [
    'a property that the manifest requires and a form does not give',
    () =>
      withControl(
        'name="total" of-type="Currency" usage="bound" required="false"',
        'name="total" of-type="Currency" usage="bound" required="true"',
      ),
    quoteLineForm,
    `property total, which ${control} requires`,
  ],
  [
    'a control description for no control',
    () => broken(quoteForm, 'forControl="{5c0f6249', 'forControl="{00000249'),
    quoteForm,
    'belongs to no control of the form',
  ],
  [
    'a custom control without a description',
    () => broken(quoteForm, 'uniqueid="{5c0f6249', 'uniqueid="{00000249'),
    quoteForm,
    'the control quotenumber has no control description',
  ],
  [
    'a control that the solution does not bring',
    () =>
      broken(
        quoteForm,
        `formFactor="0" name="${control}"`,
        'formFactor="0" name="bcs_BusinessCentralForSales.Stock"',
      ),
    quoteForm,
    'does not bring the control bcs_BusinessCentralForSales.Stock',
  ],
  [
    'a control bound differently on a phone',
    () => broken(quoteForm, '<total>totalamount</total>', '<total>totallineitemamount</total>'),
    quoteForm,
    'bound differently on different form factors',
  ],
  [
    'a control that is not on every form factor',
    () => broken(quoteForm, 'formFactor="2"', 'formFactor="1"'),
    quoteForm,
    'for the form factors 0, 1, 1',
  ],
  [
    'a control description without a native control',
    () => broken(quoteForm, '<customControl id="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}">', '<customControl>'),
    quoteForm,
    'no native control to fall back on',
  ],
  [
    'a form of our table with a column that does not exist',
    () => broken(connectionForm, 'datafieldname="bcs_company"', 'datafieldname="bcs_tenant"'),
    connectionForm,
    'bcs_tenant is no column of bcs_connection',
  ],
  [
    'two controls of one name on a form',
    () => broken(quoteForm, '<control id="revisionnumber"', '<control id="name"'),
    quoteForm,
    'two controls are called name',
  ],
  [
    'a form id that is no GUID',
    () => broken(quoteForm, '<formid>{40f7d0e9', '<formid>{40F7D0E9'),
    quoteForm,
    'is no GUID in braces and lower case',
  ],
  [
    'a form whose file has another name',
    () => broken(quoteForm, '<formid>{40f7d0e9', '<formid>{40f7d0e8'),
    quoteForm,
    'the file is not named by its id {40f7d0e8',
  ],
  [
    'the same form id twice',
    () =>
      broken(
        quoteForm,
        '<formid>{40f7d0e9-3efb-41f6-b5f5-d6ff2c1c1af9}',
        '<formid>{e4a4b271-e112-4a35-9150-4e490f4dfa89}',
      ),
    quoteLineForm,
    'the id {e4a4b271-e112-4a35-9150-4e490f4dfa89} is used more than once',
  ],
  [
    'a role with an id of Microsoft’s',
    () =>
      broken(
        administrator,
        '{790688fe-7be5-42e2-b5e8-0b611393de33}',
        '{8c8d4f51-a72b-e511-80d9-3863bb349780}',
      ),
    administrator,
    'is a role of Microsoft',
  ],
  [
    'a label that lacks a language',
    () => broken(connection, '<displayname description="Yritys" languagecode="1035" />', ''),
    connection,
    'the label "Company" is not there in language 1035',
  ],
  [
    'a label that is empty in a language',
    () => broken(quoteForm, 'description="Sammanfattning"', 'description=""'),
    quoteForm,
    'the label "Summary" is empty in language 1053',
  ],
  [
    'a label that is there twice in a language',
    () => broken(quoteLineView, 'languagecode="1040"', 'languagecode="1033"'),
    quoteLineView,
    'is there twice in language 1033',
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
    'a privilege of a table that has none of its own',
    () => broken(administrator, 'prvReadbcs_connection', 'prvReadQuoteDetail'),
    administrator,
    'prvReadQuoteDetail: no such privilege is known',
  ],
  [
    'a privilege by the logical name where the stem is another',
    () => broken(administrator, 'prvReadbcs_connection', 'prvReadSalesOrder'),
    administrator,
    'prvReadSalesOrder: no such privilege is known',
  ],
  [
    'a privilege with a verb that does not exist',
    () => broken(administrator, 'prvReadbcs_connection', 'prvUsebcs_connection'),
    administrator,
    'prvUsebcs_connection: no such privilege is known',
  ],
  [
    'a privilege of the owner on a table without owners',
    () => broken(administrator, 'prvReadbcs_connection', 'prvAssignbcs_connection'),
    administrator,
    'there is nothing to assign',
  ],
  [
    'a level below the organization on a table without owners',
    () =>
      broken(
        administrator,
        'name="prvReadbcs_connection" level="Global"',
        'name="prvReadbcs_connection" level="Basic"',
      ),
    administrator,
    'only the level Global exists',
  ],
  [
    'a level that does not exist',
    () =>
      broken(
        administrator,
        'name="prvReadbcs_connection" level="Global"',
        'name="prvReadProduct" level="All"',
      ),
    administrator,
    'prvReadProduct: All is no level',
  ],
  [
    'a privilege that is granted twice',
    () => broken(administrator, 'prvReadbcs_connection', 'prvWritebcs_connection'),
    administrator,
    'prvWritebcs_connection is granted twice',
  ],
  [
    'a role whose file has another name',
    () => broken(administrator, 'name="Integration Administrator"', 'name="Administrator"'),
    administrator,
    'the file is not named by the role Administrator',
  ],
  [
    'a secured column that no profile opens',
    () => broken(profiles, 'bcs_webserviceaccesskey', 'bcs_username'),
    profiles,
    'no profile opens the secured column bcs_connection.bcs_webserviceaccesskey',
  ],
  [
    'a profile that opens a column which is not secured',
    () => broken(connection, '<IsSecured>1</IsSecured>', '<IsSecured>0</IsSecured>'),
    profiles,
    'opens bcs_connection.bcs_webserviceaccesskey, which is no secured column here',
  ],
  [
    'a column permission that is neither allowed nor not',
    () => broken(profiles, '<CanRead>4</CanRead>', '<CanRead>1</CanRead>'),
    profiles,
    'neither 0 nor 4',
  ],
  [
    'a view that shows what it does not ask for',
    () => broken(quoteLineView, '<attribute name="uomid" />', ''),
    quoteLineView,
    'shows uomid, but does not ask for it',
  ],
  [
    'a view that lies under another table',
    () => broken(quoteLineView, '<entity name="quotedetail">', '<entity name="quote">'),
    quoteLineView,
    'asks for quote, but lies under quotedetail',
  ],
  [
    'a view that shows a secured column',
    () =>
      broken(
        anyConnectionView,
        '<attribute name="bcs_company" />',
        '<attribute name="bcs_company" /><attribute name="bcs_webserviceaccesskey" />',
      ),
    anyConnectionView,
    'bcs_webserviceaccesskey is secured',
  ],
  [
    'a view with a column that does not exist',
    () => broken(anyConnectionView, '<order attribute="bcs_name"', '<order attribute="bcs_rank"'),
    anyConnectionView,
    'bcs_rank is no column of bcs_connection',
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
    () => broken(frame, '<optionsets />\n  <CustomControls />', '<CustomControls />\n  <optionsets />'),
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

test.each(cases)('refuses %s', (_, find, part, reason) => {
  expect(find()).toContainEqual({ part, reason: expect.stringContaining(reason) as string });
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
