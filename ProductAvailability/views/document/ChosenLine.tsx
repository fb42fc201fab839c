import * as React from 'react';
import { useEffect, useRef } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { Notice } from '../../../ui/Notice';
import { SquareButton } from '../../../ui/buttons';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { AvailabilitySession } from '../../availabilitySession';
import { LineDetails } from '../details/LineDetails';
import { lineWords } from '../lineWords';
import { lookOf } from '../stateLook';
import { useAvailabilityLanguage } from '../texts';
import { documentStyles } from './DocumentAvailability.styles';
import type { DocumentLineAnswer } from './useDocumentAvailability';

export interface ChosenLineProps {
  readonly session: AvailabilitySession;
  readonly id: string;
  readonly row: DocumentLineAnswer;
  /** All lines of the document. */
  readonly rows: readonly DocumentLineAnswer[];
  readonly today: IsoDate;
  readonly openAddress: (address: string) => void;
  readonly onClose: () => void;
}

/** The details of one line of a document, below the table. Takes the focus when it opens. */
export function ChosenLine({
  session,
  id,
  row: { line, answer, supply },
  rows,
  today,
  openAddress,
  onClose,
}: ChosenLineProps): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = documentStyles(useTheme());
  const titleId = useUniqueId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [line.lineId]);
  const words = lineWords(answer, line, { texts, format, today });
  return (
    <section
      id={id}
      className={classes.details}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <div className={classes.detailsHead}>
        <h3 id={titleId} ref={title} tabIndex={-1} className={classes.detailsTitle}>
          {line.title === '' ? texts.say('reason_noProduct') : line.title}
        </h3>
        <SquareButton text={texts.say('close')} icon="close" onClick={onClose} />
      </div>
      <div className={classes.detailsWords}>
        <Notice {...lookOf(answer)} word={words.word} text={words.numbers} next={words.next} />
      </div>
      <LineDetails
        session={session}
        line={line}
        answer={answer}
        supply={supply}
        othersOf={(itemNo) =>
          rows
            .filter((row) => row.supply?.status === 'found' && row.supply.supply.itemNo === itemNo)
            .map((row) => row.line)
            .filter((other) => other !== line)
        }
        failure={answer.error ?? null}
        openAddress={openAddress}
      />
    </section>
  );
}
