import * as React from 'react';
import { useMemo, useRef, useState } from 'react';
import { Toggle, useTheme } from '@fluentui/react';
import type { IToggleStyles } from '@fluentui/react';
import { AnswerFrame } from '../../../ui/AnswerFrame';
import { useNow } from '../../../ui/clock';
import { wordsOf } from '../../../ui/failure';
import { Notice } from '../../../ui/Notice';
import type { NoticeProps } from '../../../ui/Notice';
import { SkeletonLine } from '../../../ui/Skeleton';
import { DetailsButton } from '../../../ui/buttons';
import { useElementWidth } from '../../../ui/useElementWidth';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { AvailabilitySession } from '../../availabilitySession';
import { needsAttention } from '../stateLook';
import { useAvailabilityLanguage } from '../texts';
import { ChosenLine } from './ChosenLine';
import { documentStyles } from './DocumentAvailability.styles';
import { summarize, summaryLook, summaryWords } from './documentSummary';
import { LineTable } from './LineTable';
import type { LineTableHandle } from './LineTable';
import { useDocumentAvailability } from './useDocumentAvailability';
import type { DocumentForm } from './useDocumentAvailability';

/** Fluent's own height of 20 pixels is too little for fingers (WCAG 2.5.8). */
const toggleStyles: Partial<IToggleStyles> = {
  root: { margin: 0 },
  label: { fontWeight: 400 },
  pill: { height: 24, borderRadius: 12 },
};

/** A summary, or a failure and its remedy, in three lines. */
const roomForWords = 64;

/** Below this width a row of the table has two lines. */
const narrowWidth = 600;

export interface DocumentAvailabilityProps {
  readonly session: AvailabilitySession;
  readonly form: DocumentForm;
  readonly openAddress: (address: string) => void;
}

/** All lines of a quote or an order: which can be delivered, and when. */
export function DocumentAvailability({
  session,
  form,
  openAddress,
}: DocumentAvailabilityProps): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = documentStyles(useTheme());
  const today = format.dayOf(useNow());
  const { lines, readAt, failure, busy, refresh } = useDocumentAvailability(session, form, today);
  const [place, width] = useElementWidth<HTMLDivElement>();
  const [isFilterOn, setFilterOn] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const table = useRef<LineTableHandle>(null);
  const detailsId = useUniqueId();

  const summary = useMemo(
    () => (lines === null ? null : summarize(lines.map(({ answer }) => answer))),
    [lines],
  );
  const unsettled = useMemo(() => (lines ?? []).filter(({ answer }) => needsAttention(answer)), [lines]);
  const shown = isFilterOn && unsettled.length > 0 ? unsettled : (lines ?? []);
  const chosen = shown.find(({ line }) => line.lineId === chosenId) ?? null;
  const close = () => {
    if (chosenId !== null) {
      table.current?.focusLine(chosenId);
    }
    setChosenId(null);
  };

  const failureWords = failure === null ? null : wordsOf(failure, texts);
  let notice: NoticeProps | null = null;
  if (failureWords !== null) {
    const figures = readAt === null ? '' : texts.say('figuresFrom', { time: format.time(readAt) });
    notice = {
      icon: 'warning',
      tone: 'bad',
      word: failureWords.sentence,
      next: `${failureWords.remedy} ${figures}`.trim(),
    };
  } else if (summary !== null && summary.lines === 0) {
    notice = {
      icon: 'dash',
      tone: 'neutral',
      word: texts.say('summary_empty'),
      next: texts.say('next_empty'),
    };
  } else if (summary !== null) {
    const { headline, remarks } = summaryWords(summary, { texts, format, today });
    notice = { ...summaryLook(summary), word: headline, next: remarks };
  }

  return (
    <AnswerFrame
      title={texts.say('title')}
      announcement={busy ? texts.say('reading') : `${notice?.word ?? ''} ${notice?.next ?? ''}`.trim()}
      readAt={readAt}
      busy={busy}
      failed={failure !== null}
      onRefresh={refresh}
      roomForWords={roomForWords}
      words={notice === null ? null : <Notice key={failure === null ? 'summary' : 'failure'} {...notice} />}
      actions={
        unsettled.length > 0 && (
          <Toggle
            styles={toggleStyles}
            inlineLabel
            label={texts.say('filter', { count: format.quantity(unsettled.length) })}
            checked={isFilterOn}
            onChange={(_event, checked) => setFilterOn(checked === true)}
          />
        )
      }
    >
      <div ref={place} className={classes.lines}>
        {lines === null && failure === null && <WaitingRows />}
        {shown.length === 0 && !busy && <p className={classes.noLines}>{texts.say('lines_here')}</p>}
        {shown.length > 0 && (
          <LineTable
            ref={table}
            lines={shown}
            today={today}
            isNarrow={width !== null && width > 0 && width < narrowWidth}
            chosen={chosen?.line.lineId ?? null}
            detailsId={detailsId}
            onChoose={(lineId) => setChosenId(lineId === chosenId ? null : lineId)}
          />
        )}
      </div>
      <div className={classes.footer}>
        {failureWords !== null && failureWords.technical !== null && (
          <Technical details={failureWords.technical} />
        )}
      </div>
      {chosen !== null && (
        <ChosenLine
          session={session}
          id={detailsId}
          row={chosen}
          rows={lines ?? []}
          today={today}
          openAddress={openAddress}
          onClose={close}
        />
      )}
    </AnswerFrame>
  );
}

function WaitingRows(): React.ReactElement {
  const classes = documentStyles(useTheme());
  return (
    <div className={classes.waiting}>
      {[80, 65, 75, 60, 70].map((width) => (
        <div key={width} className={classes.waitingRow}>
          <SkeletonLine width={`${width}%`} />
        </div>
      ))}
    </div>
  );
}

/** What an administrator needs, behind a button. */
function Technical({ details }: { readonly details: string }): React.ReactElement {
  const { texts } = useAvailabilityLanguage();
  const classes = documentStyles(useTheme());
  const [isOpen, setOpen] = useState(false);
  const id = useUniqueId();
  return (
    <>
      <DetailsButton
        text={texts.say('details')}
        isOpen={isOpen}
        controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <p id={id} className={classes.technical}>
          {texts.say('forAdministrator', { details })}
        </p>
      )}
    </>
  );
}
