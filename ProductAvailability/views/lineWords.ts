import type { IsoDate } from '../../businessCentral/isoDate';
import type { LineAvailability, RequestedLine } from '../../businessCentral/availability/types';
import type { Format } from '../../ui/format';
import { wordsOf } from '../../ui/failure';
import type { AvailabilityTexts } from './texts';

/** What a salesperson reads about one line. */
export interface LineWords {
  /** The state in a word or two. */
  readonly word: string;
  /** The same in numbers; empty where there are none. */
  readonly numbers: string;
  /** What is on hand, and what to do next. */
  readonly next: string;
}

export interface LineWordsContext {
  readonly texts: AvailabilityTexts;
  readonly format: Format;
  readonly today: IsoDate;
}

/** Puts the answer for a line into words. */
export function lineWords(
  answer: LineAvailability,
  line: RequestedLine,
  context: LineWordsContext,
): LineWords {
  if (answer.error !== undefined) {
    const { sentence, remedy } = wordsOf(answer.error, context.texts);
    return { word: context.texts.say('reason_failed'), numbers: sentence, next: remedy };
  }
  return {
    word: stateWord(answer, context.texts),
    numbers: numbersOf(answer, line, context),
    next: [
      onHand(answer, context),
      line.requestedDate !== null && line.requestedDate < context.today && answer.atpDate !== null
        ? context.texts.say('datePassed')
        : '',
      nextStep(answer, context.texts),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

/** The state in a word or two; where nothing can be said, the reason is that word. */
export function stateWord({ state, reason }: LineAvailability, texts: AvailabilityTexts): string {
  return reason === undefined ? texts.say(`state_${state}`) : texts.say(`reason_${reason}`);
}

/** The word and the numbers in one sentence, for a table row and for screen readers. */
export function inOneSentence({ word, numbers }: LineWords): string {
  return numbers === '' ? `${word}.` : `${word}: ${numbers}.`;
}

function numbersOf(answer: LineAvailability, line: RequestedLine, context: LineWordsContext): string {
  const { texts, format } = context;
  const { quantity, deliverable, balance, atpDate, later, unit } = answer;
  const when = dayWords(answer.date, context);
  if (answer.state === 'unknown') {
    if (balance === null) {
      return '';
    }
    if (answer.reason === 'unitNotConvertible' && quantity !== null) {
      return texts.say('numbers_otherUnit', {
        quantity: format.quantity(quantity),
        requestedUnit: line.unit?.name ?? '',
        balance: format.quantity(balance),
        unit,
        when,
      });
    }
    if (deliverable === null || quantity === null) {
      return texts.say('numbers_balance', { balance: format.quantity(balance), unit, when });
    }
  }
  if (quantity === null || deliverable === null) {
    return '';
  }
  const values = { quantity: format.quantity(quantity), part: format.quantity(deliverable), unit, when };
  switch (answer.state) {
    case 'available':
      return texts.say('numbers_whole', values);
    case 'expected':
      return texts.say('numbers_whole', { ...values, when: dayWords(atpDate ?? answer.date, context) });
    case 'unknown':
      return texts.say('numbers_restUnknown', values);
    case 'partlyAvailable':
      if (atpDate !== null) {
        return texts.say('numbers_rest', { ...values, later: dayWords(atpDate, context) });
      }
      return later === null
        ? texts.say('numbers_nothingMore', values)
        : texts.say('numbers_more', { ...values, ...moreLater(later, context) });
    case 'short':
      return later === null
        ? texts.say('numbers_none', values)
        : texts.say('numbers_noneYet', { ...values, ...moreLater(later, context) });
    default:
      return '';
  }
}

function moreLater(later: NonNullable<LineAvailability['later']>, context: LineWordsContext) {
  return { more: context.format.quantity(later.quantity), later: dayWords(later.date, context) };
}

function dayWords(date: IsoDate, { texts, format, today }: LineWordsContext): string {
  return date <= today
    ? texts.say('when_now')
    : texts.say('when_day', { date: format.dayInSentence(date, today) });
}

function onHand({ inventory, baseUnit }: LineAvailability, { texts, format }: LineWordsContext): string {
  return inventory === null
    ? ''
    : texts.say('onHand', { inventory: format.quantity(inventory), unit: baseUnit });
}

function nextStep({ state, reason, atpDate }: LineAvailability, texts: AvailabilityTexts): string {
  switch (state) {
    case 'available':
      return '';
    case 'unknown':
      return reason === undefined || reason === 'failed'
        ? texts.say('next_notRead')
        : texts.say(`next_${reason}`);
    case 'partlyAvailable':
      return texts.say(atpDate === null ? 'next_short' : 'next_partlyAvailable');
    default:
      return texts.say(`next_${state}`);
  }
}
