import fc from 'fast-check';
import { filter as parseFilter } from 'odata-v4-parser';
import { all, compare, groupsForFilters, oneOf } from '../../businessCentral/odata/filter';
import { date, decimal, guid, text } from '../../businessCentral/odata/literals';
import { companySegment, relativeAddress } from '../../businessCentral/odata/readOperation';

interface Token {
  readonly type: string;
  readonly raw: string;
  readonly value?: unknown;
}

/** Every literal that the parser finds in a filter. */
function literalsIn(node: unknown): Token[] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const token = node as Token;
  return token.type === 'Literal' ? [token] : Object.values(node).flatMap(literalsIn);
}

describe('values in a filter', () => {
  it('any text is one literal that reads back as itself: nothing can be injected', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (value) => {
        const filter = compare('No', 'eq', text(value));
        const literals = literalsIn(parseFilter(encodeURIComponent(filter)));
        expect(literals).toHaveLength(1);
        expect(decodeURIComponent(literals[0]!.raw).slice(1, -1).replace(/''/g, "'")).toBe(value);
      }),
    );
  });

  it.each([
    ["O'NEIL & 50% #1", "'O''NEIL & 50% #1'"],
    ["' or No ne '", "''' or No ne '''"],
    ['', "''"],
  ])('text %s is %s', (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it('GUIDs stand bare, and nothing else passes for one', () => {
    expect(guid('{AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE}')).toBe('aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee');
    expect(() => guid("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee or No ne ''")).toThrow(RangeError);
  });

  it.each([
    [1e21, '1000000000000000000000'],
    [0.00001, '0.00001'],
    [-2.5, '-2.5'],
  ])('decimal %d is never written with an exponent', (value, expected) => {
    expect(decimal(value)).toBe(expected);
  });

  it.each([NaN, Infinity])('%d is no decimal', (value) => {
    expect(() => decimal(value)).toThrow(RangeError);
  });

  it.each(['2026-13-01', '2026-1-1', "2026-01-01' or 1 eq 1", ''])('%s is no date', (value) => {
    expect(() => date(value)).toThrow(RangeError);
  });
});

describe('filters', () => {
  it('chain `or` on one field, in brackets, because other conditions stand beside them', () => {
    const filter = all(compare('Type', 'eq', text('Item')), oneOf('No', [text('A'), text('B')]));
    expect(filter).toBe("Type eq 'Item' and (No eq 'A' or No eq 'B')");
  });

  it('take at most twelve values', () => {
    const thirteen = Array.from({ length: 13 }, (_, index) => text(String(index)));
    expect(() => oneOf('No', thirteen)).toThrow(RangeError);
    expect(() => oneOf('No', [])).toThrow(RangeError);
    expect(groupsForFilters(thirteen).map(({ length }) => length)).toEqual([12, 1]);
  });
});

describe('addresses', () => {
  it('encode a company once, by name or by id', () => {
    expect(companySegment("Director's Cut & Co")).toBe("Company('Director''s%20Cut%20%26%20Co')");
    expect(companySegment('AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE')).toBe(
      'Company(Id=aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee)',
    );
  });

  it('encode a filter once', () => {
    const operation = {
      service: 'ItemCard',
      filter: compare('No', 'eq', text("O'NEIL & 50% #1")),
      select: ['No'],
    } as const;
    expect(relativeAddress('CRONUS', 'ItemCard', operation, ['No'])).toBe(
      "Company('CRONUS')/ItemCard?$filter=No%20eq%20'O''NEIL%20%26%2050%25%20%231'&$select=No",
    );
  });
});
