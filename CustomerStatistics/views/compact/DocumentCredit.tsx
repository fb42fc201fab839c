import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { DocumentTable, RecordReference } from '../../../sales/sales';
import { AnswerFrame } from '../../../ui/AnswerFrame';
import { DetailsButton } from '../../../ui/buttons';
import { wordsOf } from '../../../ui/failure';
import { Notice } from '../../../ui/Notice';
import type { NoticeProps } from '../../../ui/Notice';
import { useReading } from '../../../ui/useReading';
import { useSettled } from '../../../ui/useSettled';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { DocumentStatistics, StatisticsSession } from '../../statisticsSession';
import { amountsIn } from '../amounts';
import { heard, withoutCustomerNotice } from '../customerWords';
import { figureStyles } from '../figures.styles';
import { technicalLines } from '../missingFigures';
import { missingServiceNotice, missingServices } from '../missingServices';
import { useStatisticsLanguage } from '../texts';
import type { StatisticsTexts } from '../texts';
import { CreditDetails } from './CreditDetails';
import { creditNotice } from './creditNotice';
import type { CreditContext } from './creditNotice';

/**
 * Over the limit by both ways of counting, and overdue: the most that is said of a sound connection, in the language that
 * takes the most lines for it (measured in test/browser/customerCreditLooks.test.ts).
 */
const roomForWords = 60;
const narrowRooms = { middle: 80, narrow: 140 };

export interface DocumentCreditProps {
  readonly session: StatisticsSession;
  readonly record: RecordReference<DocumentTable>;
  /** Changes whenever the document or one of its lines is saved. */
  readonly savedAs: string;
  readonly openAddress: (address: string) => void;
}

/** Whether anything speaks against a quote or an order, in a sentence, with the figures behind it on demand. */
export function DocumentCredit({
  session,
  record,
  savedAs,
  openAddress,
}: DocumentCreditProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  const settled = useSettled(savedAs, record.id);
  const { value, failure, busy, again } = useReading({
    subject: record.id,
    key: `${record.id} ${settled}`,
    ask: (options) => session.statisticsOfDocument(record, options),
  });
  const [isOpen, setOpen] = useState(false);
  const detailsId = useUniqueId();

  const answer = value?.customer?.answer ?? null;
  const found = answer?.status === 'found' ? answer : null;
  const localCurrency = found?.localCurrency.known === true ? found.localCurrency.value : null;
  const context = { table: record.table, texts, write: amountsIn(localCurrency, { texts, format }) };
  const address = found === null ? null : session.customerAddress(found.figures.no);
  const failureWords = failure === null ? null : wordsOf(failure, texts);
  const technical = technicalLines(failureWords, found, texts);

  const known = value === null ? null : noticeOf(value, context);
  let notice: NoticeProps | null = known;
  if (failureWords !== null) {
    const figures = answer === null ? '' : texts.say('figuresFrom', { time: format.time(answer.readAt) });
    notice = {
      icon: 'warning',
      tone: 'bad',
      word: failureWords.sentence,
      next: `${failureWords.remedy} ${figures}`.trim(),
    };
  }
  const partNotices =
    found === null ? [] : missingServices(found).map((missing) => missingServiceNotice(missing, texts));
  const hasDetails = found !== null || technical.length > 0;

  return (
    <AnswerFrame
      title={texts.say('title')}
      announcement={
        busy
          ? texts.say('reading')
          : [...(notice === null ? [] : [notice]), ...(failure === null ? partNotices : [])]
              .map(heard)
              .join(' ')
      }
      readAt={answer?.readAt ?? null}
      busy={busy}
      failed={failure !== null}
      onRefresh={again}
      roomForWords={roomForWords}
      narrowRooms={narrowRooms}
      words={
        notice === null ? null : (
          <>
            <Notice key={failure === null ? 'answer' : 'failure'} {...notice} />
            {failure !== null && known !== null && <Notice key="earlier answer" {...known} />}
            {partNotices.map((each) => (
              <Notice key={each.word} {...each} />
            ))}
          </>
        )
      }
      actions={
        hasDetails && (
          <DetailsButton
            text={texts.say('details')}
            isOpen={isOpen}
            controls={detailsId}
            onClick={() => setOpen(!isOpen)}
          />
        )
      }
    >
      {hasDetails && isOpen && (
        <div id={detailsId}>
          {value !== null && found !== null && (
            <CreditDetails
              document={value.document}
              found={found}
              context={context}
              openCustomer={address === null ? null : () => openAddress(address)}
            />
          )}
          {technical.map((details) => (
            <p key={details} className={classes.technical}>
              {texts.say('forAdministrator', { details })}
            </p>
          ))}
        </div>
      )}
    </AnswerFrame>
  );
}

function noticeOf({ document, customer }: DocumentStatistics, context: CreditContext): NoticeProps {
  if (customer === null) {
    return noCustomerNotice(document.withoutCustomer ?? 'none', context.texts);
  }
  return customer.answer.status === 'found'
    ? creditNotice(document, customer.answer, context)
    : withoutCustomerNotice(customer, customer.answer.status, context.texts);
}

function noCustomerNotice(why: 'none' | 'contactWithoutAccount', texts: StatisticsTexts): NoticeProps {
  return why === 'none'
    ? {
        icon: 'dash',
        tone: 'neutral',
        word: texts.say('state_noCustomer'),
        next: texts.say('next_noCustomer'),
      }
    : {
        icon: 'question',
        tone: 'neutral',
        word: texts.say('state_contactWithoutAccount'),
        next: texts.say('next_contactWithoutAccount'),
      };
}
