import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeControlStrings } from './strings';

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

/** Builds every control for production into out/controls/<Control>/. */
export function build(): void {
  writeControlStrings();
  pcfScripts('build', '--buildMode', 'production');
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
  }
}
