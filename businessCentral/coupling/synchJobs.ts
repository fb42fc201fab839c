import { all, compare, oneOf } from '../odata/filter';
import { blankInstant, guid, instant, text } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import { instantOf } from './instant';
import { directionOf } from './mappings';
import type { CouplableRecord, SynchAction, SynchJob } from './types';

/** Nobody reads more errors of one job than these. */
const errorsShown = 20;

/** A mapping has hardly ever more jobs at work than these. */
const jobsShown = 20;

const select = contractFields.IntegrationSynchJobs;

/**
 * So long ago a job began that has not ended, but broke off: nobody enters the end of a job whose server was stopped, and a
 * full synchronization of a large company takes hours, not days.
 */
const longestWork = 24 * 3_600_000;

/**
 * Jobs of some mappings that have not ended.
 * @param mappings names, as many as one filter takes
 * @param now milliseconds since 1970
 */
export function jobsUnderWay(mappings: readonly string[], now: number): ReadOperation {
  return {
    service: 'IntegrationSynchJobs',
    filter: all(
      oneOf('Integration_Table_Mapping_Name', mappings.map(text)),
      compare('Finish_Date_Time', 'eq', blankInstant),
      compare('Start_Date_Time', 'ge', instant(now - longestWork)),
    ),
    select,
    top: jobsShown,
  };
}

/**
 * A job by what an action gave back: its own id, or that of the entry of the job queue which it runs for (the companion
 * can only know that one, since the job itself begins later).
 */
export function jobWithId(field: 'ID' | 'Job_Queue_Entry_ID', id: string): ReadOperation {
  return { service: 'IntegrationSynchJobs', filter: compare(field, 'eq', guid(id)), select };
}

export function errorsOfJob(id: string): ReadOperation {
  return {
    service: 'IntegrationSynchErrors',
    filter: compare('Integration_Synch_Job_ID', 'eq', guid(id)),
    select: contractFields.IntegrationSynchErrors,
    top: errorsShown,
  };
}

/** Option names of the field "Type" (table 5338). */
const kinds: Readonly<Record<string, SynchJob['kind']>> = { Coupling: 'coupling', Uncoupling: 'uncoupling' };

function job(row: Row): SynchJob {
  const count = (field: string) => (row.has(field) ? row.number(field) : 0);
  return {
    id: row.guid('ID'),
    mapping: row.text('Integration_Table_Mapping_Name'),
    kind: row.has('Type') ? (kinds[row.option('Type')] ?? 'synchronization') : 'synchronization',
    startedAt: instantOf(row, 'Start_Date_Time'),
    finishedAt: instantOf(row, 'Finish_Date_Time'),
    message: row.has('Message') ? row.text('Message').trim() : '',
    counts: {
      inserted: count('Inserted'),
      modified: count('Modified'),
      deleted: count('Deleted'),
      unchanged: count('Unchanged'),
      skipped: count('Skipped'),
      failed: count('Failed'),
      coupled: count('Coupled'),
      uncoupled: count('Uncoupled'),
    },
    errors: [],
  };
}

/** A job of one row of Sales. */
export interface JobOfRow extends SynchJob {
  /** Null: both, or this Business Central does not say. */
  readonly direction: Exclude<SynchAction, 'none'> | null;
}

/**
 * The jobs of one row of Sales among those under way. The companion says whose a job is; jobs of which it does not, such as
 * the full synchronization of a mapping, are nobody's.
 */
export function jobsOfRow(
  { id }: CouplableRecord,
  rows: readonly Row[],
): { values: JobOfRow[]; complete: boolean } {
  const { values, complete } = readRows(rows, (row) =>
    row.has('CRM_ID') && row.guid('CRM_ID') === id ? { ...job(row), direction: directionOfJob(row) } : null,
  );
  return { values: values.filter((value) => value !== null), complete };
}

function directionOfJob(row: Row): JobOfRow['direction'] {
  const direction = row.has('Synch_Direction') ? directionOf(row.option('Synch_Direction')) : undefined;
  return direction === undefined || direction === 'bidirectional' ? null : direction;
}

/** Without their errors, which another service has. @returns `complete` is false where a row could not be read */
export function synchJobs(rows: readonly Row[]): { values: SynchJob[]; complete: boolean } {
  return readRows(rows, job);
}

/** Sentences of errors, each once; the longer field came later and is empty for old errors (table 5339). */
export function jobErrors(rows: readonly Row[]): string[] {
  const sentence = (row: Row, field: string) => (row.has(field) ? row.text(field).trim() : '');
  const { values } = readRows(rows, (row) => sentence(row, 'Error_Message') || sentence(row, 'Message'));
  return [...new Set(values.filter((value) => value !== ''))];
}
