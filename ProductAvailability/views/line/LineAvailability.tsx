import * as React from 'react';
import { useState } from 'react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { AnswerFrame } from '../../../ui/AnswerFrame';
import { useNow } from '../../../ui/clock';
import { wordsOf } from '../../../ui/failure';
import { Notice } from '../../../ui/Notice';
import { DetailsButton, SmallButton } from '../../../ui/buttons';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { AvailabilitySession } from '../../availabilitySession';
import { LineDetails } from '../details/LineDetails';
import { fallsShort, lookOf } from '../stateLook';
import { inOneSentence, lineWords } from '../lineWords';
import { useAvailabilityLanguage } from '../texts';
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

/** A failure, its remedy in two lines, and the figures from before. */
const roomForWords = 84;

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

  let announcement = words === null ? '' : `${dateNote} ${inOneSentence(words)}`.trim();
  if (failureWords !== null) {
    announcement = `${failureWords.sentence} ${failureWords.remedy}`;
  }

  return (
    <AnswerFrame
      title={texts.say('title')}
      announcement={busy ? texts.say('reading') : announcement}
      readAt={supply?.readAt ?? null}
      busy={busy}
      failed={failure !== null}
      onRefresh={refresh}
      roomForWords={roomForWords}
      words={
        words === null && failureWords === null ? null : (
          <>
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
          </>
        )
      }
      actions={
        <>
          {hasDetails && (
            <DetailsButton
              text={texts.say('details')}
              isOpen={isOpen}
              controls={detailsId}
              onClick={() => setOpen(!isOpen)}
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
        </>
      }
    >
      {hasDetails && isOpen && (
        <div id={detailsId}>
          <LineDetails
            session={session}
            line={answered?.line ?? null}
            answer={answered?.answer ?? null}
            supply={supply}
            othersOf={answered?.othersOf ?? noLines}
            failure={failure}
            openAddress={openAddress}
          />
        </div>
      )}
    </AnswerFrame>
  );
}

const noLines = () => [];

const doneTexts = { used: 'dateUsed', restored: 'dateRestored', removed: 'dateRemoved' } as const;
