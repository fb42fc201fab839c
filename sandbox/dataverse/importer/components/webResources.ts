import { maxUploadFileSize } from '../../organization';
import type { WebResource } from '../../customizations';
import type { Parts } from '../archive';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { childElements, childText } from '../xml';
import type { XmlElement } from '../xml';

export interface WebResourceSource {
  readonly payload: Payload;
  readonly webResource: WebResource;
}

/** Reads `<WebResources>` and the files that they name. */
export function readWebResources(
  section: XmlElement | null,
  parts: Parts,
  prefix: string,
  refusals: Refusals,
): readonly WebResourceSource[] {
  return (section ? childElements(section, 'WebResource') : []).flatMap((element) => {
    const name = childText(element, 'Name');
    const part = `customizations.xml, web resource ${name}`;
    if (!name.startsWith(`${prefix}_`)) {
      refusals.add(
        'invalidPartName',
        part,
        `The name of a web resource begins with the publisher prefix "${prefix}_".`,
      );
    }
    const fileName = childText(element, 'FileName').replace(/^\//, '');
    const content = parts.get(fileName);
    if (!content) {
      refusals.add('missingPart', part, `There is no part ${fileName}.`);
      return [];
    }
    if (content.length > maxUploadFileSize) {
      refusals.add('fileTooLarge', fileName, 'Webresource content size is too big.');
    }
    const type = Number(childText(element, 'WebResourceType'));
    return [{ payload: { type: 61, key: name, part }, webResource: { name, type, content } }];
  });
}
