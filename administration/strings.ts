import english from './strings/1033.json';
import finnish from './strings/1035.json';
import italian from './strings/1040.json';
import swedish from './strings/1053.json';

/** Texts of the administration pages. */
export type TextKey = keyof typeof english;

const languages: Readonly<Record<number, Readonly<Record<TextKey, string>>>> = {
  1033: english,
  1035: finnish,
  1040: italian,
  1053: swedish,
};

/**
 * The texts of a language. They are in the bundle: web resources have no texts of their own in several languages.
 * @param language Windows locale id; English stands in for one that the product does not speak
 */
export function stringsOf(language: number): Readonly<Record<TextKey, string>> {
  return languages[language] ?? english;
}
