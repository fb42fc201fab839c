import { strToU8, zipSync } from 'fflate';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { ImportRefused } from '../../../sandbox/dataverse/importer/refusals';
import type { Refusal, RefusalCode } from '../../../sandbox/dataverse/importer/refusals';

/** The files of a solution, by their path in the zip. */
export type SolutionParts = Readonly<Record<string, string | Uint8Array>>;

export const controlName = 'tst_Test.Gauge';
export const roleId = '11111111-1111-4111-8111-111111111111';
export const profileId = '22222222-2222-4222-8222-222222222222';
export const formId = '33333333-3333-4333-8333-333333333333';
export const viewId = '44444444-4444-4444-8444-444444444444';

const label = (element: string, text: string): string =>
  `<${element} description="${text}" languagecode="1033" /><${element} description="${text} (it)" languagecode="1040" />`;

const column = (physicalName: string, type: string, text: string, more = ''): string =>
  `<attribute PhysicalName="${physicalName}"><Type>${type}</Type><Name>${physicalName.toLowerCase()}</Name>` +
  `<LogicalName>${physicalName.toLowerCase()}</LogicalName><RequiredLevel>none</RequiredLevel>` +
  `<ValidForUpdateApi>1</ValidForUpdateApi><ValidForCreateApi>1</ValidForCreateApi>${more}` +
  `<displaynames>${label('displayname', text)}</displaynames></attribute>`;

const gadgetTable =
  '<Entity><Name LocalizedName="Gadget" OriginalName="Gadget">tst_gadget</Name><EntityInfo><entity Name="tst_gadget">' +
  `<LocalizedNames>${label('LocalizedName', 'Gadget')}</LocalizedNames>` +
  `<LocalizedCollectionNames>${label('LocalizedCollectionName', 'Gadgets')}</LocalizedCollectionNames><attributes>` +
  column('tst_gadgetId', 'primarykey', 'Gadget') +
  column(
    'tst_name',
    'nvarchar',
    'Name',
    '<DisplayMask>PrimaryName|ValidForForm</DisplayMask><MaxLength>50</MaxLength>',
  ) +
  column('tst_secret', 'nvarchar', 'Secret', '<IsSecured>1</IsSecured><MaxLength>100</MaxLength>') +
  column(
    'tst_kind',
    'picklist',
    'Kind',
    '<optionset Name="tst_gadget_tst_kind"><OptionSetType>picklist</OptionSetType><options>' +
      `<option value="582400000"><labels>${label('label', 'Small')}</labels></option>` +
      `<option value="582400001"><labels>${label('label', 'Large')}</labels></option></options></optionset>`,
  ) +
  column(
    'tst_weight',
    'decimal',
    'Weight',
    '<Accuracy>3</Accuracy><MinValue>0</MinValue><MaxValue>1000</MaxValue>',
  ) +
  column('tst_made', 'datetime', 'Made', '<Format>date</Format><Behavior>2</Behavior>') +
  column('tst_Maker', 'lookup', 'Maker') +
  '</attributes><EntitySetName>tst_gadgets</EntitySetName><OwnershipTypeMask>OrgOwned</OwnershipTypeMask></entity>' +
  '</EntityInfo></Entity>';

const quoteDetailForm =
  '<Entity><Name LocalizedName="Quote Product" OriginalName="">QuoteDetail</Name><EntityInfo>' +
  '<entity Name="QuoteDetail" unmodified="1"><attributes /></entity></EntityInfo>' +
  `<FormXml><forms type="main"><systemform><formid>{${formId}}</formid><FormPresentation>1</FormPresentation>` +
  '<FormActivationState>1</FormActivationState><form><tabs><tab id="{aaaaaaaa-0000-4000-8000-000000000001}"><columns>' +
  '<column width="100%"><sections><section id="{aaaaaaaa-0000-4000-8000-000000000002}"><rows><row>' +
  '<cell id="{aaaaaaaa-0000-4000-8000-000000000003}"><control id="quotedetailname" datafieldname="quotedetailname" ' +
  'classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" uniqueid="{bbbbbbbb-0000-4000-8000-000000000001}" /></cell>' +
  '<cell id="{aaaaaaaa-0000-4000-8000-000000000004}"><control id="quantity" datafieldname="quantity" ' +
  'classid="{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}" /></cell></row></rows></section></sections></column></columns></tab>' +
  '</tabs><controlDescriptions><controlDescription forControl="{bbbbbbbb-0000-4000-8000-000000000001}">' +
  '<customControl id="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}"><parameters><datafieldname>quotedetailname</datafieldname>' +
  `</parameters></customControl><customControl formFactor="2" name="${controlName}"><parameters>` +
  '<anchor>quotedetailname</anchor><amount>quantity</amount><unit static="true" type="SingleLine.Text">PCS</unit>' +
  '</parameters></customControl></controlDescription></controlDescriptions></form>' +
  `<LocalizedNames>${label('LocalizedName', 'Gauged line')}</LocalizedNames></systemform></forms></FormXml>` +
  `<SavedQueries><savedqueries><savedquery><savedqueryid>{${viewId}}</savedqueryid><querytype>0</querytype>` +
  '<isdefault>0</isdefault><layoutxml><grid name="resultset"><row name="result" id="quotedetailid">' +
  '<cell name="quantity" width="100" /></row></grid></layoutxml><fetchxml><fetch version="1.0">' +
  '<entity name="quotedetail"><attribute name="quantity" /><order attribute="lineitemnumber" descending="false" />' +
  `</entity></fetch></fetchxml><LocalizedNames>${label('LocalizedName', 'Lines')}</LocalizedNames></savedquery>` +
  '</savedqueries></SavedQueries></Entity>';

