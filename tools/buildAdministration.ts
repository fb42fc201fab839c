import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webDarkTheme } from '@fluentui/tokens';
import { build } from 'esbuild';
import { pageNames } from '../administration/pageNames';
import type { PageName } from '../administration/pageNames';

const root = join(__dirname, '..');

/** A page's document: without a script of its own, so that the strictest policy of an environment takes it. */
function documentOf(page: PageName): string {
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Business Central Administration</title>
    <style>
      :root {
        color-scheme: light dark;
      }
      body {
        margin: 0;
        background: #ffffff;
        font-family: 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;
      }
      /* The ground of Fluent's dark theme, which the page takes (administration/AdministrationPage.tsx). */
      @media (prefers-color-scheme: dark) {
        body {
          background: ${webDarkTheme.colorNeutralBackground1};
        }
      }
    </style>
  </head>
  <body data-page="${page}">
    <div id="page"></div>
    <script src="pages.js"></script>
  </body>
</html>
`;
}

/**
 * The files of the administration app: a document a page, and one program for all of them, with React and Fluent in it,
 * since a web resource has none of the libraries that the platform gives a code component.
 * @returns content by file name
 * @throws BuildFailure of esbuild where the program does not compile
 */
export async function administrationFiles(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'administration/start.tsx')],
    bundle: true,
    write: false,
    minify: true,
    sourcemap: false,
    legalComments: 'inline',
    charset: 'utf8',
    format: 'iife',
    jsx: 'transform',
    // The browsers of the controls (pcfconfig.json).
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return new Map([
    ...pageNames.map((page) => [`${page}.html`, documentOf(page)] as const),
    ...outputFiles.map(({ text }) => ['pages.js', text] as const),
  ]);
}

/** Builds the pages of the administration app for production into `out/administration/`. */
export async function buildAdministration(): Promise<void> {
  const outFolder = join(root, 'out/administration');
  const files = await administrationFiles();
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  for (const [name, content] of files) {
    writeFileSync(join(outFolder, name), content);
  }
}

if (require.main === module) {
  buildAdministration().catch(() => {
    // esbuild has said what is wrong.
    process.exitCode = 1;
  });
}
