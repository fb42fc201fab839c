import { auditColumns, ownerColumns } from '../../metadata/standardColumns';
import type { Column } from '../../metadata/column';
import { isLookup } from '../../metadata/column';
import type { Metadata } from '../../metadata/metadata';
import type { Ownership, Table } from '../../metadata/table';
import { labelsIn } from '../languages';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, childText, descendant, textIn } from '../xml';
import type { XmlElement } from '../xml';
import { readColumn } from './columns';
import type { RelationshipSource } from './columns';

/** A table that the solution brings, adds to, or merely hangs forms on. */
export interface TableSource {
  readonly payload: Payload;
  readonly logicalName: string;
  /** The `<Entity>`, for the forms and views in it. */
  readonly element: XmlElement;
  /** The table with what the solution adds; null when it is refused. */
  readonly table: Table | null;
  /** Logical names of the columns that the solution brings. */
  readonly columns: readonly string[];
  /** Name of the web resource that is the table's icon; empty: the standard icon. */
  readonly icon: string;
}

const ownerships: Readonly<Record<string, Ownership>> = {
  UserOwned: 'UserOwned',
  OrgOwned: 'OrganizationOwned',
};

/** Object type codes of custom tables begin here. */
const firstCustomObjectTypeCode = 10_000;

/** Reads `<Entities>`. An import adds to the columns of a table that is there, and takes none away. */
export function readTables(
  section: XmlElement | null,
  relationships: readonly RelationshipSource[],
  metadata: Metadata,
  prefix: string,
  refusals: Refusals,
): readonly TableSource[] {
  return (section ? childElements(section, 'Entity') : []).map((element, index) => {
    const schemaName = textIn(descendant(element, 'Name'));
    const logicalName = schemaName.toLowerCase();
    const part = `customizations.xml, table ${logicalName}`;
    const entity = descendant(element, 'EntityInfo', 'entity');
    const payload = { type: 1, key: logicalName, part } as const;
    if (!entity || attribute(entity, 'Name').toLowerCase() !== logicalName) {
      refusals.add('invalidTable', part, 'EntityInfo/entity must be there, and have the name of the Entity.');
      return { payload, logicalName, element, table: null, columns: [], icon: '' };
    }
    const columns = readColumns(entity, logicalName, relationships, part, refusals);
    const existing = metadata.find(logicalName);
    const objectTypeCode = existing?.objectTypeCode ?? nextObjectTypeCode(metadata) + index;
    const table =
      existing && !existing.custom
        ? extendedTable(existing, columns, prefix, part, refusals)
        : customTable(
            entity,
            schemaName,
            [...(existing?.columns.values() ?? []), ...columns],
            prefix,
            objectTypeCode,
            part,
            refusals,
          );
    return {
      payload,
      logicalName,
      element,
      table,
      columns: columns.map((column) => column.logicalName),
      icon: childText(entity, 'IconVectorName'),
    };
  });
}

function nextObjectTypeCode(metadata: Metadata): number {
  return Math.max(firstCustomObjectTypeCode, ...metadata.tables.map((table) => table.objectTypeCode + 1));
}

function readColumns(
  entity: XmlElement,
  table: string,
  relationships: readonly RelationshipSource[],
  part: string,
  refusals: Refusals,
): readonly Column[] {
  const list = descendant(entity, 'attributes');
  return (list ? childElements(list, 'attribute') : [])
    .map((element) =>
      readColumn(
        element,
        table,
        relationships,
        `${part}, column ${attribute(element, 'PhysicalName')}`,
        refusals,
      ),
    )
    .filter((column) => column !== null);
}

/** A standard table with the solution's own columns; the standard ones stay as they are. */
function extendedTable(
  table: Table,
  columns: readonly Column[],
  prefix: string,
  part: string,
  refusals: Refusals,
): Table {
  const added = columns.filter((column) => !table.columns.has(column.logicalName));
  for (const column of added.filter(({ logicalName }) => !logicalName.startsWith(`${prefix}_`))) {
    refusals.add('invalidColumn', part, `A new column must begin with "${prefix}_": ${column.logicalName}.`);
  }
  return {
    ...table,
    columns: new Map([...table.columns, ...added.map((column) => [column.logicalName, column] as const)]),
  };
}

function customTable(
  entity: XmlElement,
  schemaName: string,
  columns: readonly Column[],
  prefix: string,
  objectTypeCode: number,
  part: string,
  refusals: Refusals,
): Table | null {
  const logicalName = schemaName.toLowerCase();
  if (!logicalName.startsWith(`${prefix}_`)) {
    refusals.add(
      'missingDependency',
      part,
      `There is no table ${logicalName} in this organization; a table of the solution's own begins with "${prefix}_".`,
    );
    return null;
  }
  const primaryId = columns.find((column) => column.logicalName === `${logicalName}id`);
  const entitySet = childText(entity, 'EntitySetName');
  const ownership = ownerships[childText(entity, 'OwnershipTypeMask')];
  const primaryName = primaryNameOf(entity);
  if (
    !primaryId ||
    entitySet === '' ||
    !ownership ||
    !columns.some((column) => column.logicalName === primaryName)
  ) {
    refusals.add(
      'invalidTable',
      part,
      'A new table needs its primary key, a column whose DisplayMask has PrimaryName, EntitySetName, and an ' +
        'OwnershipTypeMask of UserOwned or OrgOwned.',
    );
    return null;
  }
  const platformColumns = [
    ...(ownership === 'UserOwned' ? ownerColumns(logicalName) : []),
    ...auditColumns(logicalName),
  ];
  return {
    logicalName,
    schemaName: attribute(entity, 'Name'),
    entitySet,
    objectTypeCode,
    labels: labelsIn(descendant(entity, 'LocalizedNames')),
    collectionLabels: labelsIn(descendant(entity, 'LocalizedCollectionNames')),
    ownership,
    privileges: { kind: 'own', stem: attribute(entity, 'Name') },
    primaryId: primaryId.logicalName,
    primaryName,
    custom: true,
    columns: new Map([...platformColumns, ...columns].map((column) => [column.logicalName, column])),
  };
}

function primaryNameOf(entity: XmlElement): string {
  const list = descendant(entity, 'attributes');
  const named = (list ? childElements(list, 'attribute') : []).find((element) =>
    childText(element, 'DisplayMask').split('|').includes('PrimaryName'),
  );
  return named ? childText(named, 'LogicalName') : '';
}

/** Refuses columns that are there with another type: a column's type never changes. */
export function checkColumnTypes(
  tables: readonly TableSource[],
  installed: Metadata,
  refusals: Refusals,
): void {
  for (const { table, logicalName, payload } of tables) {
    for (const column of table?.columns.values() ?? []) {
      const before = installed.find(logicalName)?.columns.get(column.logicalName);
      if (before && before.type !== column.type) {
        refusals.add(
          'invalidColumn',
          payload.part,
          `The column ${column.logicalName} is there as ${before.type} and cannot become ${column.type}.`,
        );
      }
    }
  }
}

/** Refuses lookups that point at a table that is neither in the organization nor in the solution. */
export function checkLookups(tables: readonly TableSource[], metadata: Metadata, refusals: Refusals): void {
  for (const { table, payload } of tables) {
    for (const column of [...(table?.columns.values() ?? [])].filter(isLookup)) {
      for (const target of column.targets.filter(({ table: other }) => !metadata.find(other))) {
        refusals.add(
          'missingDependency',
          payload.part,
          `The column ${column.logicalName} points at the table ${target.table}, which does not exist.`,
        );
      }
    }
  }
}
