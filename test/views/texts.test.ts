import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls, languages } from '../../tools/strings';
import { businessCentralErrorCodes } from '../../businessCentral/errors';
import { salesErrorCodes } from '../../sales/sales';
import { textsOf } from '../../ui/texts';

const root = join(__dirname, '../..');
const folders = ['ui', 'administration', ...controls] as const;

function stringsOf(folder: string, language: number): Record<string, string> {
  return JSON.parse(readFileSync(join(root, folder, 'strings', `${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
}

/** “{price} per {unit}” is good Italian and good Swedish; roles have one name in all languages. */
const sameInOtherLanguages = [
  'perUnit',
  'grant_integrationAdministrator',
  'grant_integrationUser',
  'grant_productAvailabilityUser',
  // Words that two of the languages share.
  'filterField_status',
  'filterValue_no',
  'filterValue_account',
  'filterValue_person',
  'filterValue_order',
];

function placeholders(text: string | undefined): string[] {
  return [...new Set(text?.match(/\{\w+\}/g) ?? [])].sort();
}

function sourcesOf(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|xml)$/.test(path) && !path.startsWith('generated'))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'))
    .join('\n');
}

describe.each(folders)('the texts of %s', (folder) => {
  const english = stringsOf(folder, 1033);
  const others = languages.filter((language) => language !== 1033);

  it.each(others)('have the same keys in %i as in English', (language) => {
    expect(Object.keys(stringsOf(folder, language)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(others)('have the same placeholders in %i as in English', (language) => {
    const translated = stringsOf(folder, language);
    const differing = Object.keys(english).filter(
      (key) => placeholders(english[key]).join() !== placeholders(translated[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it.each(others)('leave no English behind in %i', (language) => {
    const translated = stringsOf(folder, language);
    const same = Object.keys(english).filter(
      (key) =>
        !sameInOtherLanguages.includes(key) &&
        english[key] === translated[key] &&
        /[a-z]{2}/i.test((english[key] ?? '').replace(/\{\w+\}/g, '')),
    );
    expect(same).toEqual([]);
  });

  it.each(languages)('are never empty and never shout in %i', (language) => {
    const poor = Object.entries(stringsOf(folder, language)).filter(
      ([, text]) => text.trim() === '' || text.trim() !== text || /!|\.\.\./.test(text),
    );
    expect(poor).toEqual([]);
  });

  it('are all in use', () => {
    const sources = folders.map(sourcesOf).join('\n');
    const unused = Object.keys(english).filter((key) => {
      const stem = key.replace(/_(one|other)$/, '');
      const family = stem.replace(/_[^_]*$/, '');
      return (
        !sources.includes(`'${stem}'`) &&
        !sources.includes(`"${stem}"`) &&
        !sources.includes(`\`${family}_$\{`)
      );
    });
    expect(unused).toEqual([]);
  });
});

it.each(languages)('have a sentence and a remedy for every failure in %i', (language) => {
  const shared = stringsOf('ui', language);
  const codes = [
    ...businessCentralErrorCodes.filter((code) => code !== 'aborted'),
    ...salesErrorCodes,
    'unexpected',
  ];
  const missing = codes.filter((code) => !shared[`error_${code}`] || !shared[`remedy_${code}`]);
  expect(missing).toEqual([]);
});

it.each(languages)('say in each remedy who does what, in %i', (language) => {
  const asks = /administrator|amministratore|administratör|järjestelmänvalvoj/i;
  const acts = /try|reload|wait|riprov|ricaric|attend|försök|läs in|vänta|yritä|lataa|odota/i;
  const shared = stringsOf('ui', language);
  const idle = Object.entries(shared).filter(
    ([key, text]) => key.startsWith('remedy_') && !asks.test(text) && !acts.test(text),
  );
  expect(idle).toEqual([]);
});

describe.each(controls)('the texts of %s', (control) => {
  it.each(languages)('keep apostrophes out of what canvas apps read of the manifest, in %i', (language) => {
    const named = Object.entries(stringsOf(control, language)).filter(([key]) =>
      /_(name|description)$/.test(key),
    );
    expect(named.filter(([, text]) => text.includes("'"))).toEqual([]);
  });
});

it.each(languages)('name the role that customer statistics need, in %i', (language) => {
  expect(stringsOf('CustomerStatistics', language)['remedy_notPermitted']).toContain('Integration User');
});

describe('a text', () => {
  const strings: Record<string, string> = {
    language: 'it',
    greeting: '{part} di {quantity}',
    lines_one: '{count} riga su {total}',
    lines_other: '{count} righe su {total}',
  };
  const texts = textsOf(
    (key) => strings[key] ?? key,
    (value) => (value === 1_000_000 ? '1.000.000' : String(value)),
  );

  it('takes its values as they are, and only those', () => {
    expect(texts.say('greeting', { part: '$&', quantity: '{part}' })).toBe('$& di {part}');
  });

  it('shows a placeholder that has no value', () => {
    expect(texts.say('greeting', { part: '1' })).toBe('1 di {quantity}');
  });

  it.each([
    [1, '1 riga su 12'],
    [0, '0 righe su 12'],
    [2, '2 righe su 12'],
    [1_000_000, '1.000.000 righe su 12'],
  ])('has the plural form of its own language for %i', (count, expected) => {
    const counted: { count(key: string, count: number, values: Record<string, string>): string } = texts;
    expect(counted.count('lines', count, { total: '12' })).toBe(expected);
  });
});
