import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import {
  controlName,
  formId,
  onlyRefusal,
  profileId,
  refusalsFor,
  replacing,
  roleId,
  validSolution,
  viewId,
  without,
  zipped,
} from './solutionFixture';
import type { SolutionParts } from './solutionFixture';

const inManifest = (from: string, to: string, parts: SolutionParts = validSolution): SolutionParts =>
  replacing(parts, 'solution.xml', from, to);

function withValidSolution(): Dataverse {
  const dataverse = createDataverse();
  dataverse.importSolution(zipped(validSolution));
  return dataverse;
}

describe('a solution as a whole', () => {
  it('is refused when its package version is above that of the organization', () => {
    const refusal = onlyRefusal(
      inManifest('SolutionPackageVersion="9.2"', 'SolutionPackageVersion="9.3"'),
      'packageVersion',
    );
    expect(refusal.reason).toContain('9.2 or earlier');
    expect(refusalsFor(inManifest('SolutionPackageVersion="9.2"', 'SolutionPackageVersion="9.1"'))).toEqual(
      [],
    );
  });

  it.each([
    ['version', '<Version>1.2.0.0</Version>', '<Version>one</Version>'],
    ['Managed flag', '<Managed>0</Managed>', '<Managed>2</Managed>'],
    ['unique name', '<UniqueName>TestSolution<', '<UniqueName>Test Solution<'],
  ])('is refused with a bad %s', (_what, from, to) => {
    expect(onlyRefusal(inManifest(from, to), 'invalidManifest').part).toBe('solution.xml');
  });

  it('is refused when a higher version is installed, and taken when it is the same or higher', () => {
    const dataverse = withValidSolution();
    const version = (number: string): SolutionParts => inManifest('<Version>1.2.0.0<', `<Version>${number}<`);
    expect(onlyRefusal(version('1.1.9.9'), 'lowerVersion', dataverse).reason).toContain('1.2.0.0');
    expect(refusalsFor(version('1.2.0.0'), dataverse)).toEqual([]);
    expect(refusalsFor(version('1.10.0.0'), dataverse)).toEqual([]);
    expect(onlyRefusal(version('1.9.0.0'), 'lowerVersion', dataverse).reason).toContain('1.10.0.0');
  });

  it('is refused as managed when it is installed as unmanaged', () => {
    const managed = inManifest('<Managed>0<', '<Managed>1<');
    expect(onlyRefusal(managed, 'managedConflict', withValidSolution()).reason).toContain('unmanaged');
    expect(refusalsFor(managed)).toEqual([]);
  });

  it('is refused under another publisher than the installed one', () => {
    const other = inManifest('<UniqueName>TestPublisher<', '<UniqueName>Somebody<');
    expect(onlyRefusal(other, 'publisherChanged', withValidSolution()).reason).toContain('TestPublisher');
  });

  it('is refused when it requires a table that is not there', () => {
    const requiring = inManifest(
      '<MissingDependencies />',
      '<MissingDependencies><MissingDependency><Required type="1" schemaName="msdyn_project" solution="ProjectService" />' +
        '<Dependent type="60" /></MissingDependency></MissingDependencies>',
    );
    expect(onlyRefusal(requiring, 'missingDependency').reason).toContain('msdyn_project');
    expect(refusalsFor(replacing(requiring, 'solution.xml', 'msdyn_project', 'quotedetail'))).toEqual([]);
  });

  it('is refused in a language that Dataverse does not know', () => {
    const unknown = replacing(validSolution, 'customizations.xml', '<Language>1040<', '<Language>9999<');
    expect(onlyRefusal(unknown, 'unknownLanguage').reason).toContain('9999');
  });

  it('is refused when its own language is not enabled', () => {
    const german = inManifest(
      'languagecode="1033"><SolutionManifest>',
      'languagecode="1031"><SolutionManifest>',
    );
    expect(onlyRefusal(german, 'unknownLanguage').reason).toContain('1031');
  });

  it('warns of labels in languages that are not enabled', () => {
    const german = replacing(validSolution, 'customizations.xml', '<Language>1040<', '<Language>1031<');
    const { warnings } = createDataverse().importSolution(zipped(german));
    expect(warnings).toEqual([expect.stringMatching(/^Translated labels.*: 1031$/) as string]);
  });

  it('is refused with a kind of component that the sandbox does not take', () => {
    const workflow = replacing(
      validSolution,
      'customizations.xml',
      '<optionsets />',
      '<Workflows><Workflow /></Workflows>',
    );
    expect(onlyRefusal(workflow, 'unsupportedComponent').reason).toContain('Workflows');
  });
});

