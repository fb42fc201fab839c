import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import type { Read } from '../odata/reader';
import { couplingRows, couplingsOfRecord, couplingsOfSystemId, type CouplingOfRow } from './couplingRows';
import type { Pair } from './pairs';
import { jobsUnderWay, synchJobs } from './synchJobs';
import type { CouplableRecord, SynchJob } from './types';

/** What an action starts from, and what is looked at again where nobody knows what has come of it. */
export interface ActionState {
  /** The row's coupling of this pair; null: none. */
  readonly coupling: CouplingOfRow | null;
  /** Coupling of Business Central's record with another row; null: none, or no record was named. */
  readonly otherCoupling: CouplingOfRow | null;
  /** Jobs of the pair's mapping that are at work; null: this Business Central does not say. */
  readonly jobs: readonly SynchJob[] | null;
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
  deadline: Deadline,
): Promise<ActionState> {
  const [jobs, ...couplings] = await read(
    [
      jobsUnderWay([pair.mapping]),
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
    jobs: jobs?.ok === true ? synchJobs(jobs.rows).values : null,
  };
}

/** A job that is at work after an action and was not before; it is the action's own, or does the same. */
export function newJob(
  before: ActionState,
  after: ActionState,
  kinds: readonly SynchJob['kind'][],
): string | null {
  const known = new Set(before.jobs?.map(({ id }) => id));
  return after.jobs?.find(({ id, kind }) => !known.has(id) && kinds.includes(kind))?.id ?? null;
}
