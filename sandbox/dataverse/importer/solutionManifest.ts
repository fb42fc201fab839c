import { packageVersion } from '../organization';
import type { Customizations, InstalledSolution } from '../customizations';
import { labelIn } from '../metadata/column';
import { labelsIn } from './languages';
import type { Refusals } from './refusals';
import { attribute, childElements, childText, descendant } from './xml';
import type { XmlElement } from './xml';

/** A component that the solution declares. */
export interface RootComponent {
  /** solutioncomponent.componenttype, such as 1 table, 20 role, 66 control. */
  readonly type: number;
  /** Name or id, as the type is known by; names of tables in lower case. */
  readonly key: string;
}

/** solution.xml. */
export interface SolutionManifest {
  readonly solution: Omit<InstalledSolution, 'components'>;
  readonly rootComponents: readonly RootComponent[];
  readonly missingDependencies: readonly MissingDependency[];
}

/** A component that the solution needs and does not bring. */
export interface MissingDependency {
  readonly type: number;
  readonly schemaName: string;
  readonly solution: string;
}

const part = 'solution.xml';

/** Reads solution.xml. @returns null when it is no solution manifest */
export function readManifest(root: XmlElement, refusals: Refusals): SolutionManifest | null {
  const element = descendant(root, 'SolutionManifest');
  const publisher = element && descendant(element, 'Publisher');
  if (root.name !== 'ImportExportXml' || !element || !publisher) {
    refusals.add('invalidManifest', part, 'It holds no ImportExportXml/SolutionManifest with a Publisher.');
    return null;
  }
  const uniqueName = childText(element, 'UniqueName');
  const version = childText(element, 'Version');
  const prefix = childText(publisher, 'CustomizationPrefix');
  const managed = childText(element, 'Managed');
  const wrong = (condition: boolean, reason: string): void => {
    if (condition) {
      refusals.add('invalidManifest', part, reason);
    }
  };
  wrong(!/^[A-Za-z_]\w{0,64}$/.test(uniqueName), `"${uniqueName}" is no unique name of a solution.`);
  wrong(!/^\d+(\.\d+){1,3}$/.test(version), `"${version}" is no version.`);
  wrong(!/^[a-z][a-z0-9]{1,7}$/.test(prefix), `"${prefix}" is no customization prefix of a publisher.`);
  wrong(managed !== '0' && managed !== '1', `Managed must be 0 or 1, not "${managed}".`);
  checkPackageVersion(attribute(root, 'SolutionPackageVersion'), refusals);
  return {
    solution: {
      uniqueName,
      displayName: labelIn(labelsIn(descendant(element, 'LocalizedNames')), 1033) || uniqueName,
      version,
      managed: managed === '1',
      publisher: childText(publisher, 'UniqueName'),
      publisherPrefix: prefix,
    },
    rootComponents: rootComponentsIn(descendant(element, 'RootComponents')),
    missingDependencies: dependenciesIn(descendant(element, 'MissingDependencies')),
  };
}

function rootComponentsIn(list: XmlElement | null): readonly RootComponent[] {
  return (list ? childElements(list, 'RootComponent') : []).map((component) => {
    const type = Number(attribute(component, 'type'));
    const schemaName = attribute(component, 'schemaName');
    return { type, key: type === 1 ? schemaName.toLowerCase() : schemaName || attribute(component, 'id') };
  });
}

function dependenciesIn(list: XmlElement | null): readonly MissingDependency[] {
  return (list ? childElements(list, 'MissingDependency') : [])
    .flatMap((dependency) => childElements(dependency, 'Required'))
    .map((required) => ({
      type: Number(attribute(required, 'type')),
      schemaName: attribute(required, 'schemaName'),
      solution: attribute(required, 'solution'),
    }));
}

function checkPackageVersion(version: string, refusals: Refusals): void {
  if (!/^\d+(\.\d+){1,3}$/.test(version)) {
    refusals.add('invalidManifest', part, `"${version}" is no SolutionPackageVersion.`);
  } else if (compareVersions(version, packageVersion) > 0) {
    // microsoft/powerapps-tools issue 752.
    refusals.add(
      'packageVersion',
      part,
      `You can only import solutions with a package version of ${packageVersion} or earlier into this organization; ` +
        `this one has ${version}.`,
    );
  }
}

/** Refuses what does not fit the solution of the same name that is installed already. */
export function checkInstalledSolution(
  { solution }: SolutionManifest,
  installed: Customizations,
  refusals: Refusals,
): void {
  const before = installed.solutions.get(solution.uniqueName);
  if (!before) {
    return;
  }
  if (compareVersions(solution.version, before.version) < 0) {
    refusals.add(
      'lowerVersion',
      part,
      `Version ${solution.version} is lower than ${before.version}, which is installed.`,
    );
  }
  if (solution.managed !== before.managed) {
    const kind = (managed: boolean): string => (managed ? 'managed' : 'unmanaged');
    refusals.add(
      'managedConflict',
      part,
      `The solution is installed as ${kind(before.managed)} and cannot be imported as ${kind(solution.managed)}.`,
    );
  }
  if (solution.publisher !== before.publisher) {
    refusals.add(
      'publisherChanged',
      part,
      `The installed solution is of the publisher ${before.publisher}, this one of ${solution.publisher}.`,
    );
  }
}

/** Refuses a solution that says it needs what the organization does not have. Only tables and controls are looked up. */
export function checkDependencies(
  { missingDependencies }: SolutionManifest,
  installed: Customizations,
  refusals: Refusals,
): void {
  for (const { type, schemaName, solution } of missingDependencies) {
    const missing =
      (type === 1 && !installed.metadata.find(schemaName.toLowerCase())) ||
      (type === 66 && !installed.controls.has(schemaName));
    if (missing) {
      refusals.add(
        'missingDependency',
        part,
        `The solution requires ${schemaName} (component type ${type}) of ${solution || 'another solution'}, ` +
          'which is not in this organization.',
      );
    }
  }
}

/** Order of two dotted versions; parts that are not there count as 0. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
