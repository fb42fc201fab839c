import type { Company } from '../../company/company';
import type { SynchDirection } from '../../company/synchronizationRecords';
import type { DataverseClient, DataverseRow } from '../../dataverse/dataverseClient';
import type { CoupledTable, RecordValues } from '../coupledTable';
import type { FieldMapping } from '../fieldMapping';

/** A condition of a mapping's filter. */
export interface FilterCondition {
  /** Field of the record, or property of the row. */
  readonly field: string;
  /** Values that pass; null: any but a blank one. */
  readonly values: readonly (string | number | boolean)[] | null;
}

/** A row of table 5335 Integration Table Mapping. */
export interface IntegrationTableMapping {
  readonly name: string;
  readonly table: CoupledTable;
  /** Number of Business Central's own table for the table in Dataverse, such as 5341 "CRM Account". */
  readonly integrationTableId: number;
  /** Logical name and entity set of the table in Dataverse. */
  readonly entity: string;
  readonly entitySet: string;
  /** What a row is called in messages. */
  readonly entityCaption: string;
  readonly direction: SynchDirection;
  /** Names of the mappings that come first, joined by `|`. */
  readonly dependencyFilter: string;
  readonly tableFilter: readonly FilterCondition[];
  readonly integrationTableFilter: readonly FilterCondition[];
  readonly fields: readonly FieldMapping[];
  /** Column that a new record takes its number from, where that is free; null: a number of the series. */
  readonly numberColumn: string | null;
  /** What is synchronized beside the fields, after them: the lines of an order. @returns whether anything changed */
  readonly afterGetting?: (
    company: Company,
    dataverse: DataverseClient,
    record: RecordValues,
    row: DataverseRow,
  ) => Promise<boolean>;
  /** Refuses a record that would be made of a row, before it is. @throws SynchError */
  readonly beforeInserting?: (
    company: Company,
    dataverse: DataverseClient,
    row: DataverseRow,
  ) => Promise<void>;
}

function passes({ field, values }: FilterCondition, record: Readonly<Record<string, unknown>>): boolean {
  const value = record[field] ?? '';
  return values === null ? value !== '' : (values as readonly unknown[]).includes(value);
}

/** The first condition that a record or row does not meet; null: it passes. */
export function hidingCondition(
  filter: readonly FilterCondition[],
  record: Readonly<Record<string, unknown>>,
): FilterCondition | null {
  return filter.find((condition) => !passes(condition, record)) ?? null;
}

/** A filter as text, roughly as the page shows it. */
export function filterText(filter: readonly FilterCondition[]): string {
  const conditions = filter.map(
    ({ field, values }) => `${field}=1(${values === null ? "<>''" : values.join('|')})`,
  );
  return conditions.length === 0 ? '' : `VERSION(1) SORTING(Field1) WHERE(${conditions.join(',')})`;
}
