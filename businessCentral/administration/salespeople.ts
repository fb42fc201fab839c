import type { Company } from '../company';
import { pairs, type Pair } from '../coupling/pairs';
import { BusinessCentralError } from '../errors';
import { couplingsOfTable } from './couplingsOfTable';
import { readAll } from './readAll';
import type { Salesperson, SalespersonProposal, UserToCouple, WorkOptions } from './types';

/**
 * All salespeople of Business Central, in the order of their codes, with the users they are coupled to.
 * @throws BusinessCentralError `aborted` where it was ended
 */
export async function salespeople(
  company: Company,
  options: WorkOptions = {},
): Promise<readonly Salesperson[]> {
  const { tableId } = salespersonPair();
  const rows = await readAll(
    company,
    { service: 'SalespersonsPurchasers', key: 'Code', fields: ['Name', 'E_Mail'] },
    options,
  );
  const couplings = await couplingsOfTable(company, tableId, options);
  const userOf = new Map(couplings.map(({ crmId, recordNo }) => [recordNo, crmId]));
  return rows.map((row) => {
    const code = row.text('Code').trim();
    const textOr = (field: string) => (row.has(field) ? row.text(field).trim() : '');
    return { code, name: textOr('Name'), email: textOr('E_Mail'), coupledTo: userOf.get(code) ?? null };
  });
}

function salespersonPair(): Pair {
  const pair = pairs.find(({ kind }) => kind === 'salesperson');
  if (pair === undefined) {
    throw new BusinessCentralError('questionRefused');
  }
  return pair;
}

/**
 * Who is most likely who: those that are coupled, then by e-mail, then by full name. A salesperson and a user that
 * several others could be are left to whoever knows them, and nobody is proposed twice.
 */
export function proposeSalespeople(
  people: readonly Salesperson[],
  users: readonly UserToCouple[],
): SalespersonProposal[] {
  const coupled = people.flatMap(({ code, coupledTo }) =>
    coupledTo === null ? [] : [{ code, userId: coupledTo, by: 'coupled' as const }],
  );
  const proposals: SalespersonProposal[] = [...coupled];
  for (const [by, wordOf] of [
    ['email', emailWord],
    ['name', nameWord],
  ] as const) {
    const taken = new Set(proposals.flatMap(({ code, userId }) => [`code ${code}`, `user ${userId}`]));
    const openPeople = people.filter(({ code }) => !taken.has(`code ${code}`));
    const openUsers = users.filter(({ id }) => !taken.has(`user ${id}`));
    const userOf = singles(openUsers, wordOf);
    for (const [word, { code }] of singles(openPeople, wordOf)) {
      const user = userOf.get(word);
      if (user !== undefined) {
        proposals.push({ code, userId: user.id, by });
      }
    }
  }
  return proposals;
}

/** By their words, those that nobody else has; an empty word is none. */
function singles<Person>(
  persons: readonly Person[],
  wordOf: (person: Person) => string,
): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>();
  const twice = new Set<string>();
  for (const person of persons) {
    const word = wordOf(person);
    if (found.has(word)) {
      twice.add(word);
    }
    found.set(word, person);
  }
  return new Map([...found].filter(([word]) => word !== '' && !twice.has(word)));
}

function emailWord({ email }: { readonly email: string }): string {
  return email.trim().toLowerCase();
}

/** Letters that do not come apart into a letter and its accent. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** A full name without accents, cases, signs and the order of its parts: *Öberg, Åsa* and *Asa Oberg* are one. */
export function nameWord({ name }: { readonly name: string }): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øđłßæœþðı]/g, (letter) => letters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ');
}
