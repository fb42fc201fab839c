import type { App, SiteMap, WebResource } from '../../customizations';
import { labelIn } from '../../metadata/column';
import type { Metadata } from '../../metadata/metadata';
import { baseLanguage } from '../../organization';
import type { Role } from '../../security/role';
import { checkElementOrder } from '../elementOrder';
import { guidIn } from '../guid';
import { labelsIn } from '../languages';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, childText, descendant } from '../xml';
import type { XmlElement } from '../xml';

export interface AppSource {
  readonly payload: Payload;
  readonly app: App;
}

/** What an app may refer to: that of the organization and that of the solution. */
export interface AppSurroundings {
  readonly metadata: Metadata;
  readonly webResources: ReadonlyMap<string, WebResource>;
  readonly siteMaps: ReadonlyMap<string, SiteMap>;
  readonly roles: ReadonlyMap<string, Role>;
}

/** Children of `<AppModule>` as exports of 9.2 have them. */
const elementOrder = [
  'UniqueName',
  'IntroducedVersion',
  'WebResourceId',
  'OptimizedFor',
  'WelcomePageId',
  'statecode',
  'statuscode',
  'FormFactor',
  'ClientType',
  'NavigationType',
  'URL',
  'AppModuleComponents',
  'AppModuleRoleMaps',
  'AppConfig',
  'LocalizedNames',
  'Descriptions',
  'appelements',
  'appsettings',
];

/** The icon that every organization has, and new apps get. */
const standardIcon = '953b9fac-1e5e-e611-80d6-00155ded156f';

/** Types of components that an app may name: tables, views, forms, web resources, site maps. */
const table = 1;
const siteMap = 62;
const componentTypes = [table, 26, 60, 61, siteMap];

/** Reads `<AppModules>`. */
export function readApps(
  section: XmlElement | null,
  prefix: string,
  refusals: Refusals,
): readonly AppSource[] {
  return (section ? childElements(section) : []).flatMap((element) => {
    const uniqueName = childText(element, 'UniqueName');
    const part = `customizations.xml, app ${uniqueName}`;
    const iconId = guidIn(childText(element, 'WebResourceId'));
    const names = labelsIn(descendant(element, 'LocalizedNames'));
    checkElementOrder(element, elementOrder, 'invalidApp', part, refusals);
    if (element.name !== 'AppModule' || !uniqueName.startsWith(`${prefix}_`)) {
      refusals.add('invalidApp', part, `The unique name of an app begins with "${prefix}_".`);
    }
    if (
      iconId === null ||
      childText(element, 'IntroducedVersion') === '' ||
      labelIn(names, baseLanguage) === ''
    ) {
      refusals.add(
        'invalidApp',
        part,
        'An app has an icon (WebResourceId), an IntroducedVersion and a name.',
      );
    }
    if (childText(element, 'ClientType') !== '4') {
      refusals.add('invalidApp', part, 'ClientType is 4, the unified interface.');
    }
    const components = componentsIn(element, part, refusals);
    const named = (type: number) => components.filter((one) => one.type === type).map(({ name }) => name);
    const siteMaps = named(siteMap);
    if (siteMaps.length !== 1) {
      refusals.add('invalidApp', part, `An app has one site map; this one names ${siteMaps.length}.`);
    }
    const app: App = {
      uniqueName,
      names,
      descriptions: labelsIn(descendant(element, 'Descriptions')),
      iconId: iconId ?? '',
      siteMap: siteMaps[0] ?? '',
      tables: named(table),
      roles: rolesIn(element, part, refusals),
    };
    return [{ payload: { type: 80, key: uniqueName, part }, app }];
  });
}

interface AppComponent {
  readonly type: number;
  readonly name: string;
}

function componentsIn(element: XmlElement, part: string, refusals: Refusals): readonly AppComponent[] {
  const list = descendant(element, 'AppModuleComponents');
  return (list ? childElements(list, 'AppModuleComponent') : []).map((component) => {
    const type = Number(attribute(component, 'type'));
    const name = attribute(component, 'schemaName');
    if (!componentTypes.includes(type)) {
      refusals.add(
        'invalidApp',
        part,
        `An app holds no components of type "${attribute(component, 'type')}".`,
      );
    }
    return { type, name };
  });
}

function rolesIn(element: XmlElement, part: string, refusals: Refusals): readonly string[] {
  const list = descendant(element, 'AppModuleRoleMaps');
  return (list ? childElements(list, 'Role') : []).flatMap((role) => {
    const id = guidIn(attribute(role, 'id'));
    if (id === null) {
      refusals.add('invalidGuid', part, `"${attribute(role, 'id')}" is no id of a role.`);
    }
    return id ?? [];
  });
}

/** Refuses what an app names and does not exist: tables, its site map, its icon, roles. */
export function checkApps(apps: readonly AppSource[], around: AppSurroundings, refusals: Refusals): void {
  const icons = new Set([standardIcon, ...[...around.webResources.values()].map(({ id }) => id)]);
  for (const { app, payload } of apps) {
    const missing = [
      ...app.tables.filter((name) => !around.metadata.find(name)).map((name) => `table ${name}`),
      ...(app.siteMap === '' || around.siteMaps.has(app.siteMap) ? [] : [`site map ${app.siteMap}`]),
      ...(app.iconId === '' || icons.has(app.iconId) ? [] : [`icon ${app.iconId}`]),
      ...app.roles.filter((id) => !around.roles.has(id)).map((id) => `role ${id}`),
    ];
    for (const what of missing) {
      refusals.add('missingDependency', payload.part, `The app names the ${what}, which does not exist.`);
    }
  }
}
