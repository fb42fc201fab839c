import sharedEnglish from '../ui/strings/1033.json';
import sharedFinnish from '../ui/strings/1035.json';
import sharedItalian from '../ui/strings/1040.json';
import sharedSwedish from '../ui/strings/1053.json';
import { useLanguage } from '../ui/language';
import type { Language } from '../ui/language';
import type { SharedTextKey, Texts } from '../ui/texts';
import english from './strings/1033.json';
import finnish from './strings/1035.json';
import italian from './strings/1040.json';
import swedish from './strings/1053.json';

/** Texts of the administration pages, and those that they share with the controls. */
export type TextKey = SharedTextKey | keyof typeof english;

export type AdministrationTexts = Texts<TextKey>;

/** A remedy that tells a salesperson to ask an administrator is put in other words here, under the same key. */
const languages: Readonly<Record<number, Readonly<Record<TextKey, string>>>> = {
  1033: { ...sharedEnglish, ...english },
  1035: { ...sharedFinnish, ...finnish },
  1040: { ...sharedItalian, ...italian },
  1053: { ...sharedSwedish, ...swedish },
};

/**
 * The texts of a language. They are in the bundle: web resources have no texts of their own in several languages.
 * @param language Windows locale id; English stands in for one that the product does not speak
 */
export function stringsOf(language: number): Readonly<Record<TextKey, string>> {
  return languages[language] ?? { ...sharedEnglish, ...english };
}

/** The words and formats of the page, for its components. */
export function useAdministrationLanguage(): Language<TextKey> {
  return useLanguage<TextKey>();
}
