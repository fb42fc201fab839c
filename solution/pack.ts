import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileTree } from './packer/fileTree';
import { packSolution, SolutionRefused } from './packer/packSolution';

const root = join(__dirname, '..');

/** Where the two packages are. */
export interface WrittenPackages {
  /** Four numbers. */
  readonly version: string;
  readonly unmanaged: string;
  readonly managed: string;
}

/**
 * Packs `solution/src`, the built controls, administration pages and commands into
 * `out/solution/BusinessCentralForSales_<version>.zip` and `…_managed.zip`; packages of other versions are removed, so that
 * nobody imports a stale one.
 * @throws SolutionRefused where the sources are broken
 */
export function writePackages(outFolder = join(root, 'out/solution')): WrittenPackages {
  const { version: packageVersion } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const packed = packSolution({
    sources: readFileTree(join(root, 'solution/src')),
    controls: readFileTree(join(root, 'out/controls')),
    administration: readFileTree(join(root, 'out/administration')),
    commands: readFileTree(join(root, 'out/commands')),
    packageVersion,
  });
  const unmanaged = join(outFolder, `BusinessCentralForSales_${packed.version}.zip`);
  const managed = join(outFolder, `BusinessCentralForSales_${packed.version}_managed.zip`);
  mkdirSync(outFolder, { recursive: true });
  for (const name of readdirSync(outFolder).filter((file) =>
    /^BusinessCentralForSales_.*\.zip$/.test(file),
  )) {
    rmSync(join(outFolder, name));
  }
  writeFileSync(unmanaged, packed.unmanaged);
  writeFileSync(managed, packed.managed);
  return { version: packed.version, unmanaged, managed };
}

if (require.main === module) {
  try {
    const { unmanaged, managed } = writePackages();
    console.log(`Packed ${unmanaged}\nPacked ${managed}`);
  } catch (error) {
    if (!(error instanceof SolutionRefused)) {
      throw error;
    }
    console.error(`The solution was not packed:\n${error.message}`);
    process.exitCode = 1;
  }
}
