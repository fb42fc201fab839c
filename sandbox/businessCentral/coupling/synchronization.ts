import type { Company } from '../company/company';
import {
  noGuid,
  type FullSynchLine,
  type IntegrationRecord,
  type SynchDirection,
} from '../company/synchronizationRecords';
import { DataverseRefused, DataverseUnreachable, type DataverseClient } from '../dataverse/dataverseClient';
import { couplingOfRow, removeCoupling } from './couplings';
import { failureOf } from './lastError';
import type { IntegrationTableMapping } from './mappings/mapping';
import { SynchError } from './synchError';
import { SynchJob } from './synchJob';
import { getRow, sendRecord, type PairInCompany } from './synchronizeRow';

export type OneDirection = Exclude<SynchDirection, 'Bidirectional'>;

/** What a job works with. */
export interface JobContext {
  readonly company: Company;
  readonly dataverse: DataverseClient;
  readonly mapping: IntegrationTableMapping;
  /** Clock of the company. */
  readonly now: () => Date;
}

/** What the last synchronization left behind in one direction (table 5331, SetLastSynchResult). */
function result(direction: OneDirection, outcome: 'Success' | 'Failure', jobId: string) {
  return direction === 'ToIntegrationTable'
    ? { lastSynchCRMResult: outcome, lastSynchCRMJobId: jobId }
    : { lastSynchResult: outcome, lastSynchJobId: jobId };
}

function currentCoupling({ company, mapping, crmId }: PairInCompany): IntegrationRecord | null {
  return couplingOfRow(company, mapping.table.tableId, crmId);
}

/** What a record is called in table 5339. */
function recordName({ company, mapping }: PairInCompany, coupling: IntegrationRecord | null): string {
  const record = coupling === null ? null : mapping.table.find(company, coupling.Integration_ID);
  return record === null ? '' : `${mapping.table.caption}: ${mapping.table.numberOf(record)}`;
}

function succeeded(
  pair: PairInCompany,
  direction: OneDirection,
  job: SynchJob,
  { rowModifiedOn, at }: { readonly rowModifiedOn: string; readonly at: string },
): void {
  const coupling = currentCoupling(pair);
  if (coupling !== null) {
    pair.company.integrationRecords.put({
      ...coupling,
      ...result(direction, 'Success', job.id),
      lastSynchModifiedOn: at,
      lastSynchCRMModifiedOn: rowModifiedOn,
    });
  }
}

/**
 * Logs a failure. The same one twice in a row sets the coupling aside until somebody retries (table 5331,
 * SetLastSynchResultFailed).
 */
function failed(pair: PairInCompany, direction: OneDirection, job: SynchJob, message: string): void {
  const { company, mapping, crmId } = pair;
  const coupling = currentCoupling(pair);
  const record = recordName(pair, coupling);
  const row = `${mapping.entityCaption}: {${crmId.toUpperCase()}}`;
  const isSending = direction === 'ToIntegrationTable';
  const before = coupling === null ? null : failureOf(company, coupling, isSending ? 'to' : 'from');
  job.fail(message, crmId, isSending ? record : row, isSending ? row : record);
  if (coupling !== null) {
    company.integrationRecords.put({
      ...coupling,
      ...result(direction, 'Failure', job.id),
      skipped: before?.message === message,
    });
  }
}

/** Synchronizes one pair as a part of a job. */
async function synchronizePair(
  pair: PairInCompany,
  direction: OneDirection,
  job: SynchJob,
  now: () => Date,
): Promise<void> {
  const coupling = currentCoupling(pair);
  if (coupling?.skipped === true) {
    job.count('Skipped');
    return;
  }
  if (coupling === null && direction === 'ToIntegrationTable') {
    // Uncoupled by somebody since the job was asked for.
    return;
  }
  try {
    const at = now().toISOString();
    const { outcome, rowModifiedOn } =
      direction === 'FromIntegrationTable' || coupling === null
        ? await getRow(pair)
        : await sendRecord(pair, coupling);
    job.count(outcome);
    succeeded(pair, direction, job, { rowModifiedOn, at });
  } catch (failure) {
    if (
      failure instanceof SynchError ||
      failure instanceof DataverseRefused ||
      failure instanceof DataverseUnreachable
    ) {
      failed(pair, direction, job, failure.message);
    } else {
      throw failure;
    }
  }
}

/** A job that ends before the synchronization begins has no row in table 5338: only the job queue's log knows of it. */
async function isConnected(dataverse: DataverseClient): Promise<boolean> {
  try {
    await dataverse.userId();
    return true;
  } catch (failure) {
    if (failure instanceof DataverseRefused || failure instanceof DataverseUnreachable) {
      return false;
    }
    throw failure;
  }
}

