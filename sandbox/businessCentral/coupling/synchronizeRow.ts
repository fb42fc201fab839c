import type { Company } from '../company/company';
import type { IntegrationRecord, SynchDirection } from '../company/synchronizationRecords';
import { textIn, type DataverseClient, type DataverseRow } from '../dataverse/dataverseClient';
import type { FieldValue } from '../services/field';
import type { RecordValues } from './coupledTable';
import { couplingOfRow, newCoupling } from './couplings';
import { goes, type SalesValue, type Transfer } from './fieldMapping';
import { hidingCondition, type FilterCondition, type IntegrationTableMapping } from './mappings/mapping';
import { SynchError } from './synchError';

/** What a job counts a record as. */
export type Synchronized = 'Inserted' | 'Modified' | 'Unchanged';

export interface SynchronizedRow {
  readonly outcome: Synchronized;
  /** `modifiedon` of the row as it is then. */
  readonly rowModifiedOn: string;
}

/** The pair that a job works on; its parts are found when it runs, for much may have happened since it was asked for. */
export interface PairInCompany {
  readonly company: Company;
  readonly dataverse: DataverseClient;
  readonly mapping: IntegrationTableMapping;
  readonly crmId: string;
}

function hidden(what: string, mapping: IntegrationTableMapping, { field }: FilterCondition): SynchError {
  return new SynchError(
    `${what} is left out of synchronization by a filter of the mapping ${mapping.name}, because of its ${field}.`,
  );
}

async function existingRow({ dataverse, mapping, crmId }: PairInCompany): Promise<DataverseRow> {
  const row = await dataverse.row(mapping.entitySet, crmId);
  if (row === null) {
    throw new SynchError(
      `The ${mapping.entityCaption} row ${crmId} was not found in Dataverse. It may be deleted.`,
    );
  }
  return row;
}

function existingRecord({ company, mapping }: PairInCompany, coupling: IntegrationRecord): RecordValues {
  const record = mapping.table.find(company, coupling.Integration_ID);
  if (record === null) {
    throw new SynchError(
      `The ${mapping.table.caption} record of the coupling was not found in Business Central. It may be deleted.`,
    );
  }
  return record;
}

function checkRow(mapping: IntegrationTableMapping, row: DataverseRow): void {
  const condition = hidingCondition(mapping.integrationTableFilter, row);
  if (condition !== null) {
    throw hidden(`The ${mapping.entityCaption} row`, mapping, condition);
  }
}

function fieldsIn({ fields }: IntegrationTableMapping, direction: SynchDirection) {
  return fields.filter((field) => goes(field, direction));
}

/** The row's column as the field mappings take it: what is missing is empty. */
function columnOf(row: DataverseRow, column: string): SalesValue {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The changes of a record that bring it into line with a row. @throws SynchError */
async function changesOfRecord(mapping: IntegrationTableMapping, transfer: Transfer): Promise<RecordValues> {
  const changes: Record<string, FieldValue> = {};
  for (const field of fieldsIn(mapping, 'FromIntegrationTable')) {
    const value = await field.fromSales(columnOf(transfer.row, field.column), transfer);
    if (value !== null && value !== transfer.record?.[field.field]) {
      changes[field.field] = value;
    }
  }
  return changes;
}

/** Gets a row: its values go into its record, which is made where there is none. @throws SynchError */
export async function getRow(pair: PairInCompany): Promise<SynchronizedRow> {
  const { company, dataverse, mapping, crmId } = pair;
  const row = await existingRow(pair);
  checkRow(mapping, row);
  const coupling = couplingOfRow(company, mapping.table.tableId, crmId);
  const rowModifiedOn = textIn(row, 'modifiedon');
  const afterGetting = async (systemId: string): Promise<boolean> => {
    const record = mapping.table.find(company, systemId);
    return record !== null && ((await mapping.afterGetting?.(company, dataverse, record, row)) ?? false);
  };
  if (coupling === null) {
    await mapping.beforeInserting?.(company, dataverse, row);
    const values = await changesOfRecord(mapping, { company, dataverse, record: null, row });
    const { numberColumn } = mapping;
    const systemId = mapping.table.insert(
      company,
      values,
      numberColumn === null ? '' : textIn(row, numberColumn),
    );
    company.integrationRecords.put(newCoupling(mapping.table.tableId, systemId, crmId));
    await afterGetting(systemId);
    return { outcome: 'Inserted', rowModifiedOn };
  }
  const record = existingRecord(pair, coupling);
  const changes = await changesOfRecord(mapping, { company, dataverse, record, row });
  const isChanged = Object.keys(changes).length > 0;
  if (isChanged) {
    mapping.table.modify(company, coupling.Integration_ID, changes);
  }
  const linesChanged = await afterGetting(coupling.Integration_ID);
  return { outcome: isChanged || linesChanged ? 'Modified' : 'Unchanged', rowModifiedOn };
}

function isSame(shown: SalesValue, current: SalesValue): boolean {
  return typeof shown === 'number' || typeof current === 'number'
    ? // Sales keeps fewer decimals than Business Central, and zero where it keeps nothing.
      Math.abs(Number(shown ?? 0) - Number(current ?? 0)) < 0.000_005
    : (shown ?? '') === (current ?? '');
}

/** Sends a record: its values go into its row. @throws SynchError */
export async function sendRecord(pair: PairInCompany, coupling: IntegrationRecord): Promise<SynchronizedRow> {
  const { company, dataverse, mapping, crmId } = pair;
  const record = existingRecord(pair, coupling);
  const condition = hidingCondition(mapping.tableFilter, record);
  if (condition !== null) {
    throw hidden(`${mapping.table.caption}: ${mapping.table.numberOf(record)}`, mapping, condition);
  }
  const row = await existingRow(pair);
  const transfer = { company, dataverse, record, row };
  let changes: DataverseRow = {};
  for (const field of fieldsIn(mapping, 'ToIntegrationTable')) {
    const change = await field.toSales(record[field.field] ?? '', transfer);
    if (change !== null && !isSame(change.shown, columnOf(row, field.column))) {
      changes = { ...changes, ...change.sent };
    }
  }
  if (Object.keys(changes).length === 0) {
    return { outcome: 'Unchanged', rowModifiedOn: textIn(row, 'modifiedon') };
  }
  const changed = await dataverse.change(mapping.entitySet, crmId, changes);
  return { outcome: 'Modified', rowModifiedOn: textIn(changed, 'modifiedon') };
}
