import { strFromU8, unzipSync } from 'fflate';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import { parseXml } from '../../../sandbox/dataverse/importer/xml';
import type { RefusalCode } from '../../../sandbox/dataverse/importer/refusals';
import { iconName, solutionWithApp } from './appFixture';
import { onlyRefusal, replacing, zipped } from './solutionFixture';
import type { SolutionParts } from './solutionFixture';
import { testOrganization } from './testOrganization';
import type { Client } from './testOrganization';

const label = (id: string, text: string) =>
  `<LocLabel Id="${id}"><Titles><Title description="${text}" languagecode="1033" />` +
  `<Title description="${text} (it)" languagecode="1040" /></Titles></LocLabel>`;

const ribbon =
  '<RibbonDiffXml><CustomActions><CustomAction Id="tst.gadget.Form.Polish.CustomAction" ' +
  'Location="Mscrm.Form.tst_gadget.MainTab.Save.Controls._children" Sequence="50"><CommandUIDefinition>' +
  '<Button Id="tst.gadget.Form.Polish.Button" Command="tst.gadget.Form.Polish.Command" Sequence="50" ' +
  `LabelText="$LocLabels:tst.gadget.Form.Polish.LabelText" ModernImage="$webresource:${iconName}" TemplateAlias="o1" />` +
  '</CommandUIDefinition></CustomAction></CustomActions><Templates><RibbonTemplates Id="Mscrm.Templates" /></Templates>' +
  '<CommandDefinitions><CommandDefinition Id="tst.gadget.Form.Polish.Command"><EnableRules /><DisplayRules />' +
  '<Actions /></CommandDefinition></CommandDefinitions>' +
  '<RuleDefinitions><TabDisplayRules /><DisplayRules /><EnableRules /></RuleDefinitions>' +
  `<LocLabels>${label('tst.gadget.Form.Polish.LabelText', 'Polish')}</LocLabels></RibbonDiffXml>`;

const solutionWithCommand = replacing(
  solutionWithApp,
  'customizations.xml',
  '</EntityInfo></Entity>',
  `</EntityInfo>${ribbon}</Entity>`,
);

const changed = (from: string, to: string): SolutionParts =>
  replacing(solutionWithCommand, 'customizations.xml', from, to);

describe('an import of a command', () => {
  it('takes it with its texts', () => {
    const dataverse = createDataverse();
    dataverse.importSolution(zipped(solutionWithCommand));
    expect([...dataverse.organization.customizations.ribbons.keys()]).toEqual(['tst_gadget']);
  });

  const refused: readonly (readonly [string, SolutionParts, RefusalCode, string])[] = [
    [
      'a picture that does not exist',
      changed(`ModernImage="$webresource:${iconName}"`, 'ModernImage="$webresource:tst_/icons/none.svg"'),
      'missingDependency',
      'web resource tst_/icons/none.svg',
    ],
    [
      'a command without its display rules',
      changed('<EnableRules /><DisplayRules /><Actions />', '<EnableRules /><Actions />'),
      'invalidRibbon',
      "'DisplayRules' is expected",
    ],
    [
      'parts in another order than the schema says',
      changed('</LocLabels></RibbonDiffXml>', '</LocLabels><Templates /></RibbonDiffXml>'),
      'invalidRibbon',
      "invalid child element 'Templates'",
    ],
  ];

  it.each(refused)('refuses %s', (_case, parts, code, reason) => {
    expect(onlyRefusal(parts, code).reason).toContain(reason);
  });
});

describe('RetrieveEntityRibbon', () => {
  let sara: Client;
  let paolo: Client;
  beforeAll(async () => {
    const organization = await testOrganization();
    organization.dataverse.importSolution(zipped(solutionWithCommand));
    sara = organization.as('Sara Andersson');
    paolo = organization.as('Paolo Rossi');
  });

  const ribbonFor = async (client: Client) => {
    const { body } = await client.get(
      "RetrieveEntityRibbon(EntityName='tst_gadget',RibbonLocationFilter='Form')",
    );
    const files = unzipSync(Buffer.from(body.CompressedEntityXml as string, 'base64'));
    return strFromU8(files['RibbonXml.xml']!);
  };

  it("gives the commands of a table's forms, packed as Dataverse packs them", async () => {
    const xml = await ribbonFor(sara);
    expect(parseXml(xml).name).toBe('RibbonDefinitions');
    expect(xml).toContain('<Group Id="Mscrm.Form.tst_gadget.MainTab.Save">');
    expect(xml).toContain('<CommandDefinition Id="tst.gadget.Form.Polish.Command">');
  });

  it("gives texts in the user's language", async () => {
    expect(await ribbonFor(sara)).toContain('LabelText="Polish"');
    expect(await ribbonFor(paolo)).toContain('LabelText="Polish (it)"');
  });

  it('knows nothing of a table without commands', async () => {
    const path = "RetrieveEntityRibbon(EntityName='quote',RibbonLocationFilter='Form')";
    expect((await sara.get(path)).status).toBe(200);
  });

  it.each([
    ["RetrieveEntityRibbon(EntityName='tst_widget',RibbonLocationFilter='Form')", 404],
    ["RetrieveEntityRibbon(EntityName='tst_gadget')", 400],
    ["RetrieveEntityRibbon(EntityName='tst_gadget',RibbonLocationFilter='Everything')", 400],
  ])('refuses %s with %i', async (path, status) => {
    expect((await sara.get(path)).status).toBe(status);
  });
});
