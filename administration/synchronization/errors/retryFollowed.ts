import { retrySkipped } from '../../../businessCentral/administration/skippedRecords';
import type { SkippedRecord } from '../../../businessCentral/administration/skippedRecords';
import type { WorkOptions, WorkResult } from '../../../businessCentral/administration/types';
import type { Coupling } from '../../../businessCentral/coupling/coupling';
import { followJob } from '../../../businessCentral/coupling/followJob';
import { BusinessCentralError } from '../../../businessCentral/errors';
import type { Clock } from '../../../businessCentral/odata/deadline';

/** So many are put into the job queue before their ends are awaited; meanwhile Business Central works at them. */
const startedTogether = 10;

type Failed = WorkResult<SkippedRecord>['failed'][number];

/**
 * Synchronizes skipped records again and awaits what comes of it, since an action only puts a job into the queue. Ended,
 * it begins no more; what has been put into the queue by then counts as done, for nobody takes it out again.
 */
export async function retryFollowed(
  coupling: Pick<Coupling, 'stateOf' | 'synchronize' | 'jobOf'>,
  clock: Clock,
  records: readonly SkippedRecord[],
  { signal = new AbortController().signal, onProgress }: WorkOptions,
): Promise<WorkResult<SkippedRecord>> {
  const done: SkippedRecord[] = [];
  const failed: Failed[] = [];
  const left: SkippedRecord[] = [];
  for (let at = 0; at < records.length; at += startedTogether) {
    const jobs = new Map<string, string>();
    const started = await retrySkipped(noting(coupling, jobs), records.slice(at, at + startedTogether), {
      signal,
    });
    failed.push(...started.failed);
    left.push(...started.left);
    for (const record of started.done) {
      const error = await failureOf(coupling, clock, jobs.get(jobKey(record.kind, record.row.id)), signal);
      if (error === null) {
        done.push(record);
      } else {
        failed.push({ task: record, error });
      }
      onProgress?.({ done: done.length + failed.length, total: records.length });
    }
  }
  return { done, failed, left };
}

function jobKey(kind: string, rowId: string): string {
  return `${kind} ${rowId}`;
}

/** The same coupling, which notes the jobs that it starts. */
function noting(
  coupling: Pick<Coupling, 'stateOf' | 'synchronize'>,
  jobs: Map<string, string>,
): Pick<Coupling, 'stateOf' | 'synchronize'> {
  return {
    stateOf: (record, prerequisites, options) => coupling.stateOf(record, prerequisites, options),
    synchronize: async (pair, record, direction, options) => {
      const outcome = await coupling.synchronize(pair, record, direction, options);
      if (outcome.kind === 'done' && outcome.jobId !== null) {
        jobs.set(jobKey(pair.kind, record.id), outcome.jobId);
      }
      return outcome;
    },
  };
}

/** Why the job failed; null: it has not, or nobody waits for it any more. */
async function failureOf(
  coupling: Pick<Coupling, 'jobOf'>,
  clock: Clock,
  jobId: string | undefined,
  signal: AbortSignal,
): Promise<BusinessCentralError | null> {
  if (jobId === undefined) {
    return null;
  }
  try {
    const { counts, errors, message } = await followJob(coupling, jobId, {
      clock,
      signal,
      onProgress: () => undefined,
    });
    return counts.failed + counts.skipped === 0 && errors.length === 0
      ? null
      : new BusinessCentralError('businessCentralFailed', {
          service: 'IntegrationSynchJobs',
          serverMessage: errors[0] ?? message,
        });
  } catch (error) {
    if (!(error instanceof BusinessCentralError)) {
      throw error;
    }
    return error.code === 'aborted' ? null : error;
  }
}
