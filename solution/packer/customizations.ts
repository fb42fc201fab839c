import type { SolutionSources, TableSource } from './solutionSources';
import type { XmlElement } from './xml';
import { childElements, element, withChildren, withoutNamespaceDeclarations } from './xml';

/**
 * `customizations.xml`: the frame of `Other/Customizations.xml` with everything that has a file of its own put into
 * its place. The order of the frame's children is the order of the result, and so that of a real export.
 */
export function customizations(sources: SolutionSources): XmlElement {
  const content: Readonly<Record<string, readonly XmlElement[]>> = {
    Entities: sources.tables.map(wholeTable),
    Roles: sources.roles.map(({ root }) => root),
    FieldSecurityProfiles: childElements(sources.columnSecurityProfiles?.root),
    EntityRelationships: sources.relationships.flatMap(({ root }) => childElements(root)),
    optionsets: sources.optionSets.map(({ root }) => root),
    WebResources: sources.webResources.map(({ root }) => root),
    CustomControls: sources.controls.map(({ root }) => root),
    AppModuleSiteMaps: sources.siteMaps.map(({ root }) => root),
    AppModules: sources.apps.map(({ root }) => root),
  };
  const places = childElements(sources.frame.root).map((place) =>
    withChildren(place, [
      ...place.children,
      ...(content[place.name] ?? []).map((part) => withoutNamespaceDeclarations(part)),
    ]),
  );
  return withChildren(sources.frame.root, places);
}

/** `Entity.xml` with its placeholders filled: in the zip a table's forms, views and commands are inside the table. */
function wholeTable(table: TableSource): XmlElement {
  const formTypes = [...new Set(table.forms.map(({ type }) => type))];
  const content: Readonly<Record<string, readonly XmlElement[]>> = {
    FormXml: formTypes.map((type) =>
      element(
        'forms',
        { type },
        table.forms.filter((form) => form.type === type).flatMap(({ root }) => childElements(root)),
      ),
    ),
    SavedQueries:
      table.views.length === 0
        ? []
        : [
            element(
              'savedqueries',
              {},
              table.views.flatMap(({ root }) => childElements(root)),
            ),
          ],
  };
  const children = childElements(table.entity.root).flatMap((child) => {
    if (child.name === 'RibbonDiffXml' && table.ribbon !== undefined) {
      return [withoutNamespaceDeclarations(table.ribbon.root)];
    }
    const parts = content[child.name];
    if (parts === undefined) {
      return [child];
    }
    // A placeholder without content is only for the unpacked file: the schema forbids an empty <SavedQueries>.
    return parts.length === 0 ? [] : [withChildren(child, parts)];
  });
  return withChildren(table.entity.root, children);
}
