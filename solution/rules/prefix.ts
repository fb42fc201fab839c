import type { SolutionSources } from '../packer/solutionSources';
import { columnsOf, isOwnTable, publisherPrefix } from '../packer/solutionSources';
import type { XmlElement } from '../packer/xml';
import { allElements, at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/**
 * Names begin with the publisher's prefix, values of choices with its option value prefix ("Custom attribute names
 * must start with a valid customization prefix").
 */
export function checkPrefix(sources: SolutionSources): Finding[] {
  const prefix = `${publisherPrefix(sources)}_`;
  const own = sources.tables.filter(isOwnTable);
  const columns = sources.tables.flatMap((table) =>
    columnsOf(table)
      .filter((column) => textOf(at(column, 'IsCustomField')) === '1')
      .map((column) => ({ part: `table ${table.logicalName}`, name: attributeOf(column, 'PhysicalName') })),
  );
  const names = [
    ...own.map((table) => ({ part: table.entity.path, name: table.schemaName })),
    ...columns,
    ...sources.optionSets.map(({ path, root }) => ({ part: path, name: attributeOf(root, 'Name') })),
    ...sources.webResources.map(({ path, root }) => ({ part: path, name: textOf(at(root, 'Name')) })),
    ...sources.siteMaps.map(({ path, root }) => ({
      part: path,
      name: textOf(at(root, 'SiteMapUniqueName')),
    })),
    ...sources.apps.map(({ path, root }) => ({ part: path, name: textOf(at(root, 'UniqueName')) })),
    ...sources.controls.map(({ path, root }) => ({ part: path, name: textOf(at(root, 'Name')) })),
  ];
  const choices = [
    ...sources.tables.flatMap((table) =>
      columnsOf(table).flatMap((column) => childElements(column, 'optionset')),
    ),
    ...sources.optionSets.map(({ root }) => root),
  ];
  return [
    ...names
      .filter(({ name }) => !name.startsWith(prefix))
      .map(({ part, name }) => ({ part, reason: `${name} does not begin with ${prefix}` })),
    ...choices.flatMap((choice) => checkValues(choice, sources)),
  ];
}

/** Yes/no and status columns have the values that the platform gives them; only real choices carry the prefix. */
function checkValues(choice: XmlElement, sources: SolutionSources): Finding[] {
  if (textOf(at(choice, 'OptionSetType')) !== 'picklist') {
    return [];
  }
  const publisher = at(sources.manifest.root, 'SolutionManifest', 'Publisher');
  const valuePrefix = textOf(at(publisher, 'CustomizationOptionValuePrefix'));
  return allElements(choice)
    .filter(({ name }) => name === 'option')
    .map((option) => attributeOf(option, 'value'))
    .filter((value) => !new RegExp(`^${valuePrefix}\\d{4}$`).test(value))
    .map((value) => ({
      part: `choice ${attributeOf(choice, 'Name')}`,
      reason: `the value ${value} is not the publisher's ${valuePrefix} and four digits`,
    }));
}
