import type { IsoDate } from '../../../businessCentral/isoDate';
import type { AvailabilityState, LineAvailability } from '../../../businessCentral/availability/types';
import type { Format } from '../../../ui/format';
import type { IconName } from '../../../ui/icons';
import type { Tone } from '../../../ui/Notice';
import { fallsShort } from '../stateLook';
import type { AvailabilityTexts } from '../texts';

/** What can be said of all lines of a document together. */
export interface DocumentSummary {
  readonly lines: number;
  /** Lines that take from stock and could be judged. */
  readonly judged: number;
  readonly short: number;
  /** Of those, the ones that nothing expected ever covers. */
  readonly uncovered: number;
  readonly blocked: number;
  /** Lines of which nothing can be said, or whose product has no item. */
  readonly unknown: number;
  /** Day by which every line can be delivered; null where that would not be true, or no line falls short. */
  readonly everythingBy: IsoDate | null;
}

const judgedStates: readonly AvailabilityState[] = ['available', 'partlyAvailable', 'expected', 'short'];

export function summarize(answers: readonly LineAvailability[]): DocumentSummary {
  const count = (...states: readonly AvailabilityState[]) =>
    answers.filter(({ state }) => states.includes(state)).length;
  const judged = answers.filter(({ state }) => judgedStates.includes(state));
  const short = answers.filter(fallsShort).length;
  const uncovered = judged.filter(({ atpDate }) => atpDate === null).length;
  const blocked = count('blocked');
  const unknown = count('unknown', 'notCoupled');
  const isPromise = short > 0 && uncovered === 0 && blocked === 0 && unknown === 0;
  return {
    lines: answers.length,
    judged: judged.length,
    short,
    uncovered,
    blocked,
    unknown,
    everythingBy: isPromise
      ? judged.reduce<IsoDate | null>((last, { atpDate }) => later(last, atpDate), null)
      : null,
  };
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a === null || (b !== null && b > a) ? b : a;
}

export interface SummaryWords {
  /** Whether, and when, the document can be delivered. */
  readonly headline: string;
  /** What stands in the way; empty where nothing does. */
  readonly remarks: string;
}

/** Puts the summary into words; each sentence is true on its own. */
export function summaryWords(
  summary: DocumentSummary,
  { texts, format, today }: SummaryWordsContext,
): SummaryWords {
  const { lines, judged, short, uncovered, blocked, unknown, everythingBy } = summary;
  const remarks = [
    uncovered > 0 ? texts.count('summary_uncovered', uncovered) : '',
    blocked > 0 ? texts.count('summary_blocked', blocked) : '',
    unknown > 0 ? texts.count('summary_unknown', unknown) : '',
  ].filter((remark) => remark !== '');
  if (short > 0) {
    const sentence = texts.count('summary_short', short, { total: format.quantity(lines) });
    if (everythingBy === null) {
      return { headline: sentence, remarks: remarks.join(' ') };
    }
    const promise = texts.say(judged < lines ? 'summary_stockedBy' : 'summary_everythingBy', {
      date: format.dayInSentence(everythingBy, today),
    });
    return { headline: `${sentence} ${promise}`, remarks: remarks.join(' ') };
  }
  if (judged > 0) {
    const key =
      judged === lines
        ? 'summary_allAvailable'
        : blocked + unknown > 0
          ? 'summary_othersAvailable'
          : 'summary_stockedAvailable';
    return { headline: texts.count(key, judged), remarks: remarks.join(' ') };
  }
  const [first = texts.say('summary_noStockNeeded'), ...rest] = remarks;
  return { headline: first, remarks: rest.join(' ') };
}

export interface SummaryWordsContext {
  readonly texts: AvailabilityTexts;
  readonly format: Format;
  readonly today: IsoDate;
}

export function summaryLook({ short, uncovered, blocked, unknown, judged }: DocumentSummary): {
  readonly icon: IconName;
  readonly tone: Tone;
} {
  if (uncovered + blocked > 0) {
    return { icon: 'cross', tone: 'bad' };
  }
  if (short > 0) {
    return { icon: 'clock', tone: 'warning' };
  }
  if (unknown > 0) {
    return { icon: 'question', tone: 'neutral' };
  }
  return judged > 0 ? { icon: 'check', tone: 'good' } : { icon: 'dash', tone: 'neutral' };
}
