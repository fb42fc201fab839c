import type { IsoDate } from '../../../businessCentral/isoDate';
import type { CouplingRow, SynchResult } from '../../../businessCentral/coupling/types';
import type { Format } from '../../../ui/format';
import type { IconName } from '../../../ui/icons';
import type { NoticeProps, Tone } from '../../../ui/Notice';
import type { CouplingTexts } from '../texts';

/** Number and name of a record, as far as it has them; a code is often its own name. */
export function recordLabel({ recordNo, recordName }: Pick<CouplingRow, 'recordNo' | 'recordName'>): string {
  return [recordNo, recordName === recordNo ? '' : recordName].filter((part) => part !== '').join(' ');
}

/** Says what the row is coupled to. */
export function coupledNotice(coupling: CouplingRow, texts: CouplingTexts): NoticeProps {
  const { kind } = coupling.pair;
  return coupling.recordNo === ''
    ? {
        icon: 'warning',
        tone: 'bad',
        word: texts.say('deleted', { kind: texts.say(`record_${kind}`) }),
        ...(coupling.recordName === '' ? {} : { text: coupling.recordName }),
      }
    : {
        icon: 'linked',
        tone: 'good',
        word: texts.say(`coupledTo_${kind}`, { record: recordLabel(coupling) }),
      };
}

/** How the latest synchronization in one direction went. */
export function synchWords(
  { result, at }: SynchResult,
  {
    texts,
    format,
    today,
  }: { readonly texts: CouplingTexts; readonly format: Format; readonly today: IsoDate },
): { readonly icon: IconName; readonly tone: Tone; readonly text: string } {
  const when = at === null ? '' : `${format.dayInSentence(format.dayOf(at), today)} ${format.time(at)}`;
  switch (result) {
    case 'success':
      return {
        icon: 'check',
        tone: 'good',
        text: when === '' ? texts.say('synch_success') : texts.say('synch_successAt', { when }),
      };
    case 'failure':
      return {
        icon: 'cross',
        tone: 'bad',
        text: when === '' ? texts.say('synch_failure') : texts.say('synch_failureSince', { when }),
      };
    case 'none':
      return { icon: 'dash', tone: 'neutral', text: texts.say('synch_none') };
  }
}
