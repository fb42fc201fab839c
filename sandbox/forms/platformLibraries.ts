import { join } from 'node:path';

/** The React versions that the platform may load: model-driven apps 17.0.2 (the first here), canvas apps 16.14.0. */
export const reactVersions = ['17.0.2', '16.14.0'] as const;

export type ReactVersion = (typeof reactVersions)[number];

/** A file of an npm package, by its path: not every package names its browser build among its exports. */
function fileOf(path: string): string {
  return join(__dirname, '../../node_modules', path);
}

/** Addresses of the page's libraries under `/forms/libraries/`, and the files of npm packages behind them. */
export const platformLibraries: Readonly<Record<string, string>> = {
  'react-16.14.0.js': fileOf('react/umd/react.production.min.js'),
  'react-dom-16.14.0.js': fileOf('react-dom/umd/react-dom.production.min.js'),
  'react-17.0.2.js': fileOf('react17/umd/react.production.min.js'),
  'react-dom-17.0.2.js': fileOf('react-dom17/umd/react-dom.production.min.js'),
  'fluentui-react-8.121.1.js': fileOf('@fluentui/react/dist/fluentui-react.umd.js'),
};

/**
 * Must run before Fluent 8, which otherwise takes its fonts from Microsoft's content delivery network. An empty base
 * address makes it register none (@fluentui/theme, `registerDefaultFontFaces`); `app/shell/fluentIcons.tsx` sees to
 * its icon font.
 */
export const stayOffline = "window.FabricConfig = { fontBaseUrl: '' };\n";
