import type { Labels } from '../metadata/column';
import { baseLanguage, enabledLanguages } from '../organization';
import type { Refusals } from './refusals';
import { attribute, childElements, everyElement, textIn } from './xml';
import type { XmlElement } from './xml';

/** The languages that Dataverse has language packs for (Microsoft Learn, "Language packs": Windows locale ids). */
const knownLanguages: ReadonlySet<number> = new Set([
  1025, 1026, 1027, 1028, 1029, 1030, 1031, 1032, 1033, 1035, 1036, 1037, 1038, 1040, 1041, 1042, 1043, 1044,
  1045, 1046, 1048, 1049, 1050, 1051, 1053, 1054, 1055, 1057, 1058, 1060, 1061, 1062, 1063, 1066, 1069, 1081,
  1086, 1087, 1110, 2052, 2070, 2074, 3076, 3082, 3098,
]);

/**
 * Refuses languages that Dataverse does not know at all, and a solution whose own language is not enabled.
 * @returns the known languages whose labels the organization passes over, because they are not enabled
 */
export function checkLanguages(
  manifest: XmlElement,
  customizations: XmlElement,
  refusals: Refusals,
): readonly number[] {
  const named = new Map<number, string>();
  for (const [part, root] of [
    ['solution.xml', manifest],
    ['customizations.xml', customizations],
  ] as const) {
    for (const element of everyElement(root)) {
      const code = element.name === 'Language' ? textIn(element) : element.attributes.get('languagecode');
      if (code !== undefined && !named.has(Number(code))) {
        named.set(Number(code), part);
      }
    }
  }
  for (const [language, part] of named) {
    if (!knownLanguages.has(language)) {
      refusals.add('unknownLanguage', part, `${language} is no language of Dataverse.`);
    }
  }
  const own = Number(attribute(manifest, 'languagecode') || baseLanguage);
  const enabled: ReadonlySet<number> = new Set(enabledLanguages);
  if (knownLanguages.has(own) && !enabled.has(own)) {
    refusals.add('unknownLanguage', 'solution.xml', `The solution's language ${own} is not enabled.`);
  }
  return [...named.keys()].filter((language) => knownLanguages.has(language) && !enabled.has(language));
}

/** Labels in a list such as `<LocalizedNames>` or `<displaynames>`: one child element a language. */
export function labelsIn(list: XmlElement | null): Labels {
  return Object.fromEntries(
    (list ? childElements(list) : []).map((label) => [
      Number(attribute(label, 'languagecode')),
      attribute(label, 'description'),
    ]),
  );
}
