import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../tools/strings';

const root = join(__dirname, '..');
const outFolder = join(root, 'out/solution');

/** What the packed solution is made of. */
const sources = [
  ...controls,
  'administration',
  'businessCentral',
  'commands',
  'sales',
  'ui',
  'solution',
  'tools',
  'package.json',
  'tsconfig.json',
];

/** Files that the build itself writes among the sources. */
const isWrittenByBuild = (name: string) => name === 'generated' || name.endsWith('.resx');

/** When a file, or the latest file of a folder, was changed; in milliseconds. */
function lastChange(path: string): number {
  if (!existsSync(path)) {
    return 0;
  }
  const { mtimeMs } = statSync(path);
  return statSync(path).isDirectory()
    ? Math.max(
        0,
        ...readdirSync(path)
          .filter((name) => !isWrittenByBuild(name))
          .map((name) => lastChange(join(path, name))),
      )
    : mtimeMs;
}

/** The unmanaged package, where there is one. */
function unmanagedPackage(): string | undefined {
  const names = existsSync(outFolder) ? readdirSync(outFolder) : [];
  const name = names.find((file) => /^BusinessCentralForSales_[\d._]*\d\.zip$/.test(file));
  return name === undefined ? undefined : join(outFolder, name);
}

/** @throws Error with what the script said, where it fails */
function runScript(script: string): void {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, join(root, script)], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${script} failed:\n${stdout}${stderr}`);
  }
}

/**
 * The unmanaged package of the solution; built and packed first where it is missing or older than its sources.
 * @param log told before the build, which takes about twenty seconds
 * @returns its path
 */
export function packedSolution(log: (line: string) => void): string {
  const there = unmanagedPackage();
  const lastSourceChange = Math.max(...sources.map((path) => lastChange(join(root, path))));
  if (there !== undefined && statSync(there).mtimeMs >= lastSourceChange) {
    return there;
  }
  log('Building the controls and packing the solution; this takes about twenty seconds.');
  runScript('tools/build.ts');
  runScript('solution/pack.ts');
  const packed = unmanagedPackage();
  if (packed === undefined) {
    throw new Error(`solution/pack.ts left no package in ${outFolder}.`);
  }
  return packed;
}
