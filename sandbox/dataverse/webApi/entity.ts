import { isLookup } from '../metadata/column';
import type { Column, LookupColumn } from '../metadata/column';
import type { Table } from '../metadata/table';
import { nameOf } from '../service/newRow';
import { isReference, numberOf, referenceOf, textOf, valueOf } from '../rows/row';
import type { Reference, Row } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import type { Preferences } from './preferences';
import { propertyName } from './query/property';
import type { QueryScope } from './query/queryScope';
import { inLanguage } from './localizedLabels';
import { formattedValue } from './userFormats';
import type { UserFormats } from './userFormats';

/** A row as the Web API gives it, with its annotations. */
export type Entity = Record<string, unknown>;

export const formattedValueAnnotation = 'OData.Community.Display.V1.FormattedValue';
const lookupTableAnnotation = 'Microsoft.Dynamics.CRM.lookuplogicalname';
const navigationAnnotation = 'Microsoft.Dynamics.CRM.associatednavigationproperty';

/** What it takes to write rows as entities for one request. */
export interface EntityWriter {
  readonly scope: QueryScope;
  readonly rows: RowStore;
  readonly formats: UserFormats;
  readonly preferences: Preferences;
}

/** The etag of a row: its version. */
export function etagOf(row: Row): string {
  return `W/"${numberOf(row, 'versionnumber') ?? 0}"`;
}

/**
 * Writes a row. Annotations stand before their property, and the primary key comes whether it is selected or not
 * (recorded/dataverse_contacts_page_formatted_nextlink.json).
 * @param columns the selected ones in their order; null: all
 */
export function entityOf(
  writer: EntityWriter,
  table: Table,
  row: Row,
  columns: readonly Column[] | null,
): Entity {
  const selected = columns ?? [...table.columns.values()];
  const key = table.columns.get(table.primaryId);
  const entity: Entity = {};
  const shown = inLanguage(writer.scope.organization, writer.formats.language, table, row);
  for (const column of key && !selected.includes(key) ? [...selected, key] : selected) {
    writeProperty(writer, shown, column, entity);
  }
  return entity;
}

function writeProperty(writer: EntityWriter, row: Row, column: Column, entity: Entity): void {
  const name = propertyName(column);
  const { includesAnnotation } = writer.preferences;
  const reference = referenceOf(row, column.logicalName);
  const annotations = {
    [formattedValueAnnotation]: () =>
      formattedValue(writer.rows, writer.formats, row, column, (target) => shownName(writer, target)),
    [navigationAnnotation]: () =>
      reference && isLookup(column) ? navigationTo(column, reference.table) : null,
    [lookupTableAnnotation]: () => reference?.table ?? null,
  };
  for (const [annotation, value] of Object.entries(annotations)) {
    const text = includesAnnotation(annotation) ? value() : null;
    if (text !== null) {
      entity[`${name}@${annotation}`] = text;
    }
  }
  const value = valueOf(row, column.logicalName);
  entity[name] = isReference(value) ? value.id : value;
}

function navigationTo(column: LookupColumn, table: string): string | null {
  return column.targets.find((target) => target.table === table)?.navigation ?? null;
}

/** A lookup shows the other row's name even to those who may not open that row, as the real one does. */
function shownName(writer: EntityWriter, reference: Reference): string | null {
  const table = writer.scope.organization.table(reference.table);
  const row = writer.rows.get(reference.table, reference.id);
  return row ? nameOf(table, row) : null;
}

/** Id of a row, which every row has. */
export function idOf(table: Table, row: Row): string {
  return textOf(row, table.primaryId) ?? '';
}
