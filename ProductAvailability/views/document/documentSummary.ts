import type {
  AvailabilityState,
  IsoDate,
  LineAvailability,
} from '../../../businessCentral/availability/types';
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
  readonly byState: ReadonlyMap<AvailabilityState, number>;
}

const judgedStates: ReadonlySet<AvailabilityState> = new Set([
  'available',
  'partlyAvailable',
  'expected',
  'short',
]);

export function summarize(answers: readonly LineAvailability[]): DocumentSummary {
  const count = (matches: (answer: LineAvailability) => boolean) => answers.filter(matches).length;
  const byState = new Map<AvailabilityState, number>();
  for (const { state } of answers) {
    byState.set(state, (byState.get(state) ?? 0) + 1);
  }
  const judged = answers.filter(({ state }) => judgedStates.has(state));
  const short = count(fallsShort);
  const uncovered = judged.filter(({ atpDate }) => atpDate === null).length;
  const blocked = byState.get('blocked') ?? 0;
  const unknown = (byState.get('unknown') ?? 0) + (byState.get('notCoupled') ?? 0);
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
    byState,
  };
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** The summary in a few sentences; each of them is true on its own. */
export function summarySentences(
  summary: DocumentSummary,
  {
    texts,
    format,
    today,
  }: { readonly texts: AvailabilityTexts; readonly format: Format; readonly today: IsoDate },
): string {
  const { lines, judged, short, uncovered, blocked, unknown, everythingBy } = summary;
  const needNoStock = lines - judged - blocked - unknown > 0;
  const sentences: string[] = [];
  if (short > 0) {
    sentences.push(texts.count('summary_short', short, { total: String(lines) }));
  } else if (judged === lines) {
    sentences.push(texts.count('summary_allAvailable', judged));
  } else if (judged > 0) {
    sentences.push(
      blocked + unknown > 0
        ? texts.count('summary_othersAvailable', judged)
        : texts.count('summary_stockedAvailable', judged),
    );
  } else if (blocked + unknown === 0) {
    sentences.push(texts.say('summary_noStockNeeded'));
  }
  if (everythingBy !== null) {
    const date = format.dayInSentence(everythingBy, today);
    sentences.push(texts.say(needNoStock ? 'summary_stockedBy' : 'summary_everythingBy', { date }));
  }
  if (uncovered > 0) {
    sentences.push(texts.count('summary_uncovered', uncovered));
  }
  if (blocked > 0) {
    sentences.push(texts.count('summary_blocked', blocked));
  }
  if (unknown > 0) {
    sentences.push(texts.count('summary_unknown', unknown));
  }
  return sentences.join(' ');
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
