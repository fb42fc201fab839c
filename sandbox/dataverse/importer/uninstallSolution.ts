import type { ComponentKey, Customizations } from '../customizations';
import { Metadata } from '../metadata/metadata';
import type { Table } from '../metadata/table';
import { standardCustomizations } from '../standardCustomizations';
import { dependenciesOn } from './dependencies';
import type { Dependency } from './dependencies';

/** The solution stays as it is; nothing has changed. */
export class UninstallRefused extends Error {
  public override readonly name = 'UninstallRefused';

  /** @param dependencies what is not of the solution, and needs something of it; empty: there is no such solution */
  public constructor(
    message: string,
    public readonly dependencies: readonly Dependency[],
  ) {
    super(message);
  }
}

/** What an uninstallation takes away. */
export interface Uninstalled {
  readonly customizations: Customizations;
  /** Tables that are gone, with their rows. */
  readonly tables: readonly string[];
  /** Columns that are gone from tables that stay, with their values. */
  readonly columns: readonly { readonly table: string; readonly column: string }[];
  /** Ids of roles and column security profiles that are gone, and so are from everybody who had them. */
  readonly principals: readonly string[];
}

const tableType = 1;
const columnType = 2;

/**
 * Uninstalls a solution, as deleting it does: a managed one goes with the components that no other solution has; of an
 * unmanaged one only the container goes, and its components stay (Microsoft Learn, "Solution concepts", "Solution lifecycle").
 * @param installed what the organization has; it is not changed
 * @throws UninstallRefused where there is no such solution, or something else needs a component of it
 */
export function uninstallSolution(uniqueName: string, installed: Customizations): Uninstalled {
  const solution = installed.solutions.get(uniqueName);
  if (!solution) {
    throw new UninstallRefused(`There is no solution ${uniqueName}.`, []);
  }
  const others = new Map([...installed.solutions].filter(([name]) => name !== uniqueName));
  const removed = solution.managed ? ownComponents(solution.components, [...others.values()]) : [];
  const dependencies = dependenciesOn(removed, installed);
  if (dependencies.length > 0) {
    // The platform's own words, as pastebin.com/Vdx5Qria records them.
    throw new UninstallRefused(
      `Solution dependencies exist, cannot uninstall.DependencyCount : ${dependencies.length}\n` +
        dependencies.map(({ dependent, required }) => `- ${dependent} requires ${required}`).join('\n'),
      dependencies,
    );
  }
  const tables = removed.filter(({ type }) => type === tableType).map(({ key }) => key);
  const columns = removed
    .filter(({ type }) => type === columnType)
    .map(({ key }) => columnOfKey(key))
    .filter(({ table }) => !tables.includes(table));
  return {
    customizations: { ...without(removed, tables, columns, installed), solutions: others },
    tables,
    columns,
    principals: removed.filter(({ type }) => type === 20 || type === 70).map(({ key }) => key),
  };
}

/** The components that go with a solution: neither another solution's too, nor there before anything was imported. */
function ownComponents(
  components: readonly ComponentKey[],
  others: readonly { readonly components: readonly ComponentKey[] }[],
): readonly ComponentKey[] {
  const elsewhere = others.flatMap((other) => other.components);
  return components.filter(
    (component) =>
      !isStandard(component) &&
      !elsewhere.some(({ type, key }) => type === component.type && key === component.key),
  );
}

function isStandard({ type, key }: ComponentKey): boolean {
  const { metadata } = standardCustomizations;
  if (type === columnType) {
    const { table, column } = columnOfKey(key);
    return metadata.find(table)?.columns.has(column) === true;
  }
  return type === tableType && metadata.find(key) !== undefined;
}

function columnOfKey(key: string): { readonly table: string; readonly column: string } {
  const [table = '', column = ''] = key.split('.');
  return { table, column };
}

function without(
  removed: readonly ComponentKey[],
  tables: readonly string[],
  columns: Uninstalled['columns'],
  installed: Customizations,
): Customizations {
  const gone = (type: number, key: string): boolean =>
    removed.some((component) => component.type === type && component.key === key);
  const staying = <Item>(type: number, items: ReadonlyMap<string, Item>): ReadonlyMap<string, Item> =>
    new Map([...items].filter(([key]) => !gone(type, key)));
  const metadata = new Metadata(
    installed.metadata.tables
      .filter(({ logicalName }) => !tables.includes(logicalName))
      .map((table) => withoutColumns(table, columns)),
  );
  return {
    ...installed,
    metadata,
    controls: staying(66, installed.controls),
    webResources: staying(61, installed.webResources),
    siteMaps: staying(62, installed.siteMaps),
    apps: staying(80, installed.apps),
    tableIcons: new Map([...installed.tableIcons].filter(([table]) => !tables.includes(table))),
    forms: staying(60, installed.forms),
    views: staying(26, installed.views),
    ribbons: new Map(
      [...installed.ribbons].filter(([, { webResources }]) => !webResources.some((name) => gone(61, name))),
    ),
    roles: withoutPrivilegesOf(tables, staying(20, installed.roles), installed.metadata),
    profiles: new Map(
      [...staying(70, installed.profiles)].map(([id, profile]) => [
        id,
        {
          ...profile,
          permissions: profile.permissions.filter(({ table, column }) =>
            metadata.find(table)?.columns.has(column),
          ),
        },
      ]),
    ),
  };
}

function withoutColumns(table: Table, columns: Uninstalled['columns']): Table {
  const gone = columns.filter((one) => one.table === table.logicalName).map(({ column }) => column);
  return gone.length === 0
    ? table
    : { ...table, columns: new Map([...table.columns].filter(([name]) => !gone.includes(name))) };
}

/** A table's privileges go with it, out of whosever roles they are in. */
function withoutPrivilegesOf(
  tables: readonly string[],
  roles: Customizations['roles'],
  metadata: Metadata,
): Customizations['roles'] {
  const stems = tables.flatMap((name) => {
    const privileges = metadata.find(name)?.privileges;
    return privileges?.kind === 'own' ? [privileges.stem] : [];
  });
  const isOfGoneTable = (privilege: string): boolean => stems.some((stem) => privilege.endsWith(stem));
  return new Map(
    [...roles].map(([id, role]) => [
      id,
      { ...role, privileges: new Map([...role.privileges].filter(([name]) => !isOfGoneTable(name))) },
    ]),
  );
}
