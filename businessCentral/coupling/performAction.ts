import { BusinessCentralError } from '../errors';
import { isGuid, noGuid } from '../odata/literals';
import type { ActionState } from './actionState';
import type { ActionOutcome } from './types';

/** What can be found out about an action: its outcome, that it has not been done, or neither. */
export type Found = Extract<ActionOutcome, { kind: 'done' }> | 'notDone' | 'unknown';

/** One action: how it is done, and how to find out whether it was. */
export interface Action {
  /** Reads the state before and after. @throws BusinessCentralError */
  readonly look: () => Promise<ActionState>;
  /** What makes the action needless or impossible already; null: nothing. */
  readonly judge: (before: ActionState) => ActionOutcome | null;
  /** @returns the id of the job that follows, or nothing @throws BusinessCentralError */
  readonly call: () => Promise<string>;
  /** What has come of it, where no answer came. */
  readonly found: (before: ActionState, after: ActionState) => Found;
  /** Waits before the next look. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/**
 * Performs an action once. Where no answer came, Business Central is asked what has happened, and nothing is sent again.
 * @throws what is no failure of Business Central
 */
export async function performAction(action: Action): Promise<ActionOutcome> {
  const { look, judge, call } = action;
  let before: ActionState;
  try {
    before = await look();
  } catch (error) {
    // Nothing has been sent yet that could have changed anything.
    return { kind: 'refused', error: coded(error) };
  }
  const judged = judge(before);
  if (judged !== null) {
    return judged;
  }
  try {
    return { kind: 'done', jobId: jobIdOf(await call()) };
  } catch (reason) {
    const error = coded(reason);
    if (!leavesOpen(error)) {
      return { kind: 'refused', error };
    }
    return lookedUp(before, error, action);
  }
}

/** Pauses between the looks after an answer that got lost: a network comes back, and a job in the queue begins. */
const pausesBetweenLooks = [1_000, 2_000, 4_000];

/** Finds out what has come of an action; `unknown` where several looks do not tell. */
async function lookedUp(
  before: ActionState,
  error: BusinessCentralError,
  { look, found, pause }: Action,
): Promise<ActionOutcome> {
  for (const milliseconds of [...pausesBetweenLooks, null]) {
    const outcome = await look().then(
      (after) => found(before, after),
      (): Found => 'unknown',
    );
    if (outcome !== 'unknown') {
      return outcome === 'notDone' ? { kind: 'refused', error } : outcome;
    }
    if (milliseconds !== null) {
      await pause(milliseconds);
    }
  }
  return { kind: 'unknown', error };
}

/** Whether Business Central may have done its work although the answer is a failure. */
export function leavesOpen({ code, details }: BusinessCentralError): boolean {
  switch (code) {
    case 'unreachable':
    case 'timeout':
    case 'unavailable':
    case 'unreadableAnswer':
    case 'notBusinessCentral':
    case 'gatewayUnreachable':
    case 'gatewayUnavailable':
      return true;
    case 'businessCentralFailed':
      // An AL error (400) rolls the transaction back; any other failure may come after it.
      return details.status === undefined || details.status >= 500;
    default:
      return false;
  }
}

/** Where nothing follows, a procedure gives an empty text or the empty GUID. */
function jobIdOf(answer: string): string | null {
  const id = answer.replace(/[{}]/g, '').trim().toLowerCase();
  return isGuid(id) && id !== noGuid ? id : null;
}

/** @throws what is no failure of Business Central */
export function coded(error: unknown): BusinessCentralError {
  if (!(error instanceof BusinessCentralError)) {
    throw error;
  }
  return error;
}
