import type { Column } from './column';
import {
  activeInactive,
  auditColumns,
  currencyColumns,
  english,
  ownerColumns,
  primaryId,
  stateColumns,
} from './standardColumns';
import type { States } from './standardColumns';
import type { Ownership, Table, TablePrivileges } from './table';

/** What tells a standard table apart from the others; the platform's own columns are added. */
export interface TableDefinition {
  readonly schemaName: string;
  /** Entity set; the plural in lower case unless given. */
  readonly entitySet?: string;
  readonly objectTypeCode: number;
  readonly label: string;
  readonly collectionLabel: string;
  readonly ownership: Ownership;
  readonly privileges?: TablePrivileges;
  /** Primary key; `<logical name>id` unless given. */
  readonly primaryId?: string;
  readonly primaryName: string;
  /** Null: the table has no state (as product lines and price lists' items have none). */
  readonly states?: States | null;
  readonly columns: readonly Column[];
}

/** A standard table with the columns that the platform adds to every table. */
export function defineTable(definition: TableDefinition): Table {
  const logicalName = definition.schemaName.toLowerCase();
  const idName = definition.primaryId ?? `${logicalName}id`;
  const states = definition.states === undefined ? activeInactive : definition.states;
  const columns: readonly Column[] = [
    primaryId(idName, `${definition.schemaName}Id`, definition.label),
    ...definition.columns,
    ...currencyColumns(definition.columns),
    ...(states ? stateColumns(states) : []),
    ...(definition.ownership === 'UserOwned' ? ownerColumns(logicalName) : []),
    ...auditColumns(logicalName),
  ];
  return {
    logicalName,
    schemaName: definition.schemaName,
    entitySet: definition.entitySet ?? `${logicalName}s`,
    objectTypeCode: definition.objectTypeCode,
    labels: english(definition.label),
    collectionLabels: english(definition.collectionLabel),
    ownership: definition.ownership,
    privileges: definition.privileges ?? { kind: 'own', stem: definition.schemaName },
    primaryId: idName,
    primaryName: definition.primaryName,
    custom: false,
    columns: new Map(columns.map((column) => [column.logicalName, column])),
  };
}
