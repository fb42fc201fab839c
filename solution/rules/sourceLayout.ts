import type { SolutionSources } from '../packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/** Children of `<ImportExportXml>` in customizations.xml as real 9.2 exports order them (those that may occur here). */
const exportOrder = [
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
  'SolutionPluginAssemblies',
  'AppModuleSiteMaps',
  'AppModules',
  'EntityDataProviders',
  'Languages',
];

/** Nothing lies where no tool would read it, and the frame is one that every tool fills. */
export function checkSourceLayout(sources: SolutionSources): Finding[] {
  const frame = sources.frame;
  const places = childElements(frame.root);
  const order = places.map(({ name }) => exportOrder.indexOf(name));
  const indexed = childElements(sources.relationshipIndex?.root).map((entry) => attributeOf(entry, 'Name'));
  const bodies = sources.relationships.flatMap((file) =>
    childElements(file.root).map((relationship) => attributeOf(relationship, 'Name')),
  );
  return [
    ...sources.unknownPaths.map((path) => ({
      part: path,
      reason: 'no part of a solution lies there; it would be lost in packing',
    })),
    ...places
      .filter((place) => place.name !== 'Languages' && place.children.length > 0)
      .map((place) => ({
        part: frame.path,
        reason: `<${place.name}> is not empty; SolutionPackager then ignores the files of these parts`,
      })),
    ...places
      .filter((_, index) => order[index] === -1 || (order[index] ?? 0) < (order[index - 1] ?? -1))
      .map((place) => ({ part: frame.path, reason: `<${place.name}> is not where an export has it` })),
    ...indexed
      .filter((name) => !bodies.includes(name))
      .map((name) => ({ part: 'Other/Relationships.xml', reason: `the relationship ${name} has no body` })),
    ...bodies
      .filter((name) => !indexed.includes(name))
      .map((name) => ({ part: 'Other/Relationships.xml', reason: `the relationship ${name} is not listed` })),
    ...(textOf(at(sources.manifest.root, 'SolutionManifest', 'Managed')) === '2'
      ? []
      : [{ part: sources.manifest.path, reason: '<Managed> is not 2, the sources of both packages' }]),
  ];
}
