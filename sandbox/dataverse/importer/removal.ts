import type { ComponentKey, Customizations } from '../customizations';
import { Metadata } from '../metadata/metadata';
import type { Table } from '../metadata/table';
import { standardCustomizations } from '../standardCustomizations';

/** What the organization has without some components, and what goes with them. */
export interface Removal {
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
const roleType = 20;
const profileType = 70;

/** Takes components away. @param installed what the organization has; it is not changed */
export function withoutComponents(removed: readonly ComponentKey[], installed: Customizations): Removal {
  const tables = removed.filter(({ type }) => type === tableType).map(({ key }) => key);
  const columns = removed
    .filter(({ type }) => type === columnType)
    .map(({ key }) => columnOfKey(key))
    .filter(({ table }) => !tables.includes(table));
  return {
    customizations: without(removed, tables, columns, installed),
    tables,
    columns,
    principals: removed.filter(({ type }) => type === roleType || type === profileType).map(({ key }) => key),
  };
}

/** True for what was there before anything was imported: an import adds to it, and it goes with no solution. */
export function isStandard({ type, key }: ComponentKey): boolean {
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
  columns: Removal['columns'],
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

function withoutColumns(table: Table, columns: Removal['columns']): Table {
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
