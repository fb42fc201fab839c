import type { ServiceName } from '../../../businessCentral/connection';
import type { Company } from '../company/company';
import type { FlowFilters } from '../company/flowFields';
import type { Table } from '../company/table';
import type { DataverseClient } from '../dataverse/dataverseClient';
import type { FieldDefinition, FieldValue } from './field';

export type ServiceValues = ReadonlyMap<string, FieldValue>;

/** A row of a service: its fields are computed when they are read. */
export interface ServiceRow {
  /** @param filters FlowFilters that the caller has set; they change FlowFields */
  read(field: string, filters: FlowFilters): FieldValue;
  /** Grows with every change of the record. */
  readonly rowVersion: number;
}

/** Row access of a page that permits changes; a permission that is absent is the page's "…Allowed = No". */
export interface ServiceChanges {
  /** Inserts a record and gives its row. @throws ODataError where Business Central refuses */
  insert?(company: Company, values: ServiceValues): ServiceRow;
  /** Changes a record and gives its new row. @throws ODataError where Business Central refuses */
  modify?(company: Company, row: ServiceRow, values: ServiceValues): ServiceRow;
  /** @throws ODataError where Business Central refuses */
  remove?(company: Company, row: ServiceRow): void;
  /** Fields that may be set on a new record. */
  readonly insertable: readonly string[];
  /** Fields that may be changed; all others are read-only controls. */
  readonly modifiable: readonly string[];
}

/** A page or query that can be published as a web service. */
export interface Service {
  readonly name: ServiceName;
  /** What the administrator finds under Web Services, such as 'Page 30 Item Card'. */
  readonly object: string;
  /** Queries have no record, hence neither key access nor etag. */
  readonly kind: 'page' | 'query';
  readonly key: readonly string[];
  readonly fields: readonly FieldDefinition[];
  readonly changes: ServiceChanges | null;
  /**
   * What the page does before it shows its rows (trigger OnOpenPage); absent: nothing.
   * @throws ODataError where it fails
   */
  onOpenPage?(company: Company, dataverse: DataverseClient): Promise<void>;
  /** All rows, in the order of the primary key. */
  rows(company: Company): readonly ServiceRow[];
}

/** A field with how it is read from a record. */
export interface RecordField<Row> extends FieldDefinition {
  value(row: Row, company: Company, filters: FlowFilters): FieldValue;
}

/** A row that knows its record, for the page that made it. */
export interface RecordRow<Row> extends ServiceRow {
  readonly record: Row;
}

/** Makes the rows of a service out of records. */
export function rowReader<Row>(
  fields: readonly RecordField<Row>[],
): (company: Company, record: Row, rowVersion: number) => RecordRow<Row> {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return (company, record, rowVersion) => ({
    record,
    rowVersion,
    read(name, filters) {
      const field = byName.get(name);
      if (field === undefined) {
        throw new Error(`no field ${name}`);
      }
      return field.value(record, company, filters);
    },
  });
}

/** A page on one table that cannot be changed through the service. */
export function readOnlyPage<Row>(page: {
  readonly name: ServiceName;
  readonly object: string;
  readonly key: readonly string[];
  readonly fields: readonly RecordField<Row>[];
  readonly table: (company: Company) => Table<Row>;
  /** The page's SourceTableView: records that it shows at all; absent: all. */
  readonly shows?: (row: Row) => boolean;
}): Service {
  const rowOf = rowReader(page.fields);
  const { shows = () => true } = page;
  /** The rows of a company, as long as the table is the same. */
  const made = new WeakMap<Company, { readonly records: unknown; readonly rows: readonly ServiceRow[] }>();
  return {
    name: page.name,
    object: page.object,
    kind: 'page',
    key: page.key,
    fields: page.fields,
    changes: null,
    rows: (company) => {
      const records = page.table(company).all();
      const known = made.get(company);
      if (known?.records === records) {
        return known.rows;
      }
      const rows = records
        .filter((stored) => shows(stored.row))
        .map((stored) => rowOf(company, stored.row, stored.rowVersion));
      made.set(company, { records, rows });
      return rows;
    },
  };
}
