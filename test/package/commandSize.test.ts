import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildCommands } from '../../tools/buildCommands';

test('the command is a small web resource, with no library in it', async () => {
  await buildCommands();
  const script = readFileSync(join(__dirname, '../../out/commands/openInBusinessCentral.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(21 * 1024);
  expect(script.toString()).not.toContain('AxiosError');
});
