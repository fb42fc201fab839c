import type { SiteMap, WebResource } from '../../customizations';
import { privilegeVerbs } from '../../metadata/table';
import type { Metadata } from '../../metadata/metadata';
import { checkElementOrder } from '../elementOrder';
import { labelsIn } from '../languages';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, childText, descendant, everyElement, xmlOf } from '../xml';
import type { XmlElement } from '../xml';

export interface SiteMapSource {
  readonly payload: Payload;
  readonly siteMap: SiteMap;
  /** The `<SiteMap>` element. */
  readonly element: XmlElement;
}

/** Children of `<AppModuleSiteMap>` as exports of 9.2 have them. */
const elementOrder = [
  'SiteMapUniqueName',
  'SiteMapName',
  'EnableCollapsibleGroups',
  'ShowHome',
  'ShowPinned',
  'ShowRecents',
  'SiteMap',
  'LocalizedNames',
];

/** Children of the elements of a site map, in the order of SiteMapType.xsd. */
const childOrders: Readonly<Record<string, readonly string[]>> = {
  Area: ['Titles', 'Descriptions', 'Group'],
  Group: ['Titles', 'Descriptions', 'SubArea'],
  SubArea: ['Titles', 'Descriptions', 'Privilege'],
};

/** What a site map may refer to: that of the organization and that of the solution. */
export interface SiteMapSurroundings {
  readonly metadata: Metadata;
  readonly webResources: ReadonlyMap<string, WebResource>;
}

/** Reads `<AppModuleSiteMaps>`. */
export function readSiteMaps(section: XmlElement | null, refusals: Refusals): readonly SiteMapSource[] {
  return (section ? childElements(section) : []).flatMap((source) => {
    const uniqueName = childText(source, 'SiteMapUniqueName');
    const part = `customizations.xml, site map ${uniqueName}`;
    const element = descendant(source, 'SiteMap');
    checkElementOrder(source, elementOrder, 'invalidSiteMap', part, refusals);
    if (source.name !== 'AppModuleSiteMap' || uniqueName === '' || !element) {
      refusals.add('invalidSiteMap', part, 'A site map of an app has a unique name and a <SiteMap>.');
      return [];
    }
    const siteMap: SiteMap = {
      uniqueName,
      names: labelsIn(descendant(source, 'LocalizedNames')),
      siteMapXml: xmlOf(element),
      tables: tablesOf(element),
      webResources: webResourcesOf(element),
    };
    return [{ payload: { type: 62, key: uniqueName, part } as const, siteMap, element }];
  });
}

function tablesOf(siteMap: XmlElement): readonly string[] {
  const names = [...everyElement(siteMap)]
    .filter(({ name }) => name === 'SubArea' || name === 'Privilege')
    .map((element) => attribute(element, 'Entity'));
  return [...new Set(names.filter((name) => name !== ''))];
}

function webResourcesOf(siteMap: XmlElement): readonly string[] {
  const names = [...everyElement(siteMap)].flatMap((element) => [
    ...['Icon', 'VectorIcon'].map((icon) =>
      /^(?:\/WebResources\/|\$webresource:)(.+)$/.exec(attribute(element, icon)),
    ),
    /^\$webresource:([^?]+)/.exec(attribute(element, 'Url')),
  ]);
  return [...new Set(names.flatMap((match) => match?.[1] ?? []))];
}

/** Refuses what a site map leads to or asks for and does not exist, and what its schema does not allow. */
export function checkSiteMaps(
  siteMaps: readonly SiteMapSource[],
  { metadata, webResources }: SiteMapSurroundings,
  refusals: Refusals,
): void {
  for (const { siteMap, element, payload } of siteMaps) {
    for (const table of siteMap.tables.filter((name) => !metadata.find(name))) {
      refusals.add(
        'missingDependency',
        payload.part,
        `The site map names the table ${table}, which does not exist.`,
      );
    }
    for (const name of siteMap.webResources.filter((resource) => !webResources.has(resource))) {
      refusals.add(
        'missingDependency',
        payload.part,
        `The site map names the web resource ${name}, which does not exist.`,
      );
    }
    for (const entry of everyElement(element)) {
      const order = Object.hasOwn(childOrders, entry.name) ? childOrders[entry.name] : undefined;
      if (order) {
        checkEntryOrder(entry, order, payload.part, refusals);
      }
      checkPrivilege(entry, payload.part, refusals);
    }
    checkIds(element, payload.part, refusals);
  }
}

/** The order of an entry's children, of which the last kind may be there often. */
function checkEntryOrder(
  entry: XmlElement,
  order: readonly string[],
  part: string,
  refusals: Refusals,
): void {
  const repeated = order.at(-1);
  const [first] = childElements(entry, repeated);
  const children = entry.children.filter(
    (child) => typeof child === 'string' || child.name !== repeated || child === first,
  );
  checkElementOrder({ ...entry, children }, order, 'invalidSiteMap', part, refusals);
}

function checkPrivilege(entry: XmlElement, part: string, refusals: Refusals): void {
  if (entry.name !== 'Privilege') {
    return;
  }
  const known: readonly string[] = ['All', 'AllowQuickCampaign', 'UseInternetMarketing', ...privilegeVerbs];
  for (const verb of attribute(entry, 'Privilege').split(',')) {
    if (!known.includes(verb)) {
      refusals.add('invalidSiteMap', part, `"${verb}" is no privilege of a site map.`);
    }
  }
}

function checkIds(siteMap: XmlElement, part: string, refusals: Refusals): void {
  const seen = new Set<string>();
  for (const entry of everyElement(siteMap)) {
    const id = attribute(entry, 'Id');
    if (['Area', 'Group', 'SubArea'].includes(entry.name) && (id === '' || seen.has(id))) {
      refusals.add('duplicateComponent', part, `The id "${id}" (${entry.name}) is empty or there twice.`);
    }
    seen.add(id);
  }
}
