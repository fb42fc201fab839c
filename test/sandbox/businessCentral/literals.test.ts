import fc from 'fast-check';
import { filterExpression } from '../../../sandbox/businessCentral/odata/filterExpression';
import { parseFilter } from '../../../sandbox/businessCentral/odata/filterSyntax';
import { ODataError } from '../../../sandbox/businessCentral/odata/odataError';
import { queryOptions } from '../../../sandbox/businessCentral/odata/queryOptions';
import { pathSegments } from '../../../sandbox/businessCentral/odata/resourcePath';

const anyText = fc.string({ unit: 'binary' });

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

test('any text, rightly escaped, is read as that text in a filter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { filter } = queryOptions(`$filter=${encodeURIComponent(`No eq ${quoted(text)}`)}`);
      expect(parseFilter(filter ?? '')).toEqual({
        kind: 'comparison',
        operator: 'Equal',
        left: { kind: 'field', field: 'No' },
        right: { kind: 'literal', literal: { type: 'Edm.String', value: text } },
      });
    }),
  );
});

test('any text, rightly escaped, is read as that text in a key', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(pathSegments(`ItemCard(${encodeURIComponent(quoted(text))})`)).toEqual([
        { name: 'ItemCard', key: [{ name: null, literal: { type: 'Edm.String', value: text } }] },
      ]);
    }),
  );
});

test('numbers are read as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(99_999), (whole, fraction) => {
      const number = `${whole}.${fraction}`;
      expect(parseFilter(`Quantity le ${number}`)).toMatchObject({
        right: { literal: { type: 'Edm.Decimal', value: Number(number) } },
      });
    }),
  );
});

test('nonsense is refused and never breaks the server', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      try {
        parseFilter(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ODataError);
      }
    }),
  );
});

test('a quoted filter expression lets through exactly that value', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, other) => {
      const filter = filterExpression(quoted(text), false);
      expect(filter(text)).toBe(true);
      expect(filter(other)).toBe(other === text);
    }),
  );
});
