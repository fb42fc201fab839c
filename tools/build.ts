import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAdministration } from './buildAdministration';
import { buildCommands } from './buildCommands';
import { controls, writeControlStrings } from './strings';

const root = join(__dirname, '..');

/** Runs Microsoft's PCF toolchain; its telemetry is on by default and stays off here. */
function pcfScripts(...args: string[]): void {
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules/pcf-scripts/bin/pcf-scripts.js'), ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: '1' },
    },
  );
  if (result.status !== 0) {
    process.exit(result.status ?? 1);
  }
}

/**
 * Builds every control for production into out/controls/<Control>/. pcf-scripts ends with 0 even when a control does not
 * compile, so success is what it leaves behind.
 */
export function build(): void {
  const outFolder = join(root, 'out/controls');
  rmSync(outFolder, { recursive: true, force: true });
  writeControlStrings();
  pcfScripts('build', '--buildMode', 'production');
  for (const control of controls) {
    for (const file of ['bundle.js', 'ControlManifest.xml']) {
      if (!existsSync(join(outFolder, control, file))) {
        console.error(`${control} was not built: ${file} is missing.`);
        process.exit(1);
      }
    }
  }
}

/** Writes `<Control>/generated/ManifestTypes.d.ts`, without which nothing type-checks on a clean checkout. */
export function writeManifestTypes(): void {
  writeControlStrings();
  pcfScripts('refreshTypes');
}

if (require.main === module) {
  if (process.argv.includes('--types-only')) {
    writeManifestTypes();
  } else {
    build();
    Promise.all([buildAdministration(), buildCommands()]).catch(() => {
      // esbuild has said what is wrong.
      process.exitCode = 1;
    });
  }
}
