import type { AskOptions } from '../askOptions';
import type { Company } from '../company';
import { errorsOfJob, jobErrors, synchJobs } from '../coupling/synchJobs';
import type { SynchJob } from '../coupling/types';
import { compare } from '../odata/filter';
import { text } from '../odata/literals';
import { rowsOf } from './readAll';
import { synchronizationFields } from './synchronizationFields';

/** Part of the jobs, the latest first. */
export interface JobPage {
  readonly jobs: readonly SynchJob[];
  /** How many there are in all. */
  readonly total: number;
}

/** Which jobs are wanted. */
export interface WantedJobs {
  /** Null: of all mappings. */
  readonly mapping: string | null;
  /** How many of the latest are left out. */
  readonly skip: number;
  readonly count: number;
}

/**
 * Jobs with their counts, and with the sentences of their errors where something failed: two requests at most.
 * @throws BusinessCentralError
 */
export function jobHistory(
  { read, withinDeadline }: Company,
  { mapping, skip, count }: WantedJobs,
  { signal }: AskOptions = {},
): Promise<JobPage> {
  const service = 'IntegrationSynchJobs';
  return withinDeadline(signal, async (deadline) => {
    const [outcome] = await read(
      [
        {
          service,
          select: synchronizationFields.IntegrationSynchJobs,
          orderBy: 'Start_Date_Time desc',
          skip,
          top: count,
          count: true,
          ...(mapping === null
            ? {}
            : { filter: compare('Integration_Table_Mapping_Name', 'eq', text(mapping)) }),
        },
      ],
      deadline,
      true,
    );
    const { rows, total } = rowsOf(outcome, service);
    const { values: jobs } = synchJobs(rows);
    const failed = jobs.filter(({ counts }) => counts.failed + counts.skipped > 0);
    const errors =
      failed.length === 0
        ? []
        : await read(
            failed.map(({ id }) => errorsOfJob(id)),
            deadline,
            true,
          );
    const errorsOf = (job: SynchJob) => {
      const found = errors[failed.indexOf(job)];
      return found?.ok === true ? jobErrors(found.rows) : [];
    };
    return {
      jobs: jobs.map((job) => ({ ...job, errors: errorsOf(job) })),
      total: total ?? skip + jobs.length,
    };
  });
}
