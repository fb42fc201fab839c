import * as React from 'react';
import { useState } from 'react';
import type { IsoDate } from '../../../businessCentral/availability/types';
import { useNow } from '../../../ui/clock';
import { wordsOf } from '../../../ui/failure';
import { LiveRegion } from '../../../ui/LiveRegion';
import { Notice } from '../../../ui/Notice';
import { ReadingTime } from '../../../ui/ReadingTime';
import { SkeletonLine } from '../../../ui/Skeleton';
import { PlainButton, RefreshButton, SmallButton } from '../../../ui/SmallButton';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { AvailabilitySession } from '../../availabilitySession';
import { LineDetails } from '../details/LineDetails';
import { fallsShort, lookOf } from '../stateLook';
import { inOneSentence, lineWords } from '../lineWords';
import { useAvailabilityLanguage } from '../texts';
import { lineStyles as styles } from './LineAvailability.styles';
import type { LineForm } from './readLine';
import { useLineAvailability } from './useLineAvailability';
import { useRequestedDate } from './useRequestedDate';

export interface LineAvailabilityProps {
  readonly session: AvailabilitySession;
  readonly form: LineForm;
  /** Null where the form is read-only, or has no requested delivery date. */
  readonly writeRequestedDate: ((date: IsoDate | null) => void) | null;
  readonly openAddress: (address: string) => void;
}

/** One line of a quote or an order: whether, and when, it can be delivered. */
export function LineAvailability({
  session,
  form,
  writeRequestedDate,
  openAddress,
}: LineAvailabilityProps): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const today = format.dayOf(useNow());
  const { answered, failure, busy, refresh } = useLineAvailability(session, form, today);
  const requestedDate = useRequestedDate(
    `${form.record?.id ?? ''} ${form.productId ?? ''}`,
    form.requestedDate,
    writeRequestedDate,
  );
  const [isOpen, setOpen] = useState(false);
  const detailsId = useUniqueId();

  const words =
    answered === null ? null : lineWords(answered.answer, answered.line, { texts, format, today });
  const failureWords = failure === null ? null : wordsOf(failure, texts);
  const supply = answered?.supply ?? null;
  const { atpDate } = answered?.answer ?? { atpDate: null };
  const dateToUse =
    answered !== null && fallsShort(answered.answer) && requestedDate.use !== null ? atpDate : null;
  const dateNote =
    requestedDate.done === null
      ? ''
      : texts.say(doneTexts[requestedDate.done.kind], {
          date: requestedDate.done.date === null ? '' : format.dayInSentence(requestedDate.done.date, today),
        });
  const hasDetails = supply?.status === 'found' || (failureWords !== null && failureWords.technical !== null);

  return (
    <section className={styles.root} aria-label={texts.say('title')} aria-busy={busy}>
      <LiveRegion
        message={
          busy
            ? texts.say('reading')
            : failureWords !== null
              ? `${failureWords.sentence} ${failureWords.remedy}`
              : words === null
                ? ''
                : `${dateNote} ${inOneSentence(words)}`.trim()
        }
      />
      <div className={styles.head}>
        <div className={styles.words}>
          {failureWords !== null && (
            <Notice
              key="failure"
              icon="warning"
              tone="bad"
              word={failureWords.sentence}
              next={failureWords.remedy}
            />
          )}
          {words !== null && answered !== null && (
            <Notice
              key={failure === null ? 'answer' : 'earlier answer'}
              {...lookOf(answered.answer)}
              word={words.word}
              text={words.numbers}
              next={failure === null ? `${dateNote} ${words.next}`.trim() : ''}
            />
          )}
          {words === null && failure === null && (
            <div>
              <SkeletonLine width="70%" />
              <SkeletonLine width="45%" />
            </div>
          )}
        </div>
        <div className={styles.actions}>
          <div className={styles.actionRow}>
            <RefreshButton failed={failure !== null} waiting={busy} onClick={refresh} />
            {supply !== null && <ReadingTime key={String(failure === null)} readAt={supply.readAt} />}
          </div>
          <div className={styles.actionRow}>
            {hasDetails && (
              <PlainButton
                text={texts.say('details')}
                icon={isOpen ? 'chevronDown' : 'chevronRight'}
                onClick={() => setOpen(!isOpen)}
                expanded={isOpen}
                controls={detailsId}
              />
            )}
            {dateToUse !== null && failure === null && (
              <SmallButton
                text={texts.say('useThisDate')}
                label={texts.say('useThisDate_label', { date: format.dayInSentence(dateToUse, today) })}
                icon="calendar"
                onClick={() => requestedDate.use?.(dateToUse)}
              />
            )}
            {requestedDate.undo !== null && (
              <SmallButton text={texts.say('undo')} icon="undo" onClick={requestedDate.undo} />
            )}
          </div>
        </div>
      </div>
      {hasDetails && isOpen && (
        <div id={detailsId} className={styles.details}>
          <LineDetails
            session={session}
            line={answered?.line ?? null}
            answer={answered?.answer ?? null}
            supply={supply}
            hasOtherLines={(answered?.siblings.length ?? 0) > 0}
            failure={failure}
            openAddress={openAddress}
          />
        </div>
      )}
    </section>
  );
}

const doneTexts = { used: 'dateUsed', restored: 'dateRestored', removed: 'dateRemoved' } as const;
