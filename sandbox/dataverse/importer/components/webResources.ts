import { maxUploadFileSize } from '../../organization';
import type { WebResource } from '../../customizations';
import type { Parts } from '../archive';
import { checkElementOrder } from '../elementOrder';
import { guidIn } from '../guid';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { childElements, childText } from '../xml';
import type { XmlElement } from '../xml';
import type { TableSource } from './tables';

export interface WebResourceSource {
  readonly payload: Payload;
  readonly webResource: WebResource;
}

/** webresource.webresourcetype: 1 html, 2 css, 3 script, 4 xml, 5 png, 6 jpg, 7 gif, 9 xsl, 10 ico, 11 svg, 12 resx. */
const types = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12];

/** Children of `<WebResource>` (CustomizationsSolution.xsd, `webresourcetype`). */
const elementOrder = [
  'WebResourceId',
  'Name',
  'DisplayName',
  'Description',
  'SilverlightVersion',
  'LanguageCode',
  'WebResourceType',
  'IntroducedVersion',
  'IsEnabledForMobileClient',
  'IsAvailableForMobileOffline',
  'DependencyXml',
  'IsCustomizable',
  'CanBeDeleted',
  'IsHidden',
  'FileName',
];

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
    const id = guidIn(childText(element, 'WebResourceId'));
    const fileName = childText(element, 'FileName').replace(/^\//, '');
    const content = parts.get(fileName);
    checkElementOrder(element, elementOrder, 'invalidWebResource', part, refusals);
    checkName(name, prefix, part, refusals);
    if (id === null) {
      refusals.add(
        'invalidGuid',
        part,
        `"${childText(element, 'WebResourceId')}" is no id of a web resource.`,
      );
    }
    if (!content) {
      refusals.add('missingPart', part, `There is no part ${fileName}.`);
    }
    const type = Number(childText(element, 'WebResourceType'));
    if (!types.includes(type)) {
      refusals.add(
        'invalidWebResource',
        part,
        `"${childText(element, 'WebResourceType')}" is no type of a web resource.`,
      );
    }
    if (id === null || !content) {
      return [];
    }
    if (content.length > maxUploadFileSize) {
      refusals.add('fileTooLarge', fileName, 'Webresource content size is too big.');
    }
    const displayName = childText(element, 'DisplayName');
    return [
      { payload: { type: 61, key: name, part }, webResource: { id, name, displayName, type, content } },
    ];
  });
}

function checkName(name: string, prefix: string, part: string, refusals: Refusals): void {
  if (!name.startsWith(`${prefix}_`)) {
    refusals.add(
      'invalidPartName',
      part,
      `The name of a web resource begins with the publisher prefix "${prefix}_".`,
    );
  }
  if (!/^[\w./]+$/.test(name) || name.includes('//')) {
    // WebResourceNameInvalidCharacters (Microsoft Learn, "Web service error codes").
    refusals.add(
      'invalidWebResource',
      part,
      'Web resource names may only include letters, numbers, periods, and nonconsecutive forward slash characters.',
    );
  }
}

/** Refuses tables whose icon is a web resource that is neither in the organization nor in the solution. */
export function checkTableIcons(
  tables: readonly TableSource[],
  webResources: ReadonlyMap<string, WebResource>,
  refusals: Refusals,
): void {
  for (const { icon, payload } of tables) {
    if (icon !== '' && !webResources.has(icon)) {
      refusals.add(
        'missingDependency',
        payload.part,
        `The icon of the table is the web resource ${icon}, which does not exist.`,
      );
    }
  }
}
