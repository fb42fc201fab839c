import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import type { Read, ReadOutcome } from '../odata/reader';
import { errorsOfJob, jobErrors, jobWithId, synchJobs } from './synchJobs';
import type { SynchJob } from './types';

/**
 * Where a job stands, with its errors: one request where it is known by its own id, two where its errors have to be
 * asked for by another than the job queue's.
 * @param jobId as an action gave it
 * @returns null while Business Central does not know the job: it waits in the queue
 * @throws BusinessCentralError
 */
export async function jobQuestion(jobId: string, read: Read, deadline: Deadline): Promise<SynchJob | null> {
  const [byId, byQueue, errors] = await read(
    [jobWithId('ID', jobId), jobWithId('Job_Queue_Entry_ID', jobId), errorsOfJob(jobId)],
    deadline,
    true,
  );
  if (byId === undefined || byQueue === undefined || errors === undefined) {
    throw new BusinessCentralError('unreadableAnswer', { service: 'IntegrationSynchJobs' });
  }
  if (!byId.ok) {
    throw byId.error;
  }
  const own = latestOf(byId);
  const job = own ?? latestOf(byQueue);
  if (job === null || job.counts.failed + job.counts.skipped === 0) {
    return job;
  }
  if (own !== null) {
    return withErrors(job, errors);
  }
  const [ofQueued] = await read([errorsOfJob(job.id)], deadline, true);
  return withErrors(job, ofQueued);
}

/** The job queue may try a job more than once; the latest attempt counts. */
function latestOf(outcome: ReadOutcome): SynchJob | null {
  const { values, complete } = outcome.ok ? synchJobs(outcome.rows) : { values: [], complete: true };
  if (!complete) {
    throw new BusinessCentralError('unreadableAnswer', { service: 'IntegrationSynchJobs' });
  }
  return values.reduce<SynchJob | null>(
    (latest, job) => ((job.startedAt ?? 0) >= (latest?.startedAt ?? 0) ? job : latest),
    null,
  );
}

/** That the sentences could not be read is no reason to leave out that the job failed. */
function withErrors(job: SynchJob, errors: ReadOutcome | undefined): SynchJob {
  return { ...job, errors: errors?.ok === true ? jobErrors(errors.rows) : [] };
}
