import * as fc from 'fast-check';
import {
  matchByCoupling,
  matchByNumber,
  type CoupledTo,
} from '../../businessCentral/administration/matchRows';
import type { Matching, RecordToMatch, RowToMatch } from '../../businessCentral/administration/types';

const row = (id: string, number: string): RowToMatch => ({ id, number, name: id });
const item = (no: string, isBlocked = false): RecordToMatch => ({ no, name: no, isBlocked });

function reasons({ notMatched }: Matching): string[] {
  return notMatched.map(({ row: { id }, reason, recordNo }) => `${id} ${reason} ${recordNo}`.trim());
}

describe('matching by number', () => {
  it('says of each product that does not match why', () => {
    const rows = [
      row('a', '1896-s '),
      row('b', ''),
      row('c', '9999'),
      row('d', '1900'),
      row('e', '1'),
      row('f', '1'),
    ];
    const matching = matchByNumber(rows, [item('1896-S'), item('1900', true), item('1'), item('2')]);
    expect(reasons(matching)).toEqual([
      'b noNumber',
      'c noSuchRecord',
      'd blocked 1900',
      'e numberTwice 1',
      'f numberTwice 1',
    ]);
    expect(matching).toMatchObject({ rows: 6, matched: 4, recordsWithoutRow: 1 });
  });
});

describe('matching by coupling', () => {
  it('says of each product that does not match why', () => {
    const couplings = new Map<string, CoupledTo>([
      ['a', { kind: 'record', recordNo: '1896-S' }],
      ['b', { kind: 'record', recordNo: '' }],
      ['c', { kind: 'other', recordNo: 'MARY' }],
      ['d', { kind: 'record', recordNo: '1900' }],
    ]);
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id, ''));
    const matching = matchByCoupling(rows, [item('1896-S'), item('1900', true)], couplings);
    expect(reasons(matching)).toEqual([
      'b coupledToDeleted',
      'c coupledToOther',
      'd blocked 1900',
      'e notCoupled',
    ]);
    expect(matching).toMatchObject({ rows: 5, matched: 2, recordsWithoutRow: 0 });
  });
});

describe('whatever is matched', () => {
  const numbers = fc.constantFrom('', ' ', '1', '1 ', 'a', 'A', 'é', 'b-2');
  const rows = fc.array(numbers).map((all) => all.map((number, index) => row(String(index), number)));
  const records = fc
    .uniqueArray(fc.constantFrom('1', 'A', 'É', 'B-2', 'C'))
    .chain((all) => fc.tuple(...all.map((no) => fc.boolean().map((blocked) => item(no, blocked)))));

  it('every row is matched or has a reason, and none is counted twice', () => {
    fc.assert(
      fc.property(rows, records, (all, items) => {
        const matching = matchByNumber(all, items);
        const without = matching.notMatched.filter(({ recordNo }) => recordNo === '');
        expect(matching.matched + without.length).toBe(all.length);
        expect(new Set(matching.notMatched.map(({ row: { id } }) => id)).size).toBe(
          matching.notMatched.length,
        );
        expect(matching.recordsWithoutRow).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the order of rows and records changes nothing', () => {
    fc.assert(
      fc.property(rows, records, (all, items) => {
        const [one, other] = [
          matchByNumber(all, items),
          matchByNumber([...all].reverse(), [...items].reverse()),
        ];
        expect(reasons(other).sort()).toEqual(reasons(one).sort());
        expect(other.matched).toBe(one.matched);
      }),
    );
  });

  it('20,000 products and items are matched without asking anybody anything', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => String(index));
    const matching = matchByNumber(
      many.map((number) => row(number, number)),
      many.map((no) => item(no)),
    );
    expect(matching).toMatchObject({ rows: 20_000, matched: 20_000, notMatched: [], recordsWithoutRow: 0 });
  });
});
