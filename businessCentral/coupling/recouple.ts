import { BusinessCentralError } from '../errors';
import type { Clock } from '../odata/deadline';
import type { Coupling } from './coupling';
import { refused, type CouplingActions } from './couplingActions';
import { followJob } from './followJob';
import { coded, leavesOpen } from './performAction';
import type {
  ActionOutcome,
  CouplableRecord,
  CouplingRow,
  RecouplingOutcome,
  SynchAction,
  SynchJob,
} from './types';

/** What is to be coupled instead of what. */
export interface Recoupling {
  readonly record: CouplableRecord;
  readonly earlier: CouplingRow;
  /** Number of the record that is coupled instead. */
  readonly recordNo: string;
  readonly synchAction: SynchAction;
}

/** How the end of the uncoupling is awaited: Business Central does it in a job. */
export interface JobWatch extends Pick<Coupling, 'jobOf'> {
  readonly clock: Clock;
}

/**
 * Couples a row to another record than before. Business Central has no such step: it refuses a row that is coupled (table
 * 5331, `CoupleRecordIdToCRMID`). So everything that may stand in the way is looked at before anything is taken away, and
 * what was taken away is put back where the other record is refused after all.
 */
export async function recouple(
  { record, earlier, recordNo, synchAction }: Recoupling,
  actions: CouplingActions,
  watch: JobWatch,
): Promise<RecouplingOutcome> {
  const { pair } = earlier;
  const inTheWay = await judged({ record, earlier, recordNo, synchAction }, actions);
  if (inTheWay !== null) {
    return inTheWay;
  }
  const uncoupled = await uncoupling(record, earlier, actions, watch);
  if (uncoupled !== null) {
    return uncoupled;
  }
  const coupled = await actions.couple(pair, record, recordNo, synchAction);
  if (coupled.kind !== 'refused') {
    return coupled;
  }
  return putBack(record, earlier, coupled.error, actions, watch.clock);
}

/** What makes it needless or impossible before anything is changed; null: nothing. */
async function judged(
  { record, earlier, recordNo }: Recoupling,
  actions: CouplingActions,
): Promise<ActionOutcome | null> {
  try {
    const systemId = await actions.systemIdOf(earlier.pair, recordNo);
    const { coupling, otherCoupling } = await actions.look(earlier.pair, record, systemId);
    if (coupling?.systemId === systemId) {
      return { kind: 'done', jobId: null };
    }
    if (coupling === null) {
      return refused('uncoupledMeanwhile');
    }
    return coupling.systemId !== earlier.systemId || otherCoupling !== null
      ? refused('coupledMeanwhile')
      : null;
  } catch (error) {
    return { kind: 'refused', error: coded(error) };
  }
}

/** Uncouples and waits until that is done. @returns null: it is; else why not */
async function uncoupling(
  record: CouplableRecord,
  { pair, systemId }: CouplingRow,
  actions: CouplingActions,
  watch: JobWatch,
): Promise<ActionOutcome | null> {
  const outcome = await actions.uncouple(pair, record);
  if (outcome.kind !== 'done') {
    return outcome;
  }
  try {
    const end = outcome.jobId === null ? null : await endOf(outcome.jobId, watch);
    const { coupling } = await actions.look(pair, record, null);
    if (coupling === null) {
      return null;
    }
    if (end instanceof BusinessCentralError) {
      return { kind: 'unknown', error: end };
    }
    const serverMessage = end?.errors[0] ?? end?.message ?? '';
    return coupling.systemId === systemId
      ? { kind: 'refused', error: new BusinessCentralError('businessCentralFailed', { serverMessage }) }
      : refused('coupledMeanwhile');
  } catch (error) {
    return { kind: 'unknown', error: coded(error) };
  }
}

/** The job as it ended, or why its end was not seen. Whoever leaves the form does not end the waiting, nor the deed. */
async function endOf(jobId: string, { jobOf, clock }: JobWatch): Promise<SynchJob | BusinessCentralError> {
  const { signal } = new AbortController();
  try {
    return await followJob({ jobOf }, jobId, { clock, signal, onProgress: () => undefined });
  } catch (error) {
    return coded(error);
  }
}

/** Pauses before it is tried again to put the earlier coupling back: a network that is lost comes back. */
const pausesBeforePuttingBack = [2_000, 5_000, 15_000];

/** @param reason why the other record could not be coupled */
async function putBack(
  record: CouplableRecord,
  { pair, recordNo }: CouplingRow,
  reason: BusinessCentralError,
  actions: CouplingActions,
  clock: Clock,
): Promise<RecouplingOutcome> {
  for (const milliseconds of [...pausesBeforePuttingBack, null]) {
    const outcome = await actions.couple(pair, record, recordNo, 'none');
    if (outcome.kind === 'done') {
      return { kind: 'restored', error: reason };
    }
    if (milliseconds === null || !leavesOpen(outcome.error)) {
      return outcome.kind === 'unknown' ? outcome : { kind: 'lost', error: reason };
    }
    await clock.pause(milliseconds, new AbortController().signal);
  }
  return { kind: 'lost', error: reason };
}
