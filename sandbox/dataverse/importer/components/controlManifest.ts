import type { ControlProperty } from '../../customizations';
import { attribute, childElements, descendant } from '../xml';
import type { XmlElement } from '../xml';

/** What the manifest of a code component says. */
export interface ControlManifest {
  readonly namespace: string;
  readonly constructorName: string;
  readonly version: string;
  readonly properties: readonly ControlProperty[];
  readonly dataSets: readonly string[];
  /** Paths of the files that it names. */
  readonly resources: readonly string[];
}

/** Reads ControlManifest.xml. @returns null when it is no manifest of a control */
export function readControlManifest(root: XmlElement): ControlManifest | null {
  const control = descendant(root, 'control');
  if (root.name !== 'manifest' || !control) {
    return null;
  }
  const typeGroups = new Map(
    childElements(control, 'type-group').map((group) => [
      attribute(group, 'name'),
      childElements(group, 'type').flatMap((type) =>
        type.children.filter((child) => typeof child === 'string'),
      ),
    ]),
  );
  const resources = descendant(control, 'resources');
  return {
    namespace: attribute(control, 'namespace'),
    constructorName: attribute(control, 'constructor'),
    version: attribute(control, 'version'),
    properties: childElements(control, 'property').map((property) => propertyOf(property, typeGroups)),
    dataSets: childElements(control, 'data-set').map((dataSet) => attribute(dataSet, 'name')),
    resources: ['code', 'css', 'resx', 'img'].flatMap((kind) =>
      (resources ? childElements(resources, kind) : []).map((resource) => attribute(resource, 'path')),
    ),
  };
}

function propertyOf(
  property: XmlElement,
  typeGroups: ReadonlyMap<string, readonly string[]>,
): ControlProperty {
  const usage = attribute(property, 'usage');
  return {
    name: attribute(property, 'name'),
    usage: usage === 'input' || usage === 'output' ? usage : 'bound',
    required: attribute(property, 'required') === 'true',
    types: typeGroups.get(attribute(property, 'of-type-group')) ?? [attribute(property, 'of-type')],
  };
}