/** Job that synchronizes one pair in one direction; a row that is not coupled becomes a record. */
export async function synchronizeOne(
  { company, dataverse, mapping, now }: JobContext,
  crmId: string,
  direction: OneDirection,
  jobQueueEntryId: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!(await isConnected(dataverse))) {
    return;
  }
  const about = {
    mappingName: mapping.name,
    direction,
    Type: 'Synchronization',
    jobQueueEntryId,
    crmId,
  } as const;
  const job = new SynchJob(company, now, about);
  await work();
  await synchronizePair({ company, dataverse, mapping, crmId }, direction, job, now);
  job.finish();
}

/** Job that drops a coupling. */
export async function uncoupleOne(
  { company, dataverse, mapping, now }: JobContext,
  crmId: string,
  jobQueueEntryId: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!(await isConnected(dataverse))) {
    return;
  }
  const direction = 'ToIntegrationTable';
  const job = new SynchJob(company, now, {
    mappingName: mapping.name,
    direction,
    Type: 'Uncoupling',
    jobQueueEntryId,
    crmId,
  });
  await work();
  const coupling = couplingOfRow(company, mapping.table.tableId, crmId);
  if (coupling !== null) {
    removeCoupling(company, coupling);
    job.count('Uncoupled');
  }
  job.finish();
}

/** Rows that the integration user changed last hold what Business Central has sent, so they are not got back. */
async function isOwnChange({ dataverse, mapping, crmId }: PairInCompany): Promise<boolean> {
  try {
    const row = await dataverse.row(mapping.entitySet, crmId);
    return row?.['_modifiedby_value'] === (await dataverse.userId());
  } catch (failure) {
    if (failure instanceof DataverseRefused) {
      return false;
    }
    throw failure;
  }
}

/** What the job of a full synchronization works with. */
export interface FullSynchContext extends JobContext {
  /** Enters into the line of the mapping (table 5373) how far it has come. */
  readonly enter: (change: Partial<Pick<FullSynchLine, 'status' | 'toStatus' | 'fromStatus'>>) => void;
}

/** Job that synchronizes all couplings of a mapping, in each of its directions. */
export async function synchronizeAll(
  { company, dataverse, mapping, now, enter }: FullSynchContext,
  jobQueueEntryId: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!(await isConnected(dataverse))) {
    enter({ status: 'Error' });
    return;
  }
  enter({ status: 'In Process' });
  await work();
  const couplings = company.integrationRecords
    .all()
    .filter(({ row }) => row.Table_ID === mapping.table.tableId);
  for (const direction of ['FromIntegrationTable', 'ToIntegrationTable'] as const) {
    if (mapping.direction !== 'Bidirectional' && mapping.direction !== direction) {
      continue;
    }
    const job = new SynchJob(company, now, {
      mappingName: mapping.name,
      direction,
      Type: 'Synchronization',
      jobQueueEntryId,
      crmId: noGuid,
    });
    for (const { row } of couplings) {
      const pair = { company, dataverse, mapping, crmId: row.CRM_ID };
      if (direction === 'ToIntegrationTable' || !(await isOwnChange(pair))) {
        await synchronizePair(pair, direction, job, now);
      }
    }
    job.finish();
    // One failed record makes it an error (table 5338, "AreSomeRecordsFailed"); the job has finished all the same.
    const status = job.hasFailures ? 'Error' : 'Success';
    enter({ [direction === 'ToIntegrationTable' ? 'toStatus' : 'fromStatus']: status });
  }
  enter({ status: 'Finished' });
}

/**
 * Job that couples what matches. Nobody can mark fields for matching here (table 5336, "Use For Match-Based Coupling"), and by
 * default none are: the job says so and has finished (codeunit 5360 "CDS Int. Table Couple").
 */
export async function coupleByMatch(
  { company, dataverse, mapping, now, enter }: FullSynchContext,
  jobQueueEntryId: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!(await isConnected(dataverse))) {
    enter({ status: 'Error' });
    return;
  }
  enter({ status: 'In Process' });
  const job = new SynchJob(company, now, {
    mappingName: mapping.name,
    direction: 'ToIntegrationTable',
    Type: 'Coupling',
    jobQueueEntryId,
    crmId: noGuid,
  });
  await work();
  job.fail(
    `No field of the mapping ${mapping.name} is marked for matching, so nothing could be coupled.`,
    noGuid,
    '',
    '',
  );
  job.finish();
  enter({ status: 'Finished' });
}