const customizations =
  '<?xml version="1.0" encoding="utf-8"?><ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<Entities>${gadgetTable}${quoteDetailForm}</Entities>` +
  `<Roles><Role id="{${roleId}}" name="Gadget Reader"><RolePrivileges>` +
  '<RolePrivilege name="prvReadtst_gadget" level="Global" /><RolePrivilege name="prvReadOrder" level="Basic" />' +
  '</RolePrivileges></Role></Roles>' +
  `<FieldSecurityProfiles><FieldSecurityProfile name="Gadget Secrets" description="" fieldsecurityprofileid="{${profileId}}">` +
  '<FieldPermissions><FieldPermission><EntityName>tst_gadget</EntityName><AttributeName>tst_secret</AttributeName>' +
  '<CanRead>4</CanRead><CanUpdate>4</CanUpdate><CanCreate>4</CanCreate></FieldPermission></FieldPermissions>' +
  '</FieldSecurityProfile></FieldSecurityProfiles>' +
  '<EntityRelationships><EntityRelationship Name="tst_gadget_Maker"><EntityRelationshipType>OneToMany</EntityRelationshipType>' +
  '<ReferencingEntityName>tst_gadget</ReferencingEntityName><ReferencedEntityName>Account</ReferencedEntityName>' +
  '<CascadeDelete>Restrict</CascadeDelete><ReferencingAttributeName>tst_Maker</ReferencingAttributeName>' +
  '</EntityRelationship></EntityRelationships><optionsets />' +
  `<CustomControls><CustomControl><Name>${controlName}</Name><FileName>/Controls/${controlName}/ControlManifest.xml` +
  '</FileName></CustomControl></CustomControls><Languages><Language>1033</Language><Language>1040</Language></Languages>' +
  '</ImportExportXml>';

const manifest =
  '<?xml version="1.0" encoding="utf-8"?><ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" ' +
  'languagecode="1033"><SolutionManifest><UniqueName>TestSolution</UniqueName>' +
  `<LocalizedNames>${label('LocalizedName', 'Test')}</LocalizedNames><Version>1.2.0.0</Version><Managed>0</Managed>` +
  '<Publisher><UniqueName>TestPublisher</UniqueName><CustomizationPrefix>tst</CustomizationPrefix></Publisher>' +
  '<RootComponents><RootComponent type="1" schemaName="tst_gadget" behavior="0" />' +
  '<RootComponent type="1" schemaName="quotedetail" behavior="2" />' +
  `<RootComponent type="20" id="{${roleId}}" behavior="0" />` +
  `<RootComponent type="66" schemaName="${controlName}" behavior="0" />` +
  `<RootComponent type="70" id="{${profileId}}" behavior="0" /></RootComponents><MissingDependencies />` +
  '</SolutionManifest></ImportExportXml>';

const contentTypes =
  '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="xml" ContentType="application/octet-stream" />' +
  '<Default Extension="js" ContentType="application/octet-stream" />' +
  '<Default Extension="css" ContentType="application/octet-stream" /></Types>';

const controlManifest =
  '<?xml version="1.0" encoding="utf-8"?><manifest><control namespace="Test" constructor="Gauge" version="1.0.0" ' +
  'control-type="virtual"><property name="anchor" of-type="SingleLine.Text" usage="bound" required="true" />' +
  '<property name="amount" of-type-group="numbers" usage="bound" required="false" />' +
  '<property name="unit" of-type="SingleLine.Text" usage="input" required="false" />' +
  '<type-group name="numbers"><type>Decimal</type><type>Whole.None</type></type-group>' +
  '<resources><code path="bundle.js" order="1" /><css path="css/gauge.css" /></resources></control></manifest>';

/** A solution that a real Dataverse would take: a table, a role, a profile, a control, a form and a view. */
export const validSolution: SolutionParts = {
  '[Content_Types].xml': contentTypes,
  'solution.xml': manifest,
  'customizations.xml': customizations,
  [`Controls/${controlName}/ControlManifest.xml`]: controlManifest,
  [`Controls/${controlName}/bundle.js`]: 'var gauge = 1;',
  [`Controls/${controlName}/css/gauge.css`]: '.gauge { color: red }',
};

/** The parts with a text of one of them replaced. @throws Error when the text is not there, so that no test tests nothing */
export function replacing(parts: SolutionParts, part: string, from: string, to: string): SolutionParts {
  const text = parts[part];
  if (typeof text !== 'string' || !text.includes(from)) {
    throw new Error(`${part} does not hold ${from}`);
  }
  return { ...parts, [part]: text.replace(from, to) };
}

/** The parts without one of them. */
export function without(parts: SolutionParts, part: string): SolutionParts {
  return Object.fromEntries(Object.entries(parts).filter(([path]) => path !== part));
}

export function zipped(parts: SolutionParts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** What an import of these parts is refused for; empty when it is taken. */
export function refusalsFor(
  parts: SolutionParts,
  dataverse: Dataverse = createDataverse(),
): readonly Refusal[] {
  try {
    dataverse.importSolution(zipped(parts));
    return [];
  } catch (error) {
    if (error instanceof ImportRefused) {
      return error.refusals;
    }
    throw error;
  }
}

/** The one refusal for these parts. @throws Error when there is none or another one */
export function onlyRefusal(parts: SolutionParts, code: RefusalCode, dataverse?: Dataverse): Refusal {
  const refusals = refusalsFor(parts, dataverse);
  const [refusal] = refusals;
  if (!refusal || refusals.length !== 1 || refusal.code !== code) {
    throw new Error(`Expected ${code} alone, got ${JSON.stringify(refusals, null, 1)}`);
  }
  return refusal;
}
