import type { SearchTerms } from './searchTerms';
import { matchReasons, type Candidate, type MatchReason } from './types';

/** A record as found, not yet judged. */
export interface FoundRecord extends Omit<Candidate, 'reason'> {
  /** The number that people know it by, where that is another than what names it. */
  readonly knownNumber?: string;
}

/**
 * Why a record matches, the strongest reason.
 * @returns null where it does not: Business Central takes some signs of a search text for placeholders
 */
export function reasonOf(found: FoundRecord, terms: SearchTerms): MatchReason | null {
  const number = folded(found.knownNumber ?? found.recordNo);
  const name = folded(found.name);
  const email = folded(found.email);
  const holds: Readonly<Record<MatchReason, boolean>> = {
    sameNumber: same(number, terms.number),
    sameName: same(name, terms.name),
    sameEmail: same(email, terms.email),
    numberStartsWith: starts(number, terms.numberStart),
    nameStartsWith: starts(name, terms.nameStart),
    nameContains: terms.namePart !== '' && name.includes(folded(terms.namePart)),
    emailStartsWith: starts(email, terms.emailStart),
  };
  return matchReasons.find((reason) => holds[reason]) ?? null;
}

/**
 * Candidates, each once, the best first: by reason, then those that can be chosen before those that cannot, then by name and
 * number.
 */
export function rankCandidates(records: readonly FoundRecord[], terms: SearchTerms): Candidate[] {
  const byNumber = new Map(records.map((found) => [found.recordNo, found]));
  return [...byNumber.values()]
    .flatMap(({ knownNumber, ...found }): Candidate[] => {
      const reason = reasonOf(knownNumber === undefined ? found : { ...found, knownNumber }, terms);
      return reason === null ? [] : [{ ...found, reason }];
    })
    .sort(
      (a, b) =>
        matchReasons.indexOf(a.reason) - matchReasons.indexOf(b.reason) ||
        Number(isBarred(a)) - Number(isBarred(b)) ||
        inOrder(folded(a.name), folded(b.name)) ||
        inOrder(a.recordNo, b.recordNo),
    );
}

/** Whether a candidate is shown, and cannot be chosen. */
export function isBarred({ isCoupled, leftOut }: Pick<Candidate, 'isCoupled' | 'leftOut'>): boolean {
  return isCoupled === true || leftOut !== null;
}

function folded(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function same(value: string, term: string): boolean {
  return term !== '' && value === folded(term);
}

function starts(value: string, term: string): boolean {
  return term !== '' && value.startsWith(folded(term));
}

function inOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
