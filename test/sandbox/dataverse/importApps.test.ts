import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { RefusalCode } from '../../../sandbox/dataverse/importer/refusals';
import { appName, iconName, pageName, solutionWithApp } from './appFixture';
import { onlyRefusal, refusalsFor, replacing, without, zipped } from './solutionFixture';
import type { SolutionParts } from './solutionFixture';

const changed = (from: string, to: string): SolutionParts =>
  replacing(solutionWithApp, 'customizations.xml', from, to);

describe('an import of an app', () => {
  it('takes web resources, site map and app, and says so', () => {
    const dataverse = createDataverse();
    const { components } = dataverse.importSolution(zipped(solutionWithApp));
    expect(components).toContainEqual({ type: 'app', name: appName, action: 'created' });
    expect(components).toContainEqual({ type: 'site map', name: appName, action: 'created' });
    expect(components).toContainEqual({ type: 'web resource', name: pageName, action: 'created' });
    expect(dataverse.organization.customizations.tableIcons.get('tst_gadget')).toBe(iconName);
  });

  it('needs a root component for each', () => {
    for (const attributes of [
      `type="61" schemaName="${pageName}"`,
      `type="62" schemaName="${appName}"`,
      `type="80" schemaName="${appName}"`,
    ]) {
      const parts = replacing(
        solutionWithApp,
        'solution.xml',
        `<RootComponent ${attributes} behavior="0" />`,
        '',
      );
      expect(onlyRefusal(parts, 'undeclaredComponent').reason).toContain('is not declared');
    }
  });

  it('refuses a page whose file is not there', () => {
    const part = Object.keys(solutionWithApp).find((name) => name.includes('pagesgadgets'))!;
    const codes = refusalsFor(without(solutionWithApp, part)).map(({ code }) => code);
    expect(codes).toContain('missingPart');
  });

  it('refuses a page that is larger than an organization takes', () => {
    const part = Object.keys(solutionWithApp).find((name) => name.includes('pagesgadgets'))!;
    const large = { ...solutionWithApp, [part]: new Uint8Array(5120 * 1024 + 1) };
    expect(onlyRefusal(large, 'fileTooLarge').reason).toContain('too big');
  });

  const refused: readonly (readonly [string, SolutionParts, RefusalCode, string])[] = [
    [
      'a site map that names a page that does not exist',
      changed(`$webresource:${pageName}`, '$webresource:tst_/pages/none.html'),
      'missingDependency',
      'web resource tst_/pages/none.html',
    ],
    [
      'a site map that names a table that does not exist',
      changed(
        '<Privilege Entity="tst_gadget" Privilege="Read" />',
        '<Privilege Entity="tst_widget" Privilege="Read" />',
      ),
      'missingDependency',
      'table tst_widget',
    ],
    [
      'a privilege that does not exist',
      changed('Privilege="Create,Write"', 'Privilege="Create, Write"'),
      'invalidSiteMap',
      '" Write" is no privilege',
    ],
    [
      'two entries of one id',
      changed('SubArea Id="tst_Page"', 'SubArea Id="tst_Gadgets"'),
      'duplicateComponent',
      'tst_Gadgets',
    ],
    [
      'titles behind what they should precede',
      changed(
        '<Group Id="tst_Group">',
        '<Group Id="tst_Group"><SubArea Id="tst_First" Entity="tst_gadget" />',
      ),
      'invalidSiteMap',
      "invalid child element 'Titles'",
    ],
    [
      'a site map with an element that no schema knows',
      changed('<ShowHome>True</ShowHome>', '<ShowWay>True</ShowWay>'),
      'invalidSiteMap',
      "invalid child element 'ShowWay'",
    ],
    [
      'an app without a site map',
      changed(`<AppModuleComponent type="62" schemaName="${appName}" />`, ''),
      'invalidApp',
      'this one names 0',
    ],
    [
      'an app whose site map does not exist',
      changed(
        `<AppModuleComponent type="62" schemaName="${appName}" />`,
        '<AppModuleComponent type="62" schemaName="tst_Other" />',
      ),
      'missingDependency',
      'site map tst_Other',
    ],
    [
      'an app with a component of a type that apps do not have',
      changed(
        '<AppModuleComponent type="1" schemaName="tst_gadget" />',
        '<AppModuleComponent type="2" schemaName="tst_gadget" />',
      ),
      'invalidApp',
      'no components of type "2"',
    ],
    [
      'an app for a role that does not exist',
      changed('<Role id="{119f245c', '<Role id="{119f245d'),
      'missingDependency',
      'role 119f245d',
    ],
    [
      'an app with an icon that does not exist',
      changed('<WebResourceId>66666666-', '<WebResourceId>66666667-'),
      'missingDependency',
      'icon 66666667',
    ],
    [
      'an app of the classic interface',
      changed('<ClientType>4<', '<ClientType>2<'),
      'invalidApp',
      'ClientType is 4',
    ],
    [
      'an app whose elements are out of order',
      changed(
        '<statecode>0</statecode><FormFactor>1</FormFactor>',
        '<FormFactor>1</FormFactor><statecode>0</statecode>',
      ),
      'invalidApp',
      "invalid child element 'statecode'",
    ],
    [
      'a web resource of a type that does not exist',
      changed('<WebResourceType>11<', '<WebResourceType>13<'),
      'invalidWebResource',
      '"13" is no type',
    ],
    [
      'a table whose icon does not exist',
      changed(`<IconVectorName>${iconName}<`, '<IconVectorName>tst_/icons/none.svg<'),
      'missingDependency',
      'tst_/icons/none.svg',
    ],
  ];
  it.each(refused)('refuses %s', (_, parts, code, reason) => {
    expect(onlyRefusal(parts, code).reason).toContain(reason);
  });

  it('refuses two web resources of one name', () => {
    const parts = changed(`<Name>${iconName}</Name>`, `<Name>${pageName}</Name>`);
    expect(refusalsFor(parts).map(({ code }) => code)).toContain('duplicateComponent');
  });
});
