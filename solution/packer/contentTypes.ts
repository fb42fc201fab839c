import { compareText } from './fileTree';
import type { XmlElement } from './xml';
import { element } from './xml';

const contentType = 'application/octet-stream';

/**
 * `[Content_Types].xml` of the package. A part whose extension has no `Default` and which has no `Override` fails the
 * import with an opaque "unexpected error", so each is declared; the type is the one that the platform itself writes.
 * @param paths the package's other entries
 */
export function contentTypes(paths: readonly string[]): XmlElement {
  const extensions = new Set(paths.map(extensionOf).filter((extension) => extension !== ''));
  const bare = paths.filter((path) => extensionOf(path) === '');
  return element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    ...[...extensions]
      .sort(compareText)
      .map((extension) => element('Default', { Extension: extension, ContentType: contentType })),
    ...bare.map((path) => element('Override', { PartName: `/${path}`, ContentType: contentType })),
  ]);
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1] ?? '';
}
