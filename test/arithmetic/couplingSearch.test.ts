import * as fc from 'fast-check';
import { candidateQuestions } from '../../businessCentral/coupling/candidateSearch';
import { pairs, type Pair } from '../../businessCentral/coupling/pairs';
import { rankCandidates, reasonOf, type FoundRecord } from '../../businessCentral/coupling/rankCandidates';
import { fieldLengths, searchTerms, spellings } from '../../businessCentral/coupling/searchTerms';
import { matchReasons, type MatchReason } from '../../businessCentral/coupling/types';

const nobody = { number: '', name: '', email: '' };
const customers = pairOf('customer');

function pairOf(kind: Pair['kind']): Pair {
  const found = pairs.find((pair) => pair.kind === kind);
  if (found === undefined) {
    throw new Error(kind);
  }
  return found;
}

function found(recordNo: string, name = '', email = '', isCoupled: boolean | null = false): FoundRecord {
  return { recordNo, name, email, isCoupled, leftOut: null };
}

function typed(text: string) {
  return searchTerms({ text, record: nobody });
}

function filtersFor(pair: Pair, text: string, record = nobody): string[] {
  const list = pair.candidates;
  return list === null
    ? []
    : candidateQuestions(pair, list, searchTerms({ text, record })).map(({ filter = '' }) => filter);
}

describe('why a candidate matches what was typed', () => {
  it.each<[string, FoundRecord, MatchReason | null]>([
    ['10000', found('10000', 'Adatum'), 'sameNumber'],
    ['c1', found('C1', 'Adatum'), 'sameNumber'],
    ['adatum', found('10000', 'Adatum'), 'sameName'],
    ['ADA@EXAMPLE.COM', found('10000', 'Adatum', 'ada@example.com'), 'sameEmail'],
    ['100', found('10000', 'Adatum'), 'numberStartsWith'],
    ['ada', found('10000', 'Adatum'), 'nameStartsWith'],
    ['corp', found('10000', 'Adatum Corporation'), 'nameContains'],
    ['ada@', found('10000', 'Contoso', 'ada@example.com'), 'emailStartsWith'],
    ["o'neil", found('10000', "O'Neil & Sons"), 'nameStartsWith'],
    ['חברה', found('10000', 'חברה בע"מ'), 'nameStartsWith'],
    ['adatum  corp', found('10000', 'Adatum Corp'), 'sameName'],
    ['fabrikam', found('10000', 'Adatum'), null],
    ['*', found('10000', 'Adatum'), null],
  ])('%s', (text, record, reason) => {
    expect(reasonOf(record, typed(text))).toBe(reason);
  });
});

it('without a text the record itself is looked for: its number, name, e-mail and the telling words of its name', () => {
  const terms = searchTerms({
    text: ' ',
    record: { number: '10000', name: 'Adatum Corporation (sample)', email: 'ada@example.com' },
  });
  expect(terms).toMatchObject({
    number: '10000',
    numberStart: '',
    name: 'Adatum Corporation (sample)',
    nameStart: 'Adatum',
    namePart: 'Corporation',
    email: 'ada@example.com',
    emailStart: '',
  });
});

describe('the order of candidates', () => {
  it('is by the strength of the reason, then free before coupled, then by name', () => {
    const ranked = rankCandidates(
      [
        found('4', 'The Ada Club'),
        found('3', 'Adatum B', '', true),
        found('2', 'Adatum C'),
        found('1', 'Adatum A'),
        found('0', 'ada'),
      ],
      typed('ada'),
    );
    expect(ranked.map(({ recordNo }) => recordNo)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('puts what its mapping leaves out behind what can be chosen, of the same reason', () => {
    const blocked = { ...found('10000', 'Adatum'), leftOut: 'blocked' } as const;
    const free = found('20000', 'Adatum');
    const ranked = rankCandidates([blocked, free], typed('adatum'));
    expect(ranked.map(({ recordNo, leftOut }) => [recordNo, leftOut])).toEqual([
      ['20000', null],
      ['10000', 'blocked'],
    ]);
  });

  it('has each record once, none without a reason, and never a weaker before a stronger one', () => {
    const record = fc.record({
      recordNo: fc.constantFrom('10000', '1000', '20000', 'ADA'),
      name: fc.constantFrom('Adatum', 'ada', 'Contoso', "O'Neil", ''),
      email: fc.constantFrom('', 'ada@example.com'),
      isCoupled: fc.constantFrom(true, false, null),
      leftOut: fc.constantFrom('blocked' as const, null),
    });
    fc.assert(
      fc.property(fc.array(record), fc.constantFrom('ada', '1000', 'o', 'zzz'), (records, text) => {
        const ranked = rankCandidates(records, typed(text));
        const places = ranked.map(({ reason }) => matchReasons.indexOf(reason));
        expect(new Set(ranked.map(({ recordNo }) => recordNo)).size).toBe(ranked.length);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe('what Business Central is asked', () => {
  it('every usual spelling, since its filters tell upper from lower case', () => {
    expect(spellings('adatum corp')).toEqual(['adatum corp', 'ADATUM CORP', 'Adatum corp', 'Adatum Corp']);
    expect(spellings('10000')).toEqual(['10000']);
  });

  it('a number in upper case, as Business Central keeps codes', () => {
    expect(filtersFor(customers, 'c-1')[0]).toBe("startswith(No,'C-1')");
  });

  it('a text of the user may be anything, and stays a text', () => {
    expect(filtersFor(customers, "o'neil")[1]).toContain("Name eq 'O''neil'");
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const filter of filtersFor(customers, text)) {
          const rest = filter.replace(/'(?:[^']|'')*'/g, '');
          expect(rest).toMatch(/^[\w\s(),]*$/);
          // `or` over two fields is refused, and twelve clauses are safe.
          expect(new Set(filter.replace(/'(?:[^']|'')*'/g, '').match(/\b(No|Name|E_Mail)\b/g)).size).toBe(1);
          expect(rest.split(' or ').length).toBeLessThanOrEqual(12);
        }
      }),
    );
  });

  it('nothing that a field cannot hold', () => {
    const { number, name } = fieldLengths('customer');
    expect(filtersFor(customers, 'x'.repeat(number + 1)).some((filter) => filter.includes('(No,'))).toBe(
      false,
    );
    expect(filtersFor(customers, 'x'.repeat(name + 1))).toEqual([]);
  });

  it('nothing without anything to look for', () => {
    expect(filtersFor(customers, '  ')).toEqual([]);
  });

  it.each(pairs.filter(({ candidates }) => candidates !== null).map((pair) => [pair.kind, pair] as const))(
    'of %s in its own fields only',
    (_, pair) => {
      for (const filter of filtersFor(pair, 'ab')) {
        const fields = filter.replace(/'(?:[^']|'')*'/g, '').match(/\w+(?=,| eq)/g) ?? [];
        const { number, name, email } = pair.candidates!;
        expect([number, name, email]).toEqual(expect.arrayContaining([...new Set(fields)]));
      }
    },
  );
});
