import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import type { Read } from '../odata/reader';
import { couplingRows, couplingsOfRecord, couplingsOfSystemId, type CouplingOfRow } from './couplingRows';
import type { Pair } from './pairs';
import { jobsOfRow, jobsUnderWay, type JobOfRow } from './synchJobs';
import type { CouplableRecord, SynchAction, SynchJob } from './types';

/** What an action starts from, and what is looked at again where nobody knows what has come of it. */
export interface ActionState {
  /** The row's coupling of this pair; null: none. */
  readonly coupling: CouplingOfRow | null;
  /** Coupling of Business Central's record with another row; null: none, or no record was named. */
  readonly otherCoupling: CouplingOfRow | null;
  /** Jobs of the row that are at work, as far as this Business Central says. */
  readonly jobs: readonly JobOfRow[];
}

/**
 * Reads it past every memory, in one request.
 * @param systemId of the record that is to be coupled; null: none is named
 * @throws BusinessCentralError where the couplings could not be read
 */
export async function actionState(
  pair: Pair,
  record: CouplableRecord,
  systemId: string | null,
  read: Read,
  now: number,
  deadline: Deadline,
): Promise<ActionState> {
  const [jobs, ...couplings] = await read(
    [
      jobsUnderWay([pair.mapping], now),
      couplingsOfRecord(record),
      ...(systemId === null ? [] : [couplingsOfSystemId(pair, systemId)]),
    ],
    deadline,
    true,
  );
  const rows = couplings.flatMap((outcome) => {
    if (!outcome.ok) {
      throw outcome.error;
    }
    const { values, complete } = couplingRows(outcome.rows, pair.table);
    if (!complete) {
      throw new BusinessCentralError('unreadableAnswer', { service: 'CRMIntegrationRecords' });
    }
    return values.filter((row) => row.pair === pair);
  });
  return {
    coupling: rows.find(({ crmId }) => crmId === record.id) ?? null,
    otherCoupling: rows.find(({ crmId }) => crmId !== record.id) ?? null,
    jobs: jobs?.ok === true ? jobsOfRow(record, jobs.rows).values : [],
  };
}

/**
 * A job of the row that is at work after an action or has ended by then, and was not there before; it is the action's own,
 * or does the same to the same row. Jobs of other rows of the mapping tell nothing of this one.
 * @param direction null: any
 */
export function newJob(
  before: ActionState,
  after: ActionState,
  kinds: readonly SynchJob['kind'][],
  direction: Exclude<SynchAction, 'none'> | null,
): string | null {
  const known = new Set(before.jobs.map(({ id }) => id));
  const atWork = after.jobs.find(
    (job) =>
      !known.has(job.id) &&
      kinds.includes(job.kind) &&
      (direction === null || job.direction === null || job.direction === direction),
  );
  return atWork?.id ?? (direction === null ? null : endedJob(before, after, direction));
}

/** The coupling keeps the latest job in each direction. */
function endedJob(
  { coupling: before }: ActionState,
  { coupling: after }: ActionState,
  direction: Exclude<SynchAction, 'none'>,
): string | null {
  const id = after?.lastJobs[direction] ?? null;
  return id === before?.lastJobs[direction] ? null : id;
}
