import type { SolutionSources, SourceFile } from '../packer/solutionSources';
import { isOwnTable, languagesOf } from '../packer/solutionSources';
import type { XmlElement } from '../packer/xml';
import { allElements, at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/** Verbs of `<Privilege>` (SiteMapType.xsd; Microsoft Learn, "<Privilege> (SiteMap)"). */
const verbs = ['All', 'Append', 'AppendTo', 'Assign', 'Create', 'Delete', 'Read', 'Share', 'Write'];

/**
 * Each entry of a site map leads to a table or a web resource that the solution brings, has an icon that it brings, a
 * title in every language, an id of its own, and asks for privileges that exist.
 */
export function checkSiteMaps(sources: SolutionSources): Finding[] {
  return sources.siteMaps.flatMap((file) => [
    ...checkName(file),
    ...allElements(file.root)
      .filter(({ name }) => ['Area', 'Group', 'SubArea'].includes(name))
      .flatMap((entry) => checkTitles(file, entry, languagesOf(sources))),
    ...checkIds(file),
    ...allElements(file.root).flatMap((entry) => checkIcons(file, entry, sources)),
    ...allElements(file.root)
      .filter(({ name }) => name === 'SubArea')
      .flatMap((subArea) => checkSubArea(file, subArea, sources)),
  ]);
}

function checkName({ path, root }: SourceFile): Finding[] {
  const name = textOf(at(root, 'SiteMapUniqueName'));
  return path === `AppModuleSiteMaps/${name}/AppModuleSiteMap.xml`
    ? []
    : [{ part: path, reason: `the folder is not ${name}, the name of the site map` }];
}

function checkTitles({ path }: SourceFile, entry: XmlElement, languages: readonly string[]): Finding[] {
  const titles = childElements(at(entry, 'Titles'), 'Title');
  return languages
    .filter((language) => {
      const [title, ...more] = titles.filter((one) => attributeOf(one, 'LCID') === language);
      return title === undefined || more.length > 0 || attributeOf(title, 'Title').trim() === '';
    })
    .map((language) => ({
      part: path,
      reason: `${entry.name} ${attributeOf(entry, 'Id')} has not one title in language ${language}`,
    }));
}

function checkIds({ path, root }: SourceFile): Finding[] {
  const ids = allElements(root)
    .filter(({ name }) => ['Area', 'Group', 'SubArea'].includes(name))
    .map((entry) => attributeOf(entry, 'Id'));
  return ids
    .filter((id, index) => id === '' || ids.indexOf(id) !== index)
    .map((id) => ({ part: path, reason: `the id "${id}" is empty or used twice` }));
}

function checkIcons({ path }: SourceFile, entry: XmlElement, sources: SolutionSources): Finding[] {
  return ['Icon', 'VectorIcon']
    .map((name) => attributeOf(entry, name))
    .filter((icon) => icon !== '' && !hasWebResource(sources, icon.replace('/WebResources/', '')))
    .map((icon) => ({
      part: path,
      reason: `${entry.name} ${attributeOf(entry, 'Id')} has the icon ${icon}, which the solution does not bring`,
    }));
}

function checkSubArea({ path }: SourceFile, subArea: XmlElement, sources: SolutionSources): Finding[] {
  const finding = (reason: string): Finding => ({
    part: path,
    reason: `SubArea ${attributeOf(subArea, 'Id')} ${reason}`,
  });
  const table = attributeOf(subArea, 'Entity');
  const page = /^\$webresource:(.+)$/.exec(attributeOf(subArea, 'Url'))?.[1];
  return [
    ...(table === '' && page === undefined ? [finding('leads to neither a table nor a web resource')] : []),
    ...(table === '' || hasTable(sources, table)
      ? []
      : [finding(`leads to the table ${table}, which the solution does not bring`)]),
    ...(page === undefined || hasWebResource(sources, page)
      ? []
      : [finding(`leads to the web resource ${page}, which the solution does not bring`)]),
    ...(attributeOf(subArea, 'VectorIcon') === '' ? [finding('has no icon')] : []),
    ...(childElements(subArea, 'Privilege').length === 0 ? [finding('asks for no privilege')] : []),
    ...childElements(subArea, 'Privilege')
      .filter((privilege) => !privilegesExist(privilege, sources))
      .map((privilege) =>
        finding(
          `asks for "${attributeOf(privilege, 'Privilege')}" on ${attributeOf(privilege, 'Entity')}, which does not exist`,
        ),
      ),
  ];
}

/** Several verbs are separated by commas, without spaces. */
function privilegesExist(privilege: XmlElement, sources: SolutionSources): boolean {
  return (
    hasTable(sources, attributeOf(privilege, 'Entity')) &&
    attributeOf(privilege, 'Privilege')
      .split(',')
      .every((verb) => verbs.includes(verb))
  );
}

function hasTable(sources: SolutionSources, name: string): boolean {
  return sources.tables.some((table) => isOwnTable(table) && table.logicalName === name);
}

function hasWebResource(sources: SolutionSources, name: string): boolean {
  return sources.webResources.some((resource) => resource.name === name);
}
