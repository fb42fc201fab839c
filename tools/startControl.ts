import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from './strings';

/**
 * `npm run start:control -- <Control>` shows one built control in Microsoft's own harness. The harness has no webAPI
 * and loads React from the internet; `npm start` is the way to see a control at work.
 */
const root = join(__dirname, '..');
const control = process.argv[2] ?? '';
const codePath = join(root, 'out/controls', control);

if (control === '' || !existsSync(join(codePath, 'bundle.js'))) {
  console.error(
    `Say which built control: npm run start:control -- ${controls.join(' | ')} (after npm run build)`,
  );
  process.exitCode = 1;
} else {
  const harness = join(root, 'node_modules/pcf-start/bin/pcf-start.js');
  const { status } = spawnSync(process.execPath, [harness, '--codePath', codePath], {
    stdio: 'inherit',
    env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: '1' },
  });
  process.exitCode = status ?? 1;
}
