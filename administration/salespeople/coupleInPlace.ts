import { oneAfterAnother } from '../../businessCentral/administration/oneAfterAnother';
import type { WorkOptions, WorkResult } from '../../businessCentral/administration/types';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import { followJob } from '../../businessCentral/coupling/followJob';
import { pairsOf } from '../../businessCentral/coupling/pairs';
import type { Pair } from '../../businessCentral/coupling/pairs';
import type { ActionOutcome } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { Clock } from '../../businessCentral/odata/deadline';
import type { Pairing } from './questions';

const table = 'systemuser';

/**
 * Couples salespeople with users, one after the other. One who is coupled to another user is uncoupled first, and the end of
 * that awaited: Business Central does it in a job. Nothing is synchronized: the mapping's full synchronization does that.
 */
export function coupleInPlace(
  coupling: Pick<Coupling, 'couple' | 'uncouple' | 'jobOf'>,
  clock: Clock,
  pairings: readonly Pairing[],
  options: WorkOptions,
): Promise<WorkResult<Pairing>> {
  const [pair] = pairsOf(table);
  return oneAfterAnother(
    pairings,
    async ({ code, userId, insteadOf }) => {
      if (pair === undefined) {
        return { kind: 'refused', error: new BusinessCentralError('questionRefused') };
      }
      const outcome = insteadOf === null ? null : await uncoupled(coupling, clock, pair, insteadOf);
      return outcome ?? coupling.couple(pair, { table, id: userId }, code, 'none');
    },
    options,
  );
}

/** @returns null where it has been uncoupled, else why not */
async function uncoupled(
  coupling: Pick<Coupling, 'uncouple' | 'jobOf'>,
  clock: Clock,
  pair: Pair,
  userId: string,
): Promise<Exclude<ActionOutcome, { kind: 'done' }> | null> {
  const outcome = await coupling.uncouple(pair, { table, id: userId });
  if (outcome.kind !== 'done') {
    return outcome;
  }
  if (outcome.jobId === null) {
    return null;
  }
  try {
    const { signal } = new AbortController();
    const { counts, errors, message } = await followJob(coupling, outcome.jobId, {
      clock,
      signal,
      onProgress: () => undefined,
    });
    return counts.failed === 0
      ? null
      : {
          kind: 'refused',
          error: new BusinessCentralError('businessCentralFailed', { serverMessage: errors[0] ?? message }),
        };
  } catch (error) {
    if (!(error instanceof BusinessCentralError)) {
      throw error;
    }
    return { kind: 'unknown', error };
  }
}
