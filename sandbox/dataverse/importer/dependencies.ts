import type { ComponentKey, Customizations, Form, View } from '../customizations';
import { isLookup } from '../metadata/column';
import { guidIn } from './guid';
import { attribute, childText, everyElement, parseXml, textIn } from './xml';

/** Something that stays and needs something that would go. */
export interface Dependency {
  /** What stays, for people. */
  readonly dependent: string;
  /** What would go, for people. */
  readonly required: string;
}

/** What would go, by kind. */
interface Removed {
  has(type: number, key: string): boolean;
}

/**
 * What keeps components from being removed: forms, views, lookups, site maps, apps and table icons that stay and use them.
 * A user or team who holds a role, and a privilege in a role, keep nothing (Microsoft Learn, "Dependency tracking for solution
 * components": dependencies are between components, and not between components and data).
 */
export function dependenciesOn(
  components: readonly ComponentKey[],
  installed: Customizations,
): readonly Dependency[] {
  const keys = new Set(components.map(({ type, key }) => `${type} ${key}`));
  const removed: Removed = { has: (type, key) => keys.has(`${type} ${key}`) };
  return [
    ...[...installed.forms.values()]
      .filter(({ id }) => !removed.has(60, id))
      .flatMap((form) => formDependencies(form, removed)),
    ...[...installed.views.values()]
      .filter(({ id }) => !removed.has(26, id))
      .flatMap((view) => viewDependencies(view, removed)),
    ...lookupDependencies(installed, removed),
    ...appDependencies(installed, removed),
    ...[...installed.tableIcons]
      .filter(([table, icon]) => !removed.has(1, table) && removed.has(61, icon))
      .map(([table, icon]) => ({ dependent: `table ${table}`, required: `web resource ${icon}` })),
  ];
}

function formDependencies({ id, table, formXml }: Form, removed: Removed): readonly Dependency[] {
  const required = [...everyElement(parseXml(formXml))].flatMap((element) => {
    switch (element.name) {
      case 'customControl': {
        const control = attribute(element, 'name');
        return removed.has(66, control) ? [`custom control ${control}`] : [];
      }
      case 'control': {
        const column = `${table}.${attribute(element, 'datafieldname')}`;
        return removed.has(2, column) ? [`column ${column}`] : [];
      }
      case 'parameters': {
        const view = guidIn(childText(element, 'ViewId')) ?? '';
        const target = childText(element, 'TargetEntityType');
        return [
          ...(removed.has(26, view) ? [`view ${view}`] : []),
          ...(removed.has(1, target) ? [`table ${target}`] : []),
        ];
      }
      case 'Library': {
        const library = attribute(element, 'name');
        return removed.has(61, library) ? [`web resource ${library}`] : [];
      }
      case 'Url': {
        const page = textIn(element).replace(/^\$webresource:/, '');
        return removed.has(61, page) ? [`web resource ${page}`] : [];
      }
      default:
        return [];
    }
  });
  const all = [...(removed.has(1, table) ? [`table ${table}`] : []), ...required];
  return [...new Set(all)].map((what) => ({ dependent: `form ${id} of ${table}`, required: what }));
}

function viewDependencies({ id, table, fetchXml, layoutXml }: View, removed: Removed): readonly Dependency[] {
  const named = [fetchXml, layoutXml]
    .filter((xml) => xml !== '')
    .flatMap((xml) => [...everyElement(parseXml(xml))])
    .flatMap((element) =>
      ['attribute', 'cell'].includes(element.name)
        ? [attribute(element, 'name')]
        : [attribute(element, 'attribute')],
    );
  const required = [
    ...(removed.has(1, table) ? [`table ${table}`] : []),
    ...named
      .filter((column) => removed.has(2, `${table}.${column}`))
      .map((column) => `column ${table}.${column}`),
  ];
  return [...new Set(required)].map((what) => ({ dependent: `view ${id} of ${table}`, required: what }));
}

function lookupDependencies({ metadata }: Customizations, removed: Removed): readonly Dependency[] {
  return metadata.tables
    .filter(({ logicalName }) => !removed.has(1, logicalName))
    .flatMap(({ logicalName, columns }) =>
      [...columns.values()]
        .filter(isLookup)
        .filter((column) => !removed.has(2, `${logicalName}.${column.logicalName}`))
        .flatMap((column) =>
          column.targets
            .filter((target) => removed.has(1, target.table))
            .map((target) => ({
              dependent: `column ${logicalName}.${column.logicalName}`,
              required: `table ${target.table}`,
            })),
        ),
    );
}

function appDependencies(installed: Customizations, removed: Removed): readonly Dependency[] {
  return [
    ...[...installed.siteMaps.values()]
      .filter(({ uniqueName }) => !removed.has(62, uniqueName))
      .flatMap(({ uniqueName, tables, webResources }) =>
        [
          ...tables.filter((table) => removed.has(1, table)).map((table) => `table ${table}`),
          ...webResources.filter((name) => removed.has(61, name)).map((name) => `web resource ${name}`),
        ].map((required) => ({ dependent: `site map ${uniqueName}`, required })),
      ),
    ...[...installed.apps.values()]
      .filter(({ uniqueName }) => !removed.has(80, uniqueName))
      .flatMap(({ uniqueName, tables, siteMap, iconId }) => {
        const icon = [...installed.webResources.values()].find(({ id }) => id === iconId)?.name ?? '';
        return [
          ...tables.filter((table) => removed.has(1, table)).map((table) => `table ${table}`),
          ...(removed.has(62, siteMap) ? [`site map ${siteMap}`] : []),
          ...(removed.has(61, icon) ? [`web resource ${icon}`] : []),
        ].map((required) => ({ dependent: `app ${uniqueName}`, required }));
      }),
  ];
}
