import english from './1033.json';
import finnish from './1035.json';
import italian from './1040.json';
import swedish from './1053.json';

/** What the host itself says; names of tables, columns and forms come from Dataverse. */
export type Texts = typeof english;

const byLanguage: Readonly<Record<number, Texts>> = {
  1033: english,
  1035: finnish,
  1040: italian,
  1053: swedish,
};

/** Languages that the sandbox speaks, by their own names. */
export const languageNames: Readonly<Record<number, string>> = {
  1033: 'English',
  1040: 'Italiano',
  1053: 'Svenska',
  1035: 'Suomi',
};

/** The texts in a language; English for one that the sandbox does not speak. */
export function textsIn(language: number): Texts {
  return byLanguage[language] ?? english;
}

/** Puts values in the place of `{0}`, `{1}`, … */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
