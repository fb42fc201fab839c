import { createContext, useContext } from 'react';
import type { Format } from './format';
import { textsOf } from './texts';
import type { Texts } from './texts';

/** The words of the product and the user's way of writing numbers and days, for every component of a control. */
export interface Language<Key extends string> {
  readonly texts: Texts<Key>;
  readonly format: Format;
}

const wordless: Language<string> = {
  texts: textsOf((key) => key),
  format: {
    quantity: String,
    price: String,
    day: (date) => date,
    dayInSentence: (date) => date,
    month: (month) => month,
    shortMonth: (month) => month,
    time: (instant) => new Date(instant).toISOString().slice(11, 16),
    dayOf: (instant) => new Date(instant).toISOString().slice(0, 10),
  },
};

/** Provided by the control's outermost component; without it, texts show their keys. */
export const LanguageContext = createContext<Language<string>>(wordless);

/** The language of the control, known by the text keys that the caller uses. */
export function useLanguage<Key extends string>(): Language<Key> {
  return useContext(LanguageContext);
}
