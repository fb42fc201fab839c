import { formatOf } from '../../ui/format';
import { dateOfDay } from '../../ui/platform';
import { patterns } from './fakeContext';
import { now, today } from './fakeSources';

type Patterns = Partial<typeof patterns>;

const finnishMonths = [
  'tammikuuta',
  'helmikuuta',
  'maaliskuuta',
  'huhtikuuta',
  'toukokuuta',
  'kesäkuuta',
  'heinäkuuta',
  'elokuuta',
  'syyskuuta',
  'lokakuuta',
  'marraskuuta',
  'joulukuuta',
];
const finnish: Patterns = {
  shortDatePattern: 'd.M.yyyy',
  monthDayPattern: 'd. MMMM',
  shortTimePattern: 'H:mm',
  timeSeparator: '.',
  monthGenitiveNames: finnishMonths,
};
const american: Patterns = {
  shortDatePattern: 'M/d/yyyy',
  monthDayPattern: 'MMMM dd',
  shortTimePattern: 'h:mm tt',
};
const swedish: Patterns = { shortDatePattern: 'yyyy-MM-dd', monthDayPattern: "'den 'd MMMM" };
const german: Patterns = { shortDatePattern: 'dd/MM/yy', dateSeparator: '.' };

function formatFor(overrides: Patterns = {}, minutesAheadOfUtc = 0) {
  return formatOf({
    patterns: { ...patterns, ...overrides },
    decimal: (value, decimals) => value.toFixed(decimals).replace('.', ','),
    minutesAheadOfUtc: () => minutesAheadOfUtc,
  });
}

it.each([
  [10, '10'],
  [2.5, '2,5'],
  [0.00001, '0,00001'],
  [1.234567, '1,23457'],
  [0.1 + 0.2, '0,3'],
  [-3, '-3'],
  [-0.000001, '0'],
  [1e9, '1000000000'],
  [100, '100'],
])('writes the quantity %d as %s', (quantity, expected) => {
  expect(formatFor().quantity(quantity)).toBe(expected);
});

it.each([
  [281.4, '281,40'],
  [5, '5,00'],
  [0.12345, '0,12345'],
])('writes the price %d as %s', (price, expected) => {
  expect(formatFor().price(price)).toBe(expected);
});

it.each<[string, Patterns, string]>([
  ['American', american, '12/3/2026'],
  ['Finnish', finnish, '3.12.2026'],
  ['Swedish', swedish, '2026-12-03'],
  ['German', german, '03.12.26'],
])('writes a calendar day in the %s form, in any time zone', (_name, form, expected) => {
  for (const minutes of [-720, 0, 840]) {
    expect(formatFor(form, minutes).day('2026-12-03')).toBe(expected);
  }
});

it.each<[string, Patterns, string]>([
  ['American', american, 'December 3'],
  ['Finnish', finnish, '3. joulukuuta'],
  ['Swedish', swedish, '3 December'],
])('leaves the year of a near day out of a sentence, the %s way', (_name, form, expected) => {
  expect(formatFor(form).dayInSentence('2026-12-03', today)).toBe(expected);
});

it.each(['2027-06-30', '2026-01-15'])('keeps the year of the far day %s', (day) => {
  expect(formatFor(american).dayInSentence(day, today)).toContain(day.slice(0, 4));
});

it('writes a month with its year, and a short one for an axis', () => {
  expect(formatFor().month('2026-03')).toBe('March 2026');
  expect(formatFor({ yearMonthPattern: 'yyyy MMMM', monthNames: finnishMonths }).month('2026-12')).toBe(
    '2026 joulukuuta',
  );
  expect(formatFor().shortMonth('2026-12')).toBe('Dec');
});

it.each<[string, Patterns, number, string]>([
  ['British', {}, 0, '14:05'],
  ['American', american, -300, '9:05 AM'],
  ['Finnish', finnish, 120, '16.05'],
  ['American at noon', american, -125, '12:00 PM'],
  ['American at midnight', american, 595, '12:00 AM'],
])('writes the time on the user’s own clock, the %s way', (_name, form, minutes, expected) => {
  expect(formatFor(form, minutes).time(now)).toBe(expected);
});

it('knows the user’s today on either side of the date line', () => {
  expect(formatFor({}, 840).dayOf(now)).toBe('2026-11-21');
  expect(formatFor({}, -840).dayOf(Date.UTC(2026, 10, 20, 5))).toBe('2026-11-19');
});

it('hands a day back to the platform as midnight in the browser', () => {
  expect(dateOfDay('2026-12-03')).toEqual(new Date(2026, 11, 3));
});
