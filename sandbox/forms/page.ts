import type { ReactVersion } from './platformLibraries';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function attribute(value: string): string {
  return value.replace(/[&"<>]/g, (character) => entities[character] ?? character);
}

/** The one page of the form host; everything in it is drawn by `app/`. */
export function page(options: { react: ReactVersion; businessCentralOrigin: string }): string {
  const script = (path: string) => `<script src="/forms/${path}"></script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sales Hub</title>
<link rel="icon" href="/forms/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/forms/app.css">
</head>
<body>
<div id="app" data-react="${options.react}" data-business-central="${attribute(options.businessCentralOrigin)}"></div>
${[
  'stayOffline.js',
  `libraries/react-${options.react}.js`,
  `libraries/react-dom-${options.react}.js`,
  'libraries/fluentui-react-8.121.1.js',
  'app.js',
]
  .map(script)
  .join('\n')}
</body>
</html>
`;
}

/** A small chart in the colour of the app's header. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0f6cbd"/>' +
  '<path d="M3 12V8h2.5v4zm3.75 0V4h2.5v8zm3.75 0V6H13v6z" fill="#fff"/></svg>\n';
