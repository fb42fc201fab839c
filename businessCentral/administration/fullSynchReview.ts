import type { AskOptions } from '../askOptions';
import type { Company } from '../company';
import { directionOf } from '../coupling/mappings';
import { synchJobs } from '../coupling/synchJobs';
import type { ActionOutcome, SynchJob } from '../coupling/types';
import { leavesOpen } from '../coupling/performAction';
import { BusinessCentralError } from '../errors';
import { callAction } from '../odata/callAction';
import { isGuid } from '../odata/literals';
import { readRows, type Row } from '../odata/row';
import { rowsOf } from './readAll';
import { synchronizationFields } from './synchronizationFields';
import type { ReviewLine, ReviewState } from './types';

/** So many of the latest jobs are looked through for the latest one of each mapping. */
const latestJobs = 200;

/** Milliseconds for starting: the job queue entry is made before the answer. */
const startDeadline = 20_000;

/** For starting all: Business Central looks into each table on both sides first. */
const startAllDeadline = 60_000;

/** Option names of "Job Queue Entry Status" and "… Job Status" (table 5373), without spaces. */
const states: Readonly<Record<string, ReviewState>> = {
  Ready: 'ready',
  Waiting: 'waiting',
  InProcess: 'inProcess',
  OnHold: 'onHold',
  OnHoldwithInactivityTimeout: 'onHold',
  Finished: 'finished',
  Success: 'finished',
  Error: 'error',
};

/**
 * Option names of "Initial Synch Recommendation" (table 5373), without spaces. Page 5331 shows a text in the place of *Couple Records*,
 * which says whether fields are marked for matching.
 */
const recommendations: Readonly<Record<string, ReviewLine['recommendation']>> = {
  FullSynchronization: 'full',
  CoupleRecords: 'coupleFirst',
  SelectCouplingCriteria: 'coupleFirst',
  ReviewSelectedCouplingCriteria: 'coupleFirst',
  NoRecordsFound: 'nothing',
  NoRecordsToSynchronizeNow: 'nothing',
};

type Line = Omit<ReviewLine, 'waitsFor' | 'job'>;

/** Names of options stand with or without their spaces in OData. */
function optionName(row: Row, field: string): string {
  return row.has(field) ? row.option(field).replace(/\s|_x0020_/g, '') : '';
}

function stateOf(row: Row, field: string): ReviewState {
  return states[optionName(row, field)] ?? 'none';
}

function lineOf(row: Row): Line {
  return {
    mapping: row.text('Name'),
    direction: directionOf(row.option('Direction')) ?? 'bidirectional',
    dependsOn: row
      .text('Dependency_Filter')
      .split('|')
      .filter((name) => name !== ''),
    recommendation: recommendations[optionName(row, 'Initial_Synchronization_Recommendation')] ?? 'unknown',
    state: stateOf(row, 'Job_Queue_Entry_Status'),
    toSales: stateOf(row, 'To_Int_Table_Job_Status'),
    fromSales: stateOf(row, 'From_Int_Table_Job_Status'),
  };
}

/**
 * What each line still waits for: of the mappings it depends on, those that are in the review and have neither finished
 * nor anything to synchronize (table 5373, "Start"). A line does not wait for itself.
 */
export function withWaiting<Waiting extends Line>(
  lines: readonly Waiting[],
): (Waiting & Pick<ReviewLine, 'waitsFor'>)[] {
  const pending = new Set(
    lines
      .filter(({ state, recommendation }) => state !== 'finished' && recommendation !== 'nothing')
      .map(({ mapping }) => mapping),
  );
  return lines.map((line) => ({
    ...line,
    waitsFor: line.dependsOn.filter((name) => name !== line.mapping && pending.has(name)),
  }));
}

/**
 * The full synchronization review (page 5331) with the latest job of each mapping, in one request.
 * @returns in Business Central's own order
 * @throws BusinessCentralError where the review could not be read; without the jobs it is shown all the same
 */
export function fullSynchReview(
  { read, withinDeadline }: Company,
  { signal }: AskOptions = {},
): Promise<readonly ReviewLine[]> {
  return withinDeadline(signal, async (deadline) => {
    const [review, jobs] = await read(
      [
        { service: 'CRMFullSynchReview', select: synchronizationFields.CRMFullSynchReview },
        {
          service: 'IntegrationSynchJobs',
          select: synchronizationFields.IntegrationSynchJobs,
          orderBy: 'Start_Date_Time desc',
          top: latestJobs,
        },
      ],
      deadline,
      true,
    );
    const { values, complete } = readRows(rowsOf(review, 'CRMFullSynchReview').rows, lineOf);
    if (!complete) {
      throw new BusinessCentralError('unreadableAnswer', { service: 'CRMFullSynchReview' });
    }
    const latest = latestByMapping(jobs?.ok === true ? synchJobs(jobs.rows).values : []);
    return withWaiting(values).map((line) => ({ ...line, job: latest.get(line.mapping) ?? null }));
  });
}

function latestByMapping(jobs: readonly SynchJob[]): ReadonlyMap<string, SynchJob> {
  const latest = new Map<string, SynchJob>();
  for (const job of jobs) {
    const known = latest.get(job.mapping);
    if (known === undefined || (job.startedAt ?? 0) > (known.startedAt ?? 0)) {
      latest.set(job.mapping, job);
    }
  }
  return latest;
}

/**
 * Starts the full synchronization of a mapping. It goes out once; where no answer came the outcome is `unknown`, and the
 * review tells what has become of it. Business Central itself refuses to start one that is under way.
 */
export function startFullSynch(company: Company, mapping: string): Promise<ActionOutcome> {
  return start(company, 'StartFullSynch', { mappingName: mapping }, startDeadline);
}

/**
 * Starts the full synchronization of every mapping that has not finished, or of all of them where all have. What waits for
 * nothing begins, and Business Central begins the rest whenever a job ends (table 5373, "Start"). As for one mapping.
 * @param withoutCoupling mappings that are synchronized as they are, though coupling first is advised
 * @returns a job of `null` where there was nothing to start
 */
export function startAllFullSynch(
  company: Company,
  withoutCoupling: readonly string[],
): Promise<ActionOutcome> {
  const parameters = { withoutCoupling: withoutCoupling.join('|') };
  return start(company, 'StartAllFullSynch', parameters, startAllDeadline);
}

async function start(
  { wire, now, withinDeadline }: Company,
  procedure: 'StartFullSynch' | 'StartAllFullSynch',
  parameters: Readonly<Record<string, string>>,
  milliseconds: number,
): Promise<ActionOutcome> {
  try {
    const answer = await withinDeadline(
      undefined,
      (deadline) => callAction(wire, 'CRMCoupling', procedure, parameters, now, deadline),
      milliseconds,
    );
    const id = answer.replace(/[{}]/g, '').trim().toLowerCase();
    return { kind: 'done', jobId: isGuid(id) && !/^[0-]+$/.test(id) ? id : null };
  } catch (error) {
    if (!(error instanceof BusinessCentralError)) {
      throw error;
    }
    return { kind: leavesOpen(error) ? 'unknown' : 'refused', error };
  }
}
