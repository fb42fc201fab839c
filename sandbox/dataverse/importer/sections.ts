import type { Refusals } from './refusals';
import { childElements, descendant } from './xml';
import type { XmlElement } from './xml';

/** Sections of customizations.xml that the sandbox reads. */
const sectionNames = [
  'Entities',
  'Roles',
  'FieldSecurityProfiles',
  'EntityRelationships',
  'WebResources',
  'CustomControls',
  'AppModuleSiteMaps',
  'AppModules',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** Sections that hold no components. */
const withoutComponents = ['Languages'];

/** Gives the sections of customizations.xml by their name; null: there is none. */
export type Sections = (name: SectionName) => XmlElement | null;

/**
 * The sections of customizations.xml. A section with content that the sandbox does not know is refused rather than
 * passed over in silence.
 */
export function sectionsOf(root: XmlElement, refusals: Refusals): Sections {
  if (root.name !== 'ImportExportXml') {
    refusals.add(
      'invalidXml',
      'customizations.xml',
      `The root element is ${root.name}, not ImportExportXml.`,
    );
  }
  const known: readonly string[] = [...sectionNames, ...withoutComponents];
  for (const section of childElements(root)) {
    if (!known.includes(section.name) && childElements(section).length > 0) {
      refusals.add('unsupportedComponent', 'customizations.xml', `This sandbox takes no ${section.name}.`);
    }
  }
  return (name) => descendant(root, name);
}