describe('root components', () => {
  it.each([
    ['a table', '<RootComponent type="1" schemaName="tst_gadget" behavior="0" />', 'tst_gadget'],
    ['a role', `<RootComponent type="20" id="{${roleId}}" behavior="0" />`, roleId],
    ['a control', `<RootComponent type="66" schemaName="${controlName}" behavior="0" />`, controlName],
    ['a profile', `<RootComponent type="70" id="{${profileId}}" behavior="0" />`, profileId],
  ])('must declare %s', (_what, element, key) => {
    const refusal = onlyRefusal(inManifest(element, ''), 'undeclaredComponent');
    expect(refusal.reason).toContain(`${key} of type`);
    expect(refusal.reason).toContain('is not declared in the solution file as a root component');
  });

  it('must name the control where there are none at all', () => {
    const manifest = validSolution['solution.xml'] as string;
    const none = {
      ...validSolution,
      'solution.xml': manifest.replace(/<RootComponents>.*<\/RootComponents>/, '<RootComponents />'),
    };
    const reasons = refusalsFor(none).map(({ reason }) => reason);
    expect(reasons).toContain(`Root component missing for custom control ${controlName}.`);
  });

  it('must not name what the solution does not hold', () => {
    const id = '99999999-9999-4999-8999-999999999999';
    const refusal = onlyRefusal(
      inManifest(
        '</RootComponents>',
        `<RootComponent type="20" id="{${id}}" behavior="0" /></RootComponents>`,
      ),
      'missingComponent',
    );
    expect(refusal.reason).toBe(
      `Cannot add a Root Component ${id} of type 20 because it is not in the target system.`,
    );
  });

  it('may name forms, views and relationships', () => {
    const more = [
      `type="60" id="{${formId}}"`,
      `type="26" id="{${viewId}}"`,
      'type="10" schemaName="tst_gadget_Maker"',
    ];
    const elements = more.map((attributes) => `<RootComponent ${attributes} behavior="0" />`).join('');
    expect(refusalsFor(inManifest('</RootComponents>', `${elements}</RootComponents>`))).toEqual([]);
  });

  it('must not name a control whose folder is not there', () => {
    const parts = without(validSolution, `Controls/${controlName}/ControlManifest.xml`);
    expect(refusalsFor(parts).map(({ code }) => code)).toContain('missingPart');
  });
});

describe('what an import does', () => {
  it('says what it created and what it updated', () => {
    const dataverse = createDataverse();
    const first = dataverse.importSolution(zipped(validSolution));
    expect(first.previousVersion).toBeNull();
    expect(first.components).toContainEqual({ type: 'table', name: 'tst_gadget', action: 'created' });
    expect(first.components).toContainEqual({ type: 'table', name: 'quotedetail', action: 'updated' });
    const second = dataverse.importSolution(zipped(inManifest('<Version>1.2.0.0<', '<Version>1.3.0.0<')));
    expect(second.previousVersion).toBe('1.2.0.0');
    expect(second.components).toContainEqual({ type: 'security role', name: roleId, action: 'updated' });
  });

  it('keeps the files of a control unless its version is higher, and says so', () => {
    const dataverse = withValidSolution();
    const bundle = `Controls/${controlName}/bundle.js`;
    const changed = { ...validSolution, [bundle]: 'var gauge = 2;' };
    const result = dataverse.importSolution(zipped(changed));
    expect(result.components).toContainEqual({ type: 'custom control', name: controlName, action: 'kept' });
    expect(result.warnings).toEqual([expect.stringContaining('its old files stay') as string]);
    const files = () => dataverse.organization.customizations.controls.get(controlName)!.files;
    expect(new TextDecoder().decode(files().get('bundle.js'))).toBe('var gauge = 1;');

    const manifest = `Controls/${controlName}/ControlManifest.xml`;
    const newer = replacing(changed, manifest, 'version="1.0.0"', 'version="1.0.1"');
    expect(dataverse.importSolution(zipped(newer)).warnings).toEqual([]);
    expect(new TextDecoder().decode(files().get('bundle.js'))).toBe('var gauge = 2;');

    expect(dataverse.importSolution(zipped(validSolution)).warnings).toHaveLength(1);
    expect(new TextDecoder().decode(files().get('bundle.js'))).toBe('var gauge = 2;');
  });
});
