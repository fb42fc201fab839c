import { dateByFormula, monthsAfter } from '../../../sandbox/demoData/dateFormula';

test.each([
  ['0D', '2026-11-20', '2026-11-20'],
  ['14D', '2026-12-20', '2027-01-03'],
  ['1M', '2026-11-20', '2026-12-20'],
  ['1M', '2026-01-31', '2026-02-28'],
  ['1M', '2028-01-31', '2028-02-29'],
  ['1M', '2026-12-15', '2027-01-15'],
  ['CM', '2026-02-01', '2026-02-28'],
  ['CM', '2026-12-31', '2026-12-31'],
])('%s from %s is %s', (formula, from, day) => {
  expect(dateByFormula(formula, from)).toBe(day);
});

test('months are counted back too, over the turn of the year', () => {
  expect([
    monthsAfter('2026-01-01', -1),
    monthsAfter('2026-03-31', -1),
    monthsAfter('2026-11-01', -24),
  ]).toEqual(['2025-12-01', '2026-02-28', '2024-11-01']);
});

test('a formula of another kind is refused', () => {
  expect(() => dateByFormula('1W', '2026-11-20')).toThrow('1W');
});
