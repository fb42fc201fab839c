import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rounded, type Measurement } from './measurement';

const controlsFolder = join(__dirname, '../out/controls');

/** What each control weighs on the wire. */
export function measureBundles(): Measurement[] {
  return readdirSync(controlsFolder).flatMap((control) => {
    const bundle = readFileSync(join(controlsFolder, control, 'bundle.js'));
    const kilobytes = (bytes: number) => rounded(bytes / 1024, 1);
    return [
      {
        key: `bundle.${control}.gzip`,
        value: kilobytes(gzipSync(bundle, { level: 9 }).length),
        unit: 'KB',
        what: `bundle of ${control}, gzipped`,
        goal: '≤ 45 KB',
      },
      {
        key: `bundle.${control}.raw`,
        value: kilobytes(bundle.length),
        unit: 'KB',
        what: `bundle of ${control}, minified`,
        goal: '',
      },
    ];
  });
}
