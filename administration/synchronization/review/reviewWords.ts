import type { ReviewLine, ReviewState } from '../../../businessCentral/administration/types';
import type { IconName } from '../../../ui/icons';
import type { Tone } from '../../../ui/Notice';
import type { AdministrationTexts } from '../../strings';
import { countsOf, hasEnded } from './fullSynchPlan';
import type { FullSynchRun } from './fullSynchPlan';

/** How a state looks beside its word. */
export const stateLooks: Readonly<Record<ReviewState, { readonly icon: IconName; readonly tone: Tone }>> = {
  none: { icon: 'dash', tone: 'neutral' },
  ready: { icon: 'clock', tone: 'neutral' },
  waiting: { icon: 'clock', tone: 'neutral' },
  inProcess: { icon: 'half', tone: 'neutral' },
  onHold: { icon: 'warning', tone: 'warning' },
  finished: { icon: 'check', tone: 'good' },
  error: { icon: 'cross', tone: 'bad' },
};

/** True where Business Central has only coupled what matches, since that was advised (table 5373, "Start"). */
export function isOnlyCoupled({ state, job }: ReviewLine): boolean {
  return state === 'finished' && job?.kind === 'coupling';
}

/** Records that a line's latest job has gone through; of a job that couples, those that it coupled. */
export function recordsDone({ job }: ReviewLine): number | null {
  if (job === null) {
    return null;
  }
  const { inserted, modified, deleted, unchanged, skipped, failed, coupled } = job.counts;
  if (job.kind === 'coupling') {
    return coupled;
  }
  return inserted + modified + deleted + unchanged + skipped + failed;
}

/** How far a run has come, or what came of it. */
export function runWords(run: FullSynchRun, texts: AdministrationTexts): string {
  const { all, finished, failed, heldUp } = countsOf(run);
  const words = [
    texts.count(hasEnded(run) ? 'synch_runEnded' : 'synch_runProgress', all, { finished: String(finished) }),
  ];
  if (failed > 0) {
    words.push(texts.count('synch_runFailed', failed));
  }
  if (heldUp > 0) {
    words.push(texts.count('synch_runHeldUp', heldUp));
  }
  return words.join(' ');
}
