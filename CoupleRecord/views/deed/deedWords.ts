import type { SynchJob } from '../../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../../businessCentral/errors';
import { wordsOf } from '../../../ui/failure';
import type { Format } from '../../../ui/format';
import type { IconName } from '../../../ui/icons';
import type { Tone } from '../../../ui/Notice';
import type { Deed, RecordCoupling } from '../../couplingSession';
import type { CouplingTexts } from '../texts';
import { hasFailed } from './useDeed';
import type { DeedProgress } from './useDeed';

/** What a user reads of a deed. */
export interface DeedWords {
  /** What comes of it is not known yet. */
  readonly isUnderWay: boolean;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly word: string;
  readonly text: string;
  readonly next: string;
  /** Errors and counts, and what an administrator needs, each on a line of its own. */
  readonly details: readonly string[];
}

/** How many sentences of a job's errors are shown. */
const mostErrors = 5;

const counted = [
  'inserted',
  'modified',
  'deleted',
  'unchanged',
  'coupled',
  'uncoupled',
  'skipped',
  'failed',
] as const;

/** What a job has done so far, without what it has not. */
export function countWords({ counts }: SynchJob, texts: CouplingTexts, format: Format): string {
  return counted
    .filter((name) => counts[name] > 0)
    .map((name) => texts.say(`count_${name}`, { count: format.quantity(counts[name]) }))
    .join(' · ');
}

const quiet = { icon: 'clock', tone: 'neutral', text: '', details: [] } as const;

/** A job that was found at work. */
export function underWayWords(job: SynchJob, texts: CouplingTexts, format: Format): DeedWords {
  return {
    ...quiet,
    isUnderWay: true,
    word: texts.say('jobUnderWay'),
    next: texts.say('mayLeave'),
    details: [countWords(job, texts, format)].filter((line) => line !== ''),
  };
}

/**
 * @param found what is known by a reading after the connection broke off; null while that is awaited
 */
export function deedWords(
  progress: DeedProgress,
  found: RecordCoupling | null,
  texts: CouplingTexts,
  format: Format,
): DeedWords {
  const { deed } = progress;
  switch (progress.stage) {
    case 'asked':
      return { ...quiet, isUnderWay: true, word: texts.say(`doing_${deed.kind}`), next: '' };
    case 'following':
      return {
        ...quiet,
        isUnderWay: true,
        word: texts.say(`doing_${deed.kind}`),
        next: texts.say('mayLeave'),
        details: [
          progress.job === null ? texts.say('waitsForTurn') : countWords(progress.job, texts, format),
        ].filter((line) => line !== ''),
      };
    case 'ended':
      return endWords(deed, progress.job, texts, format);
    case 'refused':
      return { ...refusalWords(progress.error, texts), isUnderWay: false };
    case 'lostSight': {
      const { sentence, technical } = wordsOf(progress.error, texts);
      return {
        isUnderWay: false,
        icon: 'question',
        tone: 'warning',
        word: texts.say('lostSight'),
        text: '',
        next: `${sentence} ${texts.say('next_lostSight')}`,
        details: technical === null ? [] : [texts.say('forAdministrator', { details: technical })],
      };
    }
    case 'unknown':
      return found === null
        ? { ...quiet, isUnderWay: true, word: texts.say('findingOut'), next: '' }
        : foundWords(deed, found, texts);
  }
}

function endWords(deed: Deed, job: SynchJob | null, texts: CouplingTexts, format: Format): DeedWords {
  const failed = hasFailed(job);
  const errors = job === null ? [] : job.errors.slice(0, mostErrors);
  const message = job !== null && failed && errors.length === 0 ? job.message : '';
  const counts = job === null ? '' : countWords(job, texts, format);
  return {
    isUnderWay: false,
    icon: failed ? 'warning' : 'check',
    tone: failed ? 'bad' : 'good',
    word: texts.say(failed ? `failed_${deed.kind}` : `done_${deed.kind}`),
    text: '',
    next: failed ? texts.say('next_failed') : '',
    details: [...errors, message, counts].filter((line) => line !== ''),
  };
}

/** Business Central's own sentence says best what it refuses; where there is none, ours does. */
function refusalWords(error: Error, texts: CouplingTexts): Omit<DeedWords, 'isUnderWay'> {
  const look = { icon: 'forbidden', tone: 'bad' } as const;
  const ownSentence =
    error instanceof BusinessCentralError && error.code === 'businessCentralFailed'
      ? (error.details.serverMessage ?? '')
      : '';
  if (ownSentence !== '') {
    return {
      ...look,
      word: texts.say('refused'),
      text: ownSentence,
      next: texts.say('next_refused'),
      details: [],
    };
  }
  const { sentence, remedy, technical } = wordsOf(error, texts);
  return {
    ...look,
    word: sentence,
    text: '',
    next: `${texts.say('nothingChanged')} ${remedy}`,
    details: technical === null ? [] : [texts.say('forAdministrator', { details: technical })],
  };
}

/** What was found out after the connection broke off in the middle of a deed. */
function foundWords(deed: Deed, { state }: RecordCoupling, texts: CouplingTexts): DeedWords {
  const coupling = state.couplings.find(({ pair }) => pair === deed.pair) ?? null;
  const result = { ...quiet, isUnderWay: false };
  if (deed.kind === 'synchronize') {
    return { ...result, icon: 'question', word: texts.say('found_unclear'), next: texts.say('next_unclear') };
  }
  const isDone =
    deed.kind === 'uncouple'
      ? coupling === null
      : coupling !== null && (deed.kind === 'create' || coupling.recordNo === deed.recordNo);
  return isDone
    ? { ...result, icon: 'check', tone: 'good', word: texts.say(`done_${deed.kind}`), next: '' }
    : {
        ...result,
        icon: 'dash',
        word: texts.say('found_nothing'),
        next: texts.say('next_nothing'),
      };
}
