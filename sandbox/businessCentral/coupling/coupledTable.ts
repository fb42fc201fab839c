import { randomUUID } from 'node:crypto';
import type { Company } from '../company/company';
import type { Table } from '../company/table';
import type { FieldValue } from '../services/field';

/** A record by the names of its fields, whatever its table. */
export type RecordValues = Readonly<Record<string, FieldValue>>;

/** A table whose records can be coupled, as the synchronization sees it. */
export interface CoupledTable {
  readonly tableId: number;
  /** What the table is called in a message, such as `Customer`. */
  readonly caption: string;
  isEmpty(company: Company): boolean;
  find(company: Company, systemId: string): RecordValues | null;
  /** SystemId of a record by its number or code; null: there is none. */
  systemIdOf(company: Company, recordNo: string): string | null;
  numberOf(record: RecordValues): string;
  nameOf(record: RecordValues, company: Company): string;
  modify(company: Company, systemId: string, changes: RecordValues): void;
  /**
   * Inserts a record with a number of its series, or with the wanted one where that is free.
   * @param wantedNo '' for none
   * @returns its SystemId
   */
  insert(company: Company, values: RecordValues, wantedNo: string): string;
}

interface CoupledTableDefinition<Row extends { readonly systemId: string }> {
  readonly tableId: number;
  readonly caption: string;
  readonly table: (company: Company) => Table<Row>;
  /** What people know the record by: a field, or made of several. */
  readonly number: (keyof Row & string) | ((row: Row) => string);
  readonly name: (row: Row, company: Company) => string;
  /** A record with nothing filled in but its number; null: records of this table are not made by synchronization. */
  readonly blank:
    ((company: Company, values: RecordValues, wantedNo: string) => Omit<Row, 'systemId'>) | null;
}

function valuesOf(row: object): RecordValues {
  return Object.fromEntries(Object.entries(row) as [string, FieldValue][]);
}

/** Hides the record's type, so that one synchronization serves all tables. */
export function coupledTable<Row extends { readonly systemId: string }>(
  definition: CoupledTableDefinition<Row>,
): CoupledTable {
  const { tableId, caption, table, number, name, blank } = definition;
  const numberIn = (row: Row): string => String(typeof number === 'function' ? number(row) : row[number]);
  const rowOf = (company: Company, systemId: string): Row | undefined => table(company).group(systemId)[0];
  return {
    tableId,
    caption,
    isEmpty: (company) => table(company).all().length === 0,
    find: (company, systemId) => {
      const row = rowOf(company, systemId);
      return row === undefined ? null : valuesOf(row);
    },
    systemIdOf: (company, recordNo) =>
      recordNo === ''
        ? null
        : (table(company)
            .all()
            .find(({ row }) => numberIn(row) === recordNo)?.row.systemId ?? null),
    numberOf: (record) => numberIn(record as unknown as Row),
    nameOf: (record, company) => {
      const row = rowOf(company, String(record['systemId'] ?? ''));
      return row === undefined ? '' : name(row, company);
    },
    modify: (company, systemId, changes) => {
      const row = rowOf(company, systemId);
      if (row !== undefined) {
        table(company).put({ ...row, ...changes });
      }
    },
    insert: (company, values, wantedNo) => {
      if (blank === null) {
        throw new Error(`${caption} records are not made by synchronization`);
      }
      const systemId = randomUUID();
      table(company).put({ ...blank(company, values, wantedNo), ...values, systemId } as unknown as Row);
      return systemId;
    },
  };
}
