import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import XMLBuilder from 'fast-xml-builder';

/** Every text of the product exists in these languages (Windows locale ids). */
export const languages = [1033, 1040, 1053, 1035] as const;

/** The controls, by constructor name, which is also their folder. */
export const controls = ['ProductAvailability', 'CustomerStatistics', 'CoupleRecord'] as const;

const root = join(__dirname, '..');

type Strings = Record<string, string>;

function readStrings(path: string): Strings {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Strings;
}

/**
 * The texts of one control in one language as a .resx document, which is the only form the Power Apps component
 * framework takes. They are kept as JSON so that TypeScript knows their keys, and texts shared by the controls are
 * written once (`ui/strings`).
 */
export function resxOf(strings: Strings): string {
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const header = (name: string, value: string) => ({ '@_name': name, value });
  return `${builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    root: {
      resheader: [
        header('resmimetype', 'text/microsoft-resx'),
        header('version', '2.0'),
        header('reader', 'System.Resources.ResXResourceReader, System.Windows.Forms'),
        header('writer', 'System.Resources.ResXResourceWriter, System.Windows.Forms'),
      ],
      data: Object.entries(strings).map(([name, value]) => ({
        '@_name': name,
        '@_xml:space': 'preserve',
        value,
      })),
    },
  })}\n`;
}

/** Writes `<Control>/strings/<Control>.<language>.resx` for every control and language. */
export function writeControlStrings(): void {
  for (const control of controls) {
    for (const language of languages) {
      const strings = {
        ...readStrings(`ui/strings/${language}.json`),
        ...readStrings(`${control}/strings/${language}.json`),
      };
      const folder = join(root, control, 'strings');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${control}.${language}.resx`), resxOf(strings));
    }
  }
}

if (require.main === module) {
  writeControlStrings();
}
