import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(__dirname, '..');

const http = join(root, 'businessCentral/http');

/** Sends with `fetch` in the place of the library, which would be a third of what every form loads. */
const overFetch: Plugin = {
  name: 'over-fetch',
  setup: (builder) => {
    builder.onResolve({ filter: /\/http$/ }, ({ path, importer, resolveDir }) =>
      join(resolveDir, path) === http && !importer.endsWith('httpOverFetch.ts')
        ? { path: `${http}OverFetch.ts` }
        : undefined,
    );
  },
};

/**
 * Builds the commands of forms for production into `out/commands/`. Each is one script without modules, since a web
 * resource of a command is loaded as one (Microsoft Learn, "Pass data from a page as a parameter to ribbon actions").
 * @throws BuildFailure of esbuild where a command does not compile
 */
export async function buildCommands(): Promise<void> {
  const outFolder = join(root, 'out/commands');
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  await build({
    entryPoints: { openInBusinessCentral: join(root, 'commands/start.ts') },
    outdir: outFolder,
    bundle: true,
    plugins: [overFetch],
    minify: true,
    sourcemap: false,
    legalComments: 'inline',
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    // The browsers of the controls (pcfconfig.json).
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
  });
}

if (require.main === module) {
  buildCommands().catch(() => {
    // esbuild has said what is wrong.
    process.exitCode = 1;
  });
}
