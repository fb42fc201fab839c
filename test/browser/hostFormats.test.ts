import fc from 'fast-check';
import { readAddress, writeAddress, type Address } from '../../sandbox/forms/app/address';
import { cultureIn, cultureOf } from '../../sandbox/forms/app/format/culture';
import { isoDay, localMidnight, readDate, writeDate } from '../../sandbox/forms/app/format/dates';
import { readNumber, writeMoney, writeNumber } from '../../sandbox/forms/app/format/numbers';

const locales = [1033, 1040, 1053, 1035];
const today = new Date(2026, 10, 20);

describe('the formats of a user', () => {
  it.each(locales)('reads back in locale %i every number that it wrote', (locale) => {
    const culture = cultureOf(locale);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 5 }),
        (digits, precision) => {
          const value = digits / 10 ** precision;
          expect(readNumber(writeNumber(value, precision, culture), culture)).toBeCloseTo(value, 6);
        },
      ),
    );
  });

  it.each(locales)('reads back in locale %i every day that it wrote', (locale) => {
    const culture = cultureOf(locale);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const date = new Date(1970, 0, 1 + days);
        const read = readDate(writeDate(date, culture.shortDatePattern, culture), culture, today);
        expect(read === null ? null : isoDay(read)).toBe(isoDay(date));
      }),
    );
  });

  it('takes a day without its year for one of this year, and two digits for this century', () => {
    expect(readDate('3/12', cultureOf(1040), today)).toEqual(new Date(2026, 11, 3));
    expect(readDate('3.12.27', cultureOf(1035), today)).toEqual(new Date(2027, 11, 3));
  });

  it.each(['30/2/2026', 'tomorrow', '', '1/2/3/4'])('does not take "%s" for a day', (text) => {
    expect(readDate(text, cultureOf(1040), today)).toBeNull();
  });

  it.each(['', 'ten', '1,2,3', '--1', '1e9'])('does not take "%s" for a number', (text) => {
    expect(readNumber(text, cultureOf(1053))).toBeNull();
  });

  it('puts the currency where the culture has it, and never writes minus nothing', () => {
    expect(writeMoney(-1234.5, 2, '£', cultureOf(1033))).toBe('(£1,234.50)');
    expect(writeMoney(-1234.5, 2, '£', cultureOf(1035))).toBe('-1\u00a0234,50\u00a0£');
    expect(writeNumber(-0.001, 2, cultureOf(1033))).toBe('0.00');
  });

  it('inflects the month beside a day where the language does', () => {
    expect(writeDate(localMidnight('2026-12-03'), 'd. MMMM yyyy', cultureOf(1035))).toBe(
      '3. joulukuuta 2026',
    );
  });

  it('lets personal options go before the locale', () => {
    const culture = cultureIn({
      localeid: 1033,
      dateformatstring: 'dd.MM.yyyy',
      decimalsymbol: ',',
      numberseparator: '.',
    });
    expect(writeDate(localMidnight('2026-12-03'), culture.shortDatePattern, culture)).toBe('03.12.2026');
    expect(writeNumber(1234.5, 1, culture)).toBe('1.234,5');
  });
});

describe('addresses', () => {
  const switches = {
    user: 'Aino Virtanen',
    language: 1035,
    theme: 'dark',
    react: '16',
    width: '320',
  } as const;
  const pages: readonly Address['page'][] = [
    { kind: 'home' },
    { kind: 'list', table: 'quote', viewId: null },
    { kind: 'webResource', name: 'bcs_/administration/setup.html', data: 'a=1&b=2' },
    {
      kind: 'record',
      table: 'quotedetail',
      id: null,
      formId: '71c48c2f-8f86-5c30-aa0a-7fe64ffdf5dc',
      defaults: { quoteid: '71c48c2f-8f86-5c30-aa0a-7fe64ffdf5dc', quoteidname: 'A & B = "C" #1' },
    },
  ];

  it.each(pages)('keep page and switches of $kind', (page) => {
    const address = { appId: '71c48c2f-8f86-5c30-aa0a-7fe64ffdf5dc', page, switches };
    const written = writeAddress(address);
    expect(readAddress(written.slice(written.indexOf('?')))).toEqual(address);
  });

  it('take an id in braces and capitals, and no table that is none', () => {
    const braced = '?pagetype=entityrecord&etn=quote&id=%7B71C48C2F-8F86-5C30-AA0A-7FE64FFDF5DC%7D';
    expect(readAddress(braced).page).toMatchObject({ id: '71c48c2f-8f86-5c30-aa0a-7fe64ffdf5dc' });
    expect(readAddress("?pagetype=entitylist&etn=quote')").page).toEqual({ kind: 'home' });
  });
});
