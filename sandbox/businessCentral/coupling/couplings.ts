import type { Company } from '../company/company';
import { blankMoment } from '../company/records';
import { noGuid, type IntegrationRecord } from '../company/synchronizationRecords';

/** Couplings by table and SystemId, made anew only after the table has changed. */
const byRecord = new WeakMap<object, ReadonlyMap<string, IntegrationRecord>>();

function recordKey(tableId: number, systemId: string): string {
  return `${tableId}/${systemId}`;
}

function couplingsByRecord({ integrationRecords }: Company): ReadonlyMap<string, IntegrationRecord> {
  const all = integrationRecords.all();
  let index = byRecord.get(all);
  if (index === undefined) {
    index = new Map(all.map(({ row }) => [recordKey(row.Table_ID, row.Integration_ID), row]));
    byRecord.set(all, index);
  }
  return index;
}

/** The coupling of a record; null: it is not coupled. */
export function couplingOfRecord(
  company: Company,
  tableId: number,
  systemId: string,
): IntegrationRecord | null {
  return couplingsByRecord(company).get(recordKey(tableId, systemId)) ?? null;
}

/** The coupling of a row in Dataverse with a record of a table; null: there is none. */
export function couplingOfRow(company: Company, tableId: number, crmId: string): IntegrationRecord | null {
  return company.integrationRecords.group(crmId).find((coupling) => coupling.Table_ID === tableId) ?? null;
}

/** A coupling that has not been synchronized yet. */
export function newCoupling(tableId: number, systemId: string, crmId: string): IntegrationRecord {
  return {
    CRM_ID: crmId,
    Integration_ID: systemId,
    Table_ID: tableId,
    lastSynchModifiedOn: blankMoment,
    lastSynchCRMModifiedOn: blankMoment,
    lastSynchResult: ' ',
    lastSynchCRMResult: ' ',
    lastSynchJobId: noGuid,
    lastSynchCRMJobId: noGuid,
    skipped: false,
  };
}

export function removeCoupling(company: Company, { CRM_ID, Integration_ID }: IntegrationRecord): void {
  company.integrationRecords.remove(CRM_ID, Integration_ID);
}
