import { controlName, replacing, validSolution } from './solutionFixture';
import type { SolutionParts } from './solutionFixture';

export const appName = 'tst_GadgetCenter';
export const pageName = 'tst_/pages/gadgets.html';
export const iconName = 'tst_/icons/gadget.svg';
const pageId = '55555555-5555-4555-8555-555555555555';
const iconId = '66666666-6666-4666-8666-666666666666';
const pagePart = `WebResources/tst_pagesgadgetshtml${pageId.toUpperCase()}`;
const iconPart = `WebResources/tst_iconsgadgetsvg${iconId.toUpperCase()}`;

const webResource = (id: string, name: string, type: number, part: string): string =>
  `<WebResource><WebResourceId>{${id}}</WebResourceId><Name>${name}</Name><DisplayName>${name}</DisplayName>` +
  `<WebResourceType>${type}</WebResourceType><IntroducedVersion>1.0.0.0</IntroducedVersion>` +
  `<FileName>/${part}</FileName></WebResource>`;

const title = (text: string): string =>
  `<Titles><Title LCID="1033" Title="${text}" /><Title LCID="1040" Title="${text} (it)" /></Titles>`;

const siteMap =
  `<AppModuleSiteMap><SiteMapUniqueName>${appName}</SiteMapUniqueName><ShowHome>True</ShowHome>` +
  `<SiteMap IntroducedVersion="1.0.0.0"><Area Id="tst_Area" ShowGroups="true">${title('Gadgets')}` +
  `<Group Id="tst_Group">${title('All')}` +
  `<SubArea Id="tst_Gadgets" VectorIcon="/WebResources/${iconName}" Entity="tst_gadget">${title('Gadgets')}` +
  '<Privilege Entity="tst_gadget" Privilege="Read" /></SubArea>' +
  `<SubArea Id="tst_Page" VectorIcon="/WebResources/${iconName}" Url="$webresource:${pageName}">${title('Page')}` +
  '<Privilege Entity="tst_gadget" Privilege="Create,Write" /></SubArea></Group></Area></SiteMap></AppModuleSiteMap>';

const app =
  `<AppModule><UniqueName>${appName}</UniqueName><IntroducedVersion>1.0.0.0</IntroducedVersion>` +
  `<WebResourceId>${iconId}</WebResourceId><statecode>0</statecode><FormFactor>1</FormFactor><ClientType>4</ClientType>` +
  '<AppModuleComponents><AppModuleComponent type="1" schemaName="tst_gadget" />' +
  `<AppModuleComponent type="62" schemaName="${appName}" /></AppModuleComponents><AppModuleRoleMaps>` +
  '<Role id="{11111111-1111-4111-8111-111111111111}" /><Role id="{119f245c-3cc8-4b62-b31c-d1a046ced15d}" />' +
  '</AppModuleRoleMaps><LocalizedNames><LocalizedName description="Gadget Center" languagecode="1033" />' +
  '<LocalizedName description="Centro gadget" languagecode="1040" /></LocalizedNames></AppModule>';

const roots = [
  `type="61" schemaName="${pageName}"`,
  `type="61" schemaName="${iconName}"`,
  `type="62" schemaName="${appName}"`,
  `type="80" schemaName="${appName}"`,
]
  .map((attributes) => `<RootComponent ${attributes} behavior="0" />`)
  .join('');

function withApp(parts: SolutionParts): SolutionParts {
  const inCustomizations = (from: string, to: string) => (whole: SolutionParts) =>
    replacing(whole, 'customizations.xml', from, to);
  return [
    inCustomizations(
      '<CustomControls>',
      `<WebResources>${webResource(pageId, pageName, 1, pagePart)}${webResource(iconId, iconName, 11, iconPart)}` +
        '</WebResources><CustomControls>',
    ),
    inCustomizations(
      '<Languages>',
      `<AppModuleSiteMaps>${siteMap}</AppModuleSiteMaps><AppModules>${app}</AppModules><Languages>`,
    ),
    inCustomizations(
      '<OwnershipTypeMask>OrgOwned</OwnershipTypeMask>',
      `<OwnershipTypeMask>OrgOwned</OwnershipTypeMask><IconVectorName>${iconName}</IconVectorName>`,
    ),
    (whole: SolutionParts) =>
      replacing(whole, 'solution.xml', '</RootComponents>', `${roots}</RootComponents>`),
    (whole: SolutionParts) =>
      replacing(
        whole,
        '[Content_Types].xml',
        '</Types>',
        [pagePart, iconPart]
          .map((part) => `<Override PartName="/${part}" ContentType="application/octet-stream" />`)
          .join('') + '</Types>',
      ),
  ].reduce((whole, change) => change(whole), {
    ...parts,
    [pagePart]: '<!DOCTYPE html><title>Gadgets</title>',
    [iconPart]: '<svg xmlns="http://www.w3.org/2000/svg" />',
  });
}

/** The valid solution with an app: site map, a page, an icon for the page, the app and the table. */
export const solutionWithApp: SolutionParts = withApp(validSolution);

/** The same as managed. */
export const managedSolution: SolutionParts = replacing(
  solutionWithApp,
  'solution.xml',
  '<Managed>0<',
  '<Managed>1<',
);

/** A managed solution of somebody else, with one form for quote lines that has the first one's control. */
export function solutionUsingControl(): SolutionParts {
  const form =
    '<Entity><Name LocalizedName="Quote Product" OriginalName="">QuoteDetail</Name><EntityInfo>' +
    '<entity Name="QuoteDetail" unmodified="1"><attributes /></entity></EntityInfo><FormXml><forms type="main"><systemform>' +
    '<formid>{77777777-7777-4777-8777-777777777777}</formid><form><tabs><tab id="{aaaaaaaa-0000-4000-8000-000000000011}">' +
    '<columns><column width="100%"><sections><section id="{aaaaaaaa-0000-4000-8000-000000000012}"><rows><row>' +
    '<cell id="{aaaaaaaa-0000-4000-8000-000000000013}"><control id="quotedetailname" datafieldname="quotedetailname" ' +
    'classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" uniqueid="{bbbbbbbb-0000-4000-8000-000000000011}" /></cell></row></rows>' +
    '</section></sections></column></columns></tab></tabs><controlDescriptions>' +
    '<controlDescription forControl="{bbbbbbbb-0000-4000-8000-000000000011}">' +
    `<customControl formFactor="2" name="${controlName}"><parameters><anchor>quotedetailname</anchor></parameters>` +
    '</customControl></controlDescription></controlDescriptions></form><LocalizedNames>' +
    '<LocalizedName description="Mine" languagecode="1033" /></LocalizedNames></systemform></forms></FormXml></Entity>';
  return {
    '[Content_Types].xml': validSolution['[Content_Types].xml'] ?? '',
    'solution.xml':
      '<ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" languagecode="1033"><SolutionManifest>' +
      '<UniqueName>SomebodyElse</UniqueName><LocalizedNames><LocalizedName description="Else" languagecode="1033" />' +
      '</LocalizedNames><Version>1.0.0.0</Version><Managed>1</Managed><Publisher><UniqueName>Else</UniqueName>' +
      '<CustomizationPrefix>els</CustomizationPrefix></Publisher><RootComponents>' +
      '<RootComponent type="1" schemaName="quotedetail" behavior="2" /></RootComponents><MissingDependencies />' +
      '</SolutionManifest></ImportExportXml>',
    'customizations.xml': `<ImportExportXml><Entities>${form}</Entities><Languages><Language>1033</Language></Languages></ImportExportXml>`,
  };
}
