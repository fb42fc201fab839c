import type { Company } from '../company/company';
import type { IntegrationRecord } from '../company/synchronizationRecords';
import type { DataverseClient } from '../dataverse/dataverseClient';
import { dialogError } from '../odata/odataError';
import { coupledTableOf } from './coupledTables';
import type { CoupledTable, RecordValues } from './coupledTable';
import { couplingOfRow, removeCoupling } from './couplings';
import { goes } from './fieldMapping';
import type { JobQueue } from './jobQueue';
import { hidingCondition, type IntegrationTableMapping } from './mappings/mapping';
import { mappingOfTable } from './mappings/mappings';
import type { OneDirection } from './synchronization';

/** What the procedures of codeunit "BCS CRM Coupling" work with. */
export interface CouplingContext {
  readonly company: Company;
  /** Null: Business Central is not connected to Dataverse. */
  readonly dataverse: DataverseClient | null;
  readonly jobQueue: JobQueue;
  /** The time at which jobs begin and end. */
  readonly now: () => Date;
}

/** The same, connected to Dataverse. */
export interface Connected extends CouplingContext {
  readonly dataverse: DataverseClient;
}

/** Directions by the numbers that callers give. */
export const directions: Readonly<Record<number, OneDirection>> = {
  1: 'ToIntegrationTable',
  2: 'FromIntegrationTable',
};

/** @throws ODataError 400 where Business Central is not connected to Dataverse */
export function connected(context: CouplingContext): Connected {
  const { dataverse } = context;
  if (dataverse === null) {
    throw dialogError(
      'Business Central is not connected to Dataverse. Ask your administrator to enable the connection on the page Dataverse Connection Setup.',
    );
  }
  return { ...context, dataverse };
}

/** @throws ODataError 400 for a table whose records cannot be coupled */
export function knownTable(tableId: number): CoupledTable {
  const table = coupledTableOf(tableId);
  if (table === undefined) {
    throw dialogError(`Records of table ${tableId} cannot be coupled from Sales.`);
  }
  return table;
}

/** The mapping of a table. @throws ODataError 400 where there is none */
export function mappingOf(tableId: number): IntegrationTableMapping {
  knownTable(tableId);
  const mapping = mappingOfTable(tableId);
  if (mapping === undefined) {
    throw dialogError(`There is no integration table mapping for table ${tableId}.`);
  }
  return mapping;
}

/** A record by its SystemId. @throws ODataError 400 where it is gone */
export function existingRecord(
  { company }: CouplingContext,
  table: CoupledTable,
  systemId: string,
): RecordValues {
  const record = table.find(company, systemId);
  if (record === null) {
    throw dialogError('The record does not exist in Business Central. It may have been deleted.');
  }
  return record;
}

/** A record as messages name it, such as `Customer: 10000`. */
export function named(table: CoupledTable, record: RecordValues): string {
  return `${table.caption}: ${table.numberOf(record)}`;
}

/** A job in a direction that the mapping lacks would transfer nothing. @throws ODataError 400 */
export function checkDirection(mapping: IntegrationTableMapping, direction: OneDirection): void {
  if (!goes(mapping, direction)) {
    throw dialogError(`The mapping ${mapping.name} does not synchronize in this direction.`);
  }
}

/** A record that the mapping's own filter leaves out would never be synchronized. @throws ODataError 400 */
export function checkTableFilter(mapping: IntegrationTableMapping, record: RecordValues): void {
  if (hidingCondition(mapping.tableFilter, record) !== null) {
    throw dialogError(
      `The mapping ${mapping.name} leaves out ${named(mapping.table, record)}. Look at its filter on the page Integration Table Mappings.`,
    );
  }
}

/** @throws ODataError 400 for a number that is no direction */
export function directionOf(number: number): OneDirection {
  const direction = directions[number];
  if (direction === undefined) {
    throw dialogError(`The direction must be 1 (send to Sales) or 2 (get from Sales). It was ${number}.`);
  }
  return direction;
}

/** Drops the coupling of a row whose record was deleted. @returns the living one, else null */
export function livingCoupling(
  { company }: CouplingContext,
  table: CoupledTable,
  crmId: string,
): IntegrationRecord | null {
  const coupling = couplingOfRow(company, table.tableId, crmId);
  if (coupling !== null && table.find(company, coupling.Integration_ID) === null) {
    removeCoupling(company, coupling);
    return null;
  }
  return coupling;
}
