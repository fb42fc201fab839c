import type { Blocking, CustomerFigures } from '../../businessCentral/statistics/types';
import { isolated } from '../../ui/isolated';
import type { NoticeProps } from '../../ui/Notice';
import type { AccountStatistics } from '../statisticsSession';
import type { StatisticsTexts } from './texts';

/** Number and name of a customer, as Business Central has them. */
export function customerTitle({ no, name }: CustomerFigures): string {
  return name.known && name.value !== '' ? `${no} ${isolated(name.value)}` : no;
}

/** How a customer is blocked, and what that means; page "Block Customers" of Microsoft's documentation. */
export function blockedNotice(
  blocking: Exclude<Blocking, 'none'>,
  texts: StatisticsTexts,
): NoticeProps & { readonly text: string } {
  return {
    icon: 'forbidden',
    tone: 'bad',
    word: texts.say(`blocked_${blocking}`),
    text: `${texts.say(`blockedMeans_${blocking}`)}.`,
    next: texts.say('next_blocked'),
  };
}

/** Why there is no customer to tell of, and what to do. */
export function withoutCustomerNotice(
  { matchBy, number }: Pick<AccountStatistics, 'matchBy' | 'number'>,
  status: 'notCoupled' | 'customerDeleted',
  texts: StatisticsTexts,
): NoticeProps {
  if (status === 'customerDeleted') {
    return {
      icon: 'cross',
      tone: 'warning',
      word: texts.say('state_customerDeleted'),
      next: texts.say('next_customerDeleted'),
    };
  }
  if (matchBy === 'coupling') {
    return {
      icon: 'unlinked',
      tone: 'neutral',
      word: texts.say('state_notCoupled'),
      next: texts.say('next_notCoupled'),
    };
  }
  return number.trim() === ''
    ? { icon: 'dash', tone: 'neutral', word: texts.say('state_noNumber'), next: texts.say('next_noNumber') }
    : {
        icon: 'question',
        tone: 'neutral',
        word: texts.say('state_numberUnknown'),
        next: texts.say('next_numberUnknown', { number: isolated(number) }),
      };
}

/** A notice in one sentence after the other, for screen readers. */
export function heard({ word, text = '', next = '' }: NoticeProps): string {
  const first = text === '' ? word : `${word}: ${text}`;
  return `${/[.?]$/.test(first) ? first : `${first}.`} ${next}`.trim();
}
