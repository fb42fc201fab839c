import type { RecordKind } from './pairs';
import type { CandidateSearch } from './types';

/** What candidates are looked for by; an empty text: not by this. */
export interface SearchTerms {
  /** Number or code that is wanted. */
  readonly number: string;
  readonly numberStart: string;
  readonly name: string;
  readonly nameStart: string;
  readonly namePart: string;
  readonly email: string;
  readonly emailStart: string;
}

/** So short a word says nothing: LA, & Co. */
const shortestWord = 3;

/**
 * What the user typed may be the beginning of a number, a part of a name or the beginning of an e-mail address. Without
 * it the record's own number, name and e-mail are looked for, and the most telling words of its name.
 */
export function searchTerms({ text, record }: CandidateSearch): SearchTerms {
  const typed = plain(text);
  if (typed !== '') {
    return {
      number: typed,
      numberStart: typed,
      name: typed,
      nameStart: typed,
      namePart: typed,
      email: typed,
      emailStart: typed,
    };
  }
  const name = plain(record.name);
  const words = name.split(/[^\p{L}\p{N}']+/u).filter((word) => word.length >= shortestWord);
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  return {
    number: plain(record.number),
    numberStart: '',
    name,
    nameStart: words[0] !== undefined && name.startsWith(words[0]) ? words[0] : '',
    namePart: longest,
    email: plain(record.email),
    emailStart: '',
  };
}

function plain(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * The spellings of a text that are asked for, since Business Central's filters tell upper from lower case: as typed, all
 * upper, all lower, its first letter upper, and the first letter of each word upper.
 */
export function spellings(value: string): string[] {
  const lower = value.toLowerCase();
  const capitalized = (text: string) => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return [
    ...new Set([
      value,
      value.toUpperCase(),
      lower,
      capitalized(value),
      lower.split(' ').map(capitalized).join(' '),
    ]),
  ];
}

/** Lengths of a kind's number, name and e-mail; Business Central refuses to compare a field with a longer text. */
export interface FieldLengths {
  readonly number: number;
  readonly name: number;
  readonly email: number;
}

const usual: FieldLengths = { number: 20, name: 100, email: 80 };

/** Where a table has other lengths than Customer (tables 13, 4, 204 and 6). */
const others: Partial<Readonly<Record<RecordKind, Partial<FieldLengths>>>> = {
  salesperson: { name: 50 },
  currency: { number: 10, name: 30 },
  unitOfMeasure: { number: 10, name: 50 },
  customerPriceGroup: { number: 10 },
};

export function fieldLengths(kind: RecordKind): FieldLengths {
  return { ...usual, ...others[kind] };
}
