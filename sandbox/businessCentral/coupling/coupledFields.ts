import type { SynchDirection } from '../company/synchronizationRecords';
import type { CoupledTable } from './coupledTable';
import { couplingOfRecord, couplingOfRow } from './couplings';
import type { ColumnChange, FieldMapping, Transfer } from './fieldMapping';
import { mustBeCoupled } from './synchError';

/** A lookup whose row is the partner of the record that a field names. */
export interface CoupledField {
  readonly field: string;
  /** Lookup column, such as `transactioncurrencyid`. */
  readonly lookup: string;
  /** Navigation property that is bound; the lookup itself unless given. */
  readonly navigation?: string;
  readonly entitySet: string;
  /** What the row is called in a message. */
  readonly entityCaption: string;
  readonly partner: CoupledTable;
  readonly direction: SynchDirection;
  /** "Clear Value on Failed Sync": a partner that is not coupled is no failure. */
  readonly optional?: boolean;
}

/** A change of a lookup. @param id null: it is emptied */
export function boundLookup(navigation: string, entitySet: string, id: string | null): ColumnChange {
  return { shown: id, sent: { [`${navigation}@odata.bind`]: id === null ? null : `/${entitySet}(${id})` } };
}

/**
 * Row in Dataverse that is coupled to a record by its number.
 * @throws SynchError where there is none
 */
export function crmIdOfNumber(
  { company }: Pick<Transfer, 'company'>,
  partner: CoupledTable,
  recordNo: string,
  entityCaption: string,
): string {
  const systemId = partner.systemIdOf(company, recordNo);
  const coupling = systemId === null ? null : couplingOfRecord(company, partner.tableId, systemId);
  if (coupling === null) {
    throw mustBeCoupled(`${partner.caption}: ${recordNo}`, `${entityCaption} row in Dataverse`);
  }
  return coupling.CRM_ID;
}

/** Number of the record that is coupled to a row; null: none is. */
export function numberOfCrmId(
  { company }: Pick<Transfer, 'company'>,
  partner: CoupledTable,
  crmId: string,
): string | null {
  const coupling = couplingOfRow(company, partner.tableId, crmId);
  const record = coupling === null ? null : partner.find(company, coupling.Integration_ID);
  return record === null ? null : partner.numberOf(record);
}

/** A field that names a coupled record. */
export function coupledField(definition: CoupledField): FieldMapping {
  const { field, lookup, navigation = lookup, entitySet, entityCaption, partner, direction } = definition;
  const optional = definition.optional ?? false;
  const column = `_${lookup}_value`;
  return {
    field,
    column,
    direction,
    toSales: (value, transfer) => {
      const recordNo = String(value);
      // A lookup that must not be empty stays as it is ("Not Null" of the field mapping).
      if (recordNo === '') {
        return optional ? boundLookup(navigation, entitySet, null) : null;
      }
      try {
        return boundLookup(navigation, entitySet, crmIdOfNumber(transfer, partner, recordNo, entityCaption));
      } catch (failure) {
        if (optional) {
          return null;
        }
        throw failure;
      }
    },
    fromSales: (value, transfer) => {
      if (value === null) {
        return '';
      }
      const number = numberOfCrmId(transfer, partner, String(value));
      if (number === null && !optional) {
        throw mustBeCoupled(`${entityCaption} ${String(value)} in Dataverse`, `${partner.caption} record`);
      }
      return number;
    },
  };
}
