import { extname } from 'node:path/posix';
import type { Parts } from './archive';
import type { Refusals } from './refusals';
import { attribute, childElements } from './xml';
import type { XmlElement } from './xml';

/**
 * Refuses parts whose type `[Content_Types].xml` does not declare, neither for their extension nor for themselves; a
 * real import ends in "unexpected error" over them.
 */
export function checkContentTypes(types: XmlElement, parts: Parts, refusals: Refusals): void {
  const extensions = new Set(
    childElements(types, 'Default').map((element) => attribute(element, 'Extension').toLowerCase()),
  );
  const overrides = new Set(
    childElements(types, 'Override').map((element) => attribute(element, 'PartName')),
  );
  for (const name of parts.keys()) {
    const extension = extname(name).slice(1).toLowerCase();
    if (name !== '[Content_Types].xml' && !extensions.has(extension) && !overrides.has(`/${name}`)) {
      refusals.add(
        'undeclaredContentType',
        name,
        extension === ''
          ? '[Content_Types].xml has no Override for this part, which has no extension.'
          : `[Content_Types].xml declares no content type for the extension "${extension}".`,
      );
    }
  }
}
