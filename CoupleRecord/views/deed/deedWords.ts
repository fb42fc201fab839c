import type { SynchJob } from '../../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../../businessCentral/errors';
import { wordsOf } from '../../../ui/failure';
import type { Format } from '../../../ui/format';
import type { IconName } from '../../../ui/icons';
import type { Tone } from '../../../ui/Notice';
import type { Deed } from '../../couplingSession';
import { recordLabel } from '../coupled/coupledWords';
import type { CouplingTexts } from '../texts';
import type { Finding } from './findings';
import { hasFailed } from './useDeed';
import type { Telling } from './useToldDeed';

/** What a user reads of a deed. */
export interface DeedWords {
  /** What comes of it is not known yet. */
  readonly isUnderWay: boolean;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly word: string;
  readonly text: string;
  readonly next: string;
  /** Further errors, counts, and what an administrator needs, each on a line of its own; empty ones are none. */
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
    details: [countWords(job, texts, format)],
  };
}

export function deedWords(telling: Telling, texts: CouplingTexts, format: Format): DeedWords {
  const { deed } = telling;
  switch (telling.stage) {
    case 'asked':
      return {
        ...quiet,
        isUnderWay: true,
        word: texts.say(`doing_${deed.kind}`),
        // Its steps follow each other from here; the others are Business Central's alone once they are asked for.
        next: deed.kind === 'recouple' ? texts.say('keepTab') : '',
      };
    case 'following':
      return {
        ...quiet,
        isUnderWay: true,
        word: texts.say(`doing_${deed.kind}`),
        next: texts.say('mayLeave'),
        details: [telling.job === null ? texts.say('waitsForTurn') : countWords(telling.job, texts, format)],
      };
    case 'ended':
      return endWords(deed, telling.job, texts, format);
    case 'refused':
      return refusalWords(telling.error, texts);
    case 'restored':
    case 'lost':
      return halfDoneWords(telling, texts);
    case 'lostSight': {
      const { sentence, technical } = wordsOf(telling.error, texts);
      return {
        isUnderWay: false,
        icon: 'question',
        tone: 'warning',
        word: texts.say('lostSight'),
        text: '',
        next: `${sentence} ${texts.say('next_lostSight')}`,
        details: forAdministrator(technical, texts),
      };
    }
    case 'findingOut':
      return { ...quiet, isUnderWay: true, word: texts.say('findingOut'), next: '' };
    case 'mayStillCome':
      return {
        ...quiet,
        isUnderWay: true,
        word: texts.say('mayStillCome'),
        next: texts.say('next_mayStillCome'),
      };
    case 'noTrace':
      return {
        ...quiet,
        isUnderWay: false,
        icon: 'question',
        tone: 'warning',
        word: texts.say('found_noTrace'),
        next: texts.say('next_noTrace'),
      };
    case 'found':
      return foundWords(deed, telling.finding, texts);
  }
}

function forAdministrator(technical: string | null, texts: CouplingTexts): string[] {
  return technical === null ? [] : [texts.say('forAdministrator', { details: technical })];
}

/** The cause stands first, where it is seen; what can be done about it stands in it. */
function endWords(deed: Deed, job: SynchJob | null, texts: CouplingTexts, format: Format): DeedWords {
  const failed = hasFailed(job);
  const errors = job === null ? [] : job.errors.slice(0, mostErrors);
  const [cause = failed ? (job?.message ?? '') : '', ...others] = errors;
  return {
    isUnderWay: false,
    icon: failed ? 'warning' : 'check',
    tone: failed ? 'bad' : 'good',
    word: texts.say(failed ? `failed_${deed.kind}` : `done_${deed.kind}`),
    text: cause,
    next: failed ? texts.say('next_failed') : '',
    details: [...others, job === null ? '' : countWords(job, texts, format)],
  };
}

/** Business Central's own sentence on a refusal; empty: it gave none. */
function ownSentence(error: Error): string {
  return error instanceof BusinessCentralError && error.code === 'businessCentralFailed'
    ? (error.details.serverMessage ?? '')
    : '';
}

/** Business Central's own sentence says best what it refuses; where there is none, ours does. */
function refusalWords(error: Error, texts: CouplingTexts): DeedWords {
  const look = { isUnderWay: false, icon: 'forbidden', tone: 'bad' } as const;
  const own = ownSentence(error);
  if (own !== '') {
    return { ...look, word: texts.say('refused'), text: own, next: texts.say('next_refused'), details: [] };
  }
  const { sentence, remedy, technical } = wordsOf(error, texts);
  return {
    ...look,
    word: sentence,
    text: '',
    next: `${texts.say('nothingChanged')} ${remedy}`,
    details: forAdministrator(technical, texts),
  };
}

/** Of two steps the first was done: what stands now, and why it went no further. */
function halfDoneWords(
  { stage, deed, error }: Extract<Telling, { stage: 'restored' | 'lost' }>,
  texts: CouplingTexts,
): DeedWords {
  const { sentence, technical } = wordsOf(error, texts);
  const own = ownSentence(error);
  return {
    ...standingWords(stage, deed, texts),
    text: own === '' ? sentence : own,
    details: own === '' ? forAdministrator(technical, texts) : [],
  };
}

function standingWords(stage: 'restored' | 'lost', deed: Deed, texts: CouplingTexts): DeedWords {
  const isLost = stage === 'lost';
  return {
    ...quiet,
    isUnderWay: false,
    icon: isLost ? 'warning' : 'forbidden',
    tone: 'bad',
    word: texts.say(stage, namesIn(deed)),
    next: texts.say(isLost ? 'next_lost' : 'next_failed'),
  };
}

/** Both records of a deed that couples to another. */
function namesIn(deed: Deed): { readonly record: string; readonly earlier: string } {
  return deed.kind === 'recouple'
    ? { record: recordLabel(deed), earlier: recordLabel(deed.earlier) }
    : { record: '', earlier: '' };
}

/** What was found out after the connection broke off in the middle of a deed. */
function foundWords(deed: Deed, finding: Finding, texts: CouplingTexts): DeedWords {
  const result = { ...quiet, isUnderWay: false };
  switch (finding) {
    case 'done':
      return { ...result, icon: 'check', tone: 'good', word: texts.say(`done_${deed.kind}`), next: '' };
    case 'failed':
      return { ...result, icon: 'warning', tone: 'bad', word: texts.say(`failed_${deed.kind}`), next: '' };
    case 'lost':
      return standingWords(finding, deed, texts);
    case 'nothing':
      return { ...result, icon: 'dash', word: texts.say('found_nothing'), next: texts.say('next_nothing') };
  }
}
