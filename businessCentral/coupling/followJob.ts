import { BusinessCentralError } from '../errors';
import type { Clock } from '../odata/deadline';
import type { Coupling } from './coupling';
import type { SynchJob } from './types';

export interface FollowOptions {
  readonly clock: Clock;
  /** Ends the following with `aborted`; the job goes on. */
  readonly signal: AbortSignal;
  /** Told after every look; null: the job has not begun. */
  readonly onProgress: (job: SynchJob | null) => void;
}

const firstPauseMs = 500;
const longestPauseMs = 5_000;

/** A job that cannot be seen for so long has ended before its synchronization began, or the job queue stands still. */
const longestUnseenMs = 5 * 60_000;

/** So often in a row it may be impossible to look; then the user is told, who can look again. */
const mostFailures = 6;

/** Failures that another look may not have. */
const passing: readonly string[] = [
  'unreachable',
  'timeout',
  'tooManyRequests',
  'unavailable',
  'businessCentralFailed',
  'unreadableAnswer',
  'notBusinessCentral',
  'gatewayUnreachable',
  'gatewayUnavailable',
];

/**
 * Looks at a job until it has ended, ever less often: after half a second first, then up to every five seconds.
 * @param jobId as an action gave it
 * @returns the job as it ended
 * @throws BusinessCentralError `aborted`; `timeout` where the job does not begin; or why the job cannot be looked at, also after several attempts
 */
export async function followJob(
  { jobOf }: Pick<Coupling, 'jobOf'>,
  jobId: string,
  { clock, signal, onProgress }: FollowOptions,
): Promise<SynchJob> {
  const since = clock.now();
  let hasBegun = false;
  let failures = 0;
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 1.5, longestPauseMs)) {
    await clock.pause(pause, signal);
    try {
      const job = await jobOf(jobId, { signal, fresh: true });
      failures = 0;
      hasBegun = job !== null;
      onProgress(job);
      if (job !== null && job.finishedAt !== null) {
        return job;
      }
    } catch (error) {
      failures += 1;
      const mayPass = error instanceof BusinessCentralError && passing.includes(error.code);
      if (signal.aborted || !mayPass || failures === mostFailures) {
        throw signal.aborted ? new BusinessCentralError('aborted') : error;
      }
    }
    if (!hasBegun && clock.now() - since >= longestUnseenMs) {
      throw new BusinessCentralError('timeout', { service: 'IntegrationSynchJobs' });
    }
  }
}
