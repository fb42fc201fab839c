import type { Company } from '../company/company';
import type { SynchDirection } from '../company/synchronizationRecords';
import type { DataverseClient, DataverseRow } from '../dataverse/dataverseClient';
import type { FieldValue } from '../services/field';
import type { RecordValues } from './coupledTable';

/** What a field's value is found with: both sides of the pair, and what else there is. */
export interface Transfer {
  readonly company: Company;
  readonly dataverse: DataverseClient;
  /** Business Central's record; null while it does not exist yet. */
  readonly record: RecordValues | null;
  readonly row: DataverseRow;
}

export type SalesValue = string | number | boolean | null;

/** A value for a column: what the Web API then shows, and what has to be sent. */
export interface ColumnChange {
  readonly shown: SalesValue;
  readonly sent: DataverseRow;
}

/** A row of table 5336 Integration Field Mapping. */
export interface FieldMapping {
  readonly field: string;
  /** Property of the Web API, such as `name` or `_ownerid_value`. */
  readonly column: string;
  readonly direction: SynchDirection;
  /** @returns null: the column is left alone @throws SynchError */
  toSales(value: FieldValue, transfer: Transfer): Promise<ColumnChange | null> | ColumnChange | null;
  /** @returns null: the field is left alone @throws SynchError */
  fromSales(value: SalesValue, transfer: Transfer): Promise<FieldValue | null> | FieldValue | null;
}

/** Whether a field mapping works in a direction. */
export function goes({ direction }: { readonly direction: SynchDirection }, wanted: SynchDirection): boolean {
  return direction === 'Bidirectional' || direction === wanted;
}
