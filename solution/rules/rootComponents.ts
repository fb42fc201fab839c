import type { SolutionSources } from '../packer/solutionSources';
import { isOwnTable } from '../packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/** Component types of `<RootComponent type="…">` that this solution uses. */
const componentTypes = {
  table: '1',
  optionSet: '9',
  role: '20',
  webResource: '61',
  siteMap: '62',
  control: '66',
  columnSecurityProfile: '70',
  app: '80',
};

const typeNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(componentTypes).map(([name, type]) => [type, name]),
);

interface Component {
  readonly type: string;
  /** Schema name, in lower case for tables; of roles and profiles the id in lower case. */
  readonly key: string;
  /** 0: with all its subcomponents; 2: the shell alone (tables that are there already). */
  readonly behavior: string;
}

/**
 * Each component is a root component and each root component is there. Missing: "component X is not declared in the
 * solution file as a root component"; superfluous: "Cannot add a Root Component … because it is not in the target
 * system".
 */
export function checkRootComponents(sources: SolutionSources): Finding[] {
  const contained = containedComponents(sources);
  const declared = declaredComponents(sources);
  const find = (components: readonly Component[], wanted: Component) =>
    components.find(({ type, key }) => type === wanted.type && key === wanted.key);
  return [
    ...contained
      .filter((component) => find(declared, component) === undefined)
      .map((component) => ({ part: nameOf(component), reason: 'is not declared as a root component' })),
    ...declared
      .filter((component) => find(contained, component) === undefined)
      .map((component) => ({
        part: nameOf(component),
        reason: 'is declared as a root component, but the solution does not contain it',
      })),
    ...declared
      .filter(
        (component) => (find(contained, component)?.behavior ?? component.behavior) !== component.behavior,
      )
      .map((component) => ({
        part: nameOf(component),
        reason: `is declared with behavior ${component.behavior}; ${
          component.behavior === '0'
            ? 'a table that is there already must come as a shell (2)'
            : 'a component of our own must come whole (0)'
        }`,
      })),
  ];
}

function containedComponents(sources: SolutionSources): Component[] {
  const profiles = childElements(sources.columnSecurityProfiles?.root);
  return [
    ...sources.tables.map((table) => ({
      type: componentTypes.table,
      key: table.logicalName,
      behavior: isOwnTable(table) ? '0' : '2',
    })),
    ...sources.optionSets.map(({ root }) => whole(componentTypes.optionSet, attributeOf(root, 'Name'))),
    ...sources.roles.map(({ root }) => whole(componentTypes.role, attributeOf(root, 'id').toLowerCase())),
    ...sources.webResources.map(({ root }) => whole(componentTypes.webResource, textOf(at(root, 'Name')))),
    ...sources.siteMaps.map(({ root }) =>
      whole(componentTypes.siteMap, textOf(at(root, 'SiteMapUniqueName'))),
    ),
    ...sources.apps.map(({ root }) => whole(componentTypes.app, textOf(at(root, 'UniqueName')))),
    ...sources.controls.map(({ root }) => whole(componentTypes.control, textOf(at(root, 'Name')))),
    ...profiles.map((profile) =>
      whole(
        componentTypes.columnSecurityProfile,
        attributeOf(profile, 'fieldsecurityprofileid').toLowerCase(),
      ),
    ),
  ];
}

function declaredComponents(sources: SolutionSources): Component[] {
  const roots = childElements(at(sources.manifest.root, 'SolutionManifest', 'RootComponents'));
  return roots.map((root) => ({
    type: attributeOf(root, 'type'),
    key: attributeOf(root, 'schemaName') || attributeOf(root, 'id').toLowerCase(),
    behavior: attributeOf(root, 'behavior'),
  }));
}

function whole(type: string, key: string): Component {
  return { type, key, behavior: '0' };
}

function nameOf({ type, key }: Component): string {
  return `${typeNames[type] ?? `component of type ${type}`} ${key}`;
}
