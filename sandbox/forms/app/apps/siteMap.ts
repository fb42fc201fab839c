import type { Page } from '../address';

/** A privilege that an entry of a site map asks for. */
export interface AskedPrivilege {
  readonly table: string;
  /** As in the privilege's name: `Read`, `AppendTo`, … */
  readonly verbs: readonly string[];
}

/** An entry of a site map: a table's list, or a web resource. */
export interface SubArea {
  readonly id: string;
  readonly title: string;
  /** Address of the icon; null: it has none. */
  readonly icon: string | null;
  readonly page: Page;
  /** The user sees the entry who holds all of these. */
  readonly privileges: readonly AskedPrivilege[];
}

export interface SiteMapGroup {
  readonly id: string;
  readonly title: string;
  readonly subAreas: readonly SubArea[];
}

export interface SiteMapArea {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly SiteMapGroup[];
}

const webResourcePrefix = '$webresource:';

const baseLanguage = 1033;

function children(parent: Element, name: string): readonly Element[] {
  return [...parent.children].filter((child) => child.tagName === name);
}

/** The title in a language, else in the base language. */
function titleOf(element: Element, language: number): string {
  const titles = children(element, 'Titles').flatMap((group) => children(group, 'Title'));
  const inLanguage = (wanted: number) =>
    titles.find((title) => Number(title.getAttribute('LCID')) === wanted)?.getAttribute('Title');
  return inLanguage(language) ?? inLanguage(baseLanguage) ?? '';
}

/** What an entry opens; null: something that the sandbox does not show, such as a dashboard. */
function pageOf(subArea: Element): Page | null {
  const table = subArea.getAttribute('Entity');
  if (table !== null) {
    return { kind: 'list', table, viewId: null };
  }
  const url = subArea.getAttribute('Url') ?? '';
  return url.startsWith(webResourcePrefix)
    ? { kind: 'webResource', name: url.slice(webResourcePrefix.length), data: null }
    : null;
}

function privilegesOf(subArea: Element): readonly AskedPrivilege[] {
  const table = subArea.getAttribute('Entity');
  const asked = children(subArea, 'Privilege').map((privilege) => ({
    table: privilege.getAttribute('Entity') ?? '',
    verbs: (privilege.getAttribute('Privilege') ?? '').split(',').map((verb) => verb.trim()),
  }));
  return table === null ? asked : [{ table, verbs: ['Read'] }, ...asked];
}

function subAreaOf(element: Element, language: number): readonly SubArea[] {
  const page = pageOf(element);
  return page === null
    ? []
    : [
        {
          id: element.getAttribute('Id') ?? '',
          title: titleOf(element, language),
          icon: element.getAttribute('VectorIcon') ?? element.getAttribute('Icon'),
          page,
          privileges: privilegesOf(element),
        },
      ];
}

/**
 * Reads `sitemap.sitemapxml` (Microsoft Learn, "Change application navigation using the SiteMap").
 * @param language Windows locale id of the titles
 */
export function readSiteMap(xml: string, language: number): readonly SiteMapArea[] {
  if (xml === '') {
    return [];
  }
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml');
  return children(documentElement, 'Area').map((area) => ({
    id: area.getAttribute('Id') ?? '',
    title: titleOf(area, language),
    groups: children(area, 'Group').map((group) => ({
      id: group.getAttribute('Id') ?? '',
      title: titleOf(group, language),
      subAreas: children(group, 'SubArea').flatMap((subArea) => subAreaOf(subArea, language)),
    })),
  }));
}
