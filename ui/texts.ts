import type english from './strings/1033.json';

/** Texts that all controls share; each control adds its own. */
export type SharedTextKey = keyof typeof english;

/** Values for the placeholders of a text, such as `{quantity}`. They are inserted as they are, so format them first. */
export type TextValues = Readonly<Record<string, string>>;

/** `lines` for a pair `lines_one`, `lines_other`. */
type CountedKey<Key extends string> = Key extends `${infer Stem}_other` ? Stem : never;

/** The product's words in the user's language. */
export interface Texts<Key extends string> {
  /** @param values an unknown placeholder stays as it is, so that a fault is seen rather than hidden */
  say(key: Key, values?: TextValues): string;
  /**
   * A text that depends on a number, in the plural form that the language asks for; `{count}` holds the number.
   * All languages of the product have two forms, `_one` and `_other`.
   */
  count(key: CountedKey<Key>, count: number, values?: TextValues): string;
}

/**
 * @param getString the platform's lookup; it falls back to English where a language has no file, so the plural rules
 *   are taken from the file itself (its key `language`), not from the user's settings
 * @param number writes a count as the user writes numbers
 */
export function textsOf(
  getString: (key: string) => string,
  number: (value: number) => string = String,
): Texts<string> {
  let plural: Intl.PluralRules | null = null;
  const say = (key: string, values: TextValues = {}) =>
    getString(key).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      Object.prototype.hasOwnProperty.call(values, name) ? (values[name] ?? '') : placeholder,
    );
  return {
    say,
    count: (stem: string, count, values = {}) => {
      plural ??= new Intl.PluralRules(getString('language'));
      const form = plural.select(count) === 'one' ? 'one' : 'other';
      return say(`${stem}_${form}`, { ...values, count: number(count) });
    },
  };
}
