import type { SolutionSources, SourceFile } from '../packer/solutionSources';
import { languagesOf } from '../packer/solutionSources';
import type { XmlElement } from '../packer/xml';
import { allElements, attributeOf, childElements } from '../packer/xml';
import type { Finding } from './finding';

/** Elements that hold one text in all languages, and what each text is called there. */
const labelGroups: Readonly<Record<string, string>> = {
  LocalizedNames: 'LocalizedName',
  LocalizedCollectionNames: 'LocalizedCollectionName',
  Descriptions: 'Description',
  displaynames: 'displayname',
  labels: 'label',
};

/**
 * Whatever people read is there in each of `<Languages>`, once and not empty. The publisher's empty `<Descriptions />`
 * is what exports have, so a group without any text passes.
 */
export function checkLabels(sources: SolutionSources): Finding[] {
  const languages = languagesOf(sources);
  const files = [
    sources.manifest,
    ...sources.tables.flatMap((table) => [table.entity, ...table.forms, ...table.views]),
    ...sources.relationships,
    ...sources.optionSets,
    ...sources.siteMaps,
    ...sources.apps,
  ];
  return files.flatMap((file) => checkFile(file, languages));
}

function checkFile(file: SourceFile, languages: readonly string[]): Finding[] {
  return allElements(file.root).flatMap((group) => {
    const textName = labelGroups[group.name];
    const texts = textName === undefined ? [] : childElements(group, textName);
    return texts.length === 0 ? [] : checkTexts(file.path, texts, languages);
  });
}

/**
 * One text in all languages.
 * @param texts elements with `description` and `languagecode`
 */
export function checkTexts(
  part: string,
  texts: readonly XmlElement[],
  languages: readonly string[],
): Finding[] {
  const example = texts.map((text) => attributeOf(text, 'description')).find((text) => text !== '') ?? '';
  return languages.flatMap((language) => {
    const inLanguage = texts.filter((text) => attributeOf(text, 'languagecode') === language);
    const [first] = inLanguage;
    if (first === undefined) {
      return [{ part, reason: `the label "${example}" is not there in language ${language}` }];
    }
    if (inLanguage.length > 1) {
      return [{ part, reason: `the label "${example}" is there twice in language ${language}` }];
    }
    return attributeOf(first, 'description').trim() === ''
      ? [{ part, reason: `the label "${example}" is empty in language ${language}` }]
      : [];
  });
}
