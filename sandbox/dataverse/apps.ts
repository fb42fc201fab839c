import type { App, Customizations } from './customizations';
import { appId } from './derivedRows';
import { attribute, childElements, descendant, everyElement, parseXml } from './importer/xml';
import type { XmlElement } from './importer/xml';
import { labelIn } from './metadata/column';
import { appRoles } from './metadata/manyToMany';
import { privilegeVerbs } from './metadata/table';
import type { Organization } from './organization';
import type { Associations } from './rows/associations';
import type { Access } from './security/access';
import type { Caller } from './security/caller';

/** An entry of an app's navigation. */
export interface NavigationEntry {
  readonly id: string;
  readonly title: string;
  /** Name of the web resource that is its icon; empty: none. */
  readonly icon: string;
  /** The table whose rows it lists, or the web resource that it shows. */
  readonly target: { readonly kind: 'table' | 'webResource'; readonly name: string };
}

/** An app as one user sees it, in one language. */
export interface AppNavigation {
  readonly id: string;
  readonly uniqueName: string;
  readonly title: string;
  readonly groups: readonly { readonly title: string; readonly entries: readonly NavigationEntry[] }[];
}

/** What it takes to tell who may see what. */
export interface AppSurroundings {
  readonly organization: Organization;
  readonly associations: Associations;
  readonly access: Access;
}

/**
 * The apps that a caller may open, with the entries that their privileges show: one of the app's roles is needed for the app, and
 * every named privilege for an entry (Microsoft Learn, "Manage access to apps by using security roles", "<Privilege> (SiteMap)").
 * System Administrators open every app.
 * @param language Windows locale id
 */
export function appsFor(caller: Caller, language: number, around: AppSurroundings): readonly AppNavigation[] {
  const { customizations } = around.organization;
  return [...customizations.apps.values()]
    .filter((app) => mayOpen(app, caller, around.associations))
    .map((app) => ({
      id: appId(app.uniqueName),
      uniqueName: app.uniqueName,
      title: labelIn(app.names, language),
      groups: groupsOf(siteMapOf(app, customizations), caller, language, around),
    }));
}

function mayOpen(app: App, caller: Caller, associations: Associations): boolean {
  const opening = associations.of(appRoles, appId(app.uniqueName));
  return caller.roles.some((role) => role.grows === 'everything' || opening.includes(role.id));
}

function siteMapOf(app: App, { siteMaps }: Customizations): XmlElement | null {
  const siteMap = siteMaps.get(app.siteMap);
  return siteMap ? parseXml(siteMap.siteMapXml) : null;
}

/** Groups in which something is left to see. */
function groupsOf(
  siteMap: XmlElement | null,
  caller: Caller,
  language: number,
  around: AppSurroundings,
): AppNavigation['groups'] {
  const groups = siteMap ? [...everyElement(siteMap)].filter(({ name }) => name === 'Group') : [];
  return groups
    .map((group) => ({
      title: titleOf(group, language),
      entries: childElements(group, 'SubArea')
        .filter((subArea) => isShown(subArea, caller, around))
        .map((subArea) => entryOf(subArea, language)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function isShown(subArea: XmlElement, caller: Caller, { access, organization }: AppSurroundings): boolean {
  return childElements(subArea, 'Privilege').every((privilege) => {
    const table = organization.metadata.find(attribute(privilege, 'Entity'));
    const named = attribute(privilege, 'Privilege').split(',');
    const verbs = privilegeVerbs.filter((verb) => named.includes(verb) || named.includes('All'));
    return table !== undefined && verbs.every((verb) => access.depth(caller, verb, table) !== null);
  });
}

function entryOf(subArea: XmlElement, language: number): NavigationEntry {
  const table = attribute(subArea, 'Entity');
  return {
    id: attribute(subArea, 'Id'),
    title: titleOf(subArea, language),
    icon: attribute(subArea, 'VectorIcon').replace('/WebResources/', ''),
    target:
      table === ''
        ? { kind: 'webResource', name: attribute(subArea, 'Url').replace('$webresource:', '') }
        : { kind: 'table', name: table },
  };
}

function titleOf(entry: XmlElement, language: number): string {
  const titles = descendant(entry, 'Titles');
  const labels = Object.fromEntries(
    (titles ? childElements(titles, 'Title') : []).map((title) => [
      Number(attribute(title, 'LCID')),
      attribute(title, 'Title'),
    ]),
  );
  return labelIn(labels, language);
}
