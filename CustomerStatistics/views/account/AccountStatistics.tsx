import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { FoundCustomer } from '../../../businessCentral/statistics/types';
import { AnswerFrame } from '../../../ui/AnswerFrame';
import { PlainButton } from '../../../ui/buttons';
import { useNow } from '../../../ui/clock';
import { wordsOf } from '../../../ui/failure';
import { Notice } from '../../../ui/Notice';
import type { NoticeProps } from '../../../ui/Notice';
import { useReading } from '../../../ui/useReading';
import type { StatisticsSession } from '../../statisticsSession';
import { amountsIn } from '../amounts';
import { customerTitle, heard, withoutCustomerNotice } from '../customerWords';
import { figureStyles } from '../figures.styles';
import { LedgerSections } from '../ledger/LedgerSections';
import { technicalLines } from '../missingFigures';
import { missingServiceNotice, missingServices } from '../missingServices';
import { useStatisticsLanguage } from '../texts';
import { CustomerHead, headSentence } from './CustomerHead';
import { FigureGroups } from './FigureGroups';
import { LedgerRoom } from './LedgerRoom';
import { usePainted } from './usePainted';

/** How the customer is blocked in two lines, above number, name and currency; the buttons beside them are as high. */
const roomForWords = 64;
/** Number and name with the currency, where the buttons stand below them: few customers are blocked. */
const narrowRooms = { middle: 40, narrow: 40 };

export interface AccountStatisticsProps {
  readonly session: StatisticsSession;
  /** `accountid`. */
  readonly id: string;
  /** The account's number as the form has it; undefined: the form does not give it. */
  readonly numberOnForm: string | undefined;
  readonly openAddress: (address: string) => void;
}

/** Everything that Business Central says of an account's customer. */
export function AccountStatistics({
  session,
  id,
  numberOnForm,
  openAddress,
}: AccountStatisticsProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  const now = useNow();
  const today = format.dayOf(now);
  const subject = `${id} ${numberOnForm ?? ''}`;
  const { value, failure, busy, again } = useReading({
    subject,
    key: subject,
    ask: (options) => session.statisticsOfAccount(id, numberOnForm, options),
  });

  const found: FoundCustomer | null = value?.answer.status === 'found' ? value.answer : null;
  const localCurrency = found?.localCurrency.known === true ? found.localCurrency.value : null;
  const write = amountsIn(localCurrency, { texts, format });
  const address = found === null ? null : session.customerAddress(found.figures.no);
  const withoutServices = found === null ? [] : missingServices(found);
  const hasLedger = withoutServices.every(({ service }) => service !== 'CustomerLedgerEntries');
  const failureWords = failure === null ? null : wordsOf(failure, texts);
  const technical = technicalLines(failureWords, found, texts);
  // Figures are read first: tables and charts come with the next frame.
  const isPainted = usePainted(found !== null);
  const isLedgerAwaited = (value === null && failure === null) || (found !== null && hasLedger && !isPainted);

  let notice: NoticeProps | null =
    value === null || value.answer.status === 'found'
      ? null
      : withoutCustomerNotice(value, value.answer.status, texts);
  if (failureWords !== null) {
    const figures =
      value === null ? '' : texts.say('figuresFrom', { time: format.time(value.answer.readAt) });
    notice = {
      icon: 'warning',
      tone: 'bad',
      word: failureWords.sentence,
      next: `${failureWords.remedy} ${figures}`.trim(),
    };
  }
  const partNotices = withoutServices.map((missing) => missingServiceNotice(missing, texts));
  const announcement = [
    ...(notice === null ? [] : [notice]).map(heard),
    ...(failure === null ? partNotices : []).map(heard),
    found === null || failure !== null ? '' : headSentence(found.figures, { texts, write }),
  ];

  return (
    <AnswerFrame
      title={texts.say('title')}
      announcement={busy ? texts.say('reading') : announcement.join(' ').trim()}
      readAt={value?.answer.readAt ?? null}
      busy={busy}
      failed={failure !== null}
      onRefresh={again}
      roomForWords={roomForWords}
      narrowRooms={narrowRooms}
      words={
        value === null && notice === null ? null : (
          <>
            {notice !== null && <Notice {...notice} />}
            {partNotices.map((each) => (
              <Notice key={each.word} {...each} />
            ))}
            {found !== null && <CustomerHead figures={found.figures} localCurrency={localCurrency} />}
          </>
        )
      }
      actions={
        found !== null &&
        address !== null && (
          <PlainButton
            text={texts.say('openCustomer')}
            label={texts.say('openCustomer_label', { customer: customerTitle(found.figures) })}
            icon="openOutside"
            onClick={() => openAddress(address)}
          />
        )
      }
    >
      {(found !== null || (value === null && failure === null)) && (
        <FigureGroups
          figures={found?.figures ?? null}
          lastPaymentDate={found?.ledger?.lastPaymentDate ?? null}
          readAt={found?.readAt ?? now}
          write={write}
        />
      )}
      {isLedgerAwaited && <LedgerRoom />}
      {found !== null && found.ledger !== null && hasLedger && isPainted && (
        <LedgerSections
          ledger={found.ledger}
          localCurrency={localCurrency}
          today={today}
          entryAddress={session.entryAddress}
          openAddress={openAddress}
        />
      )}
      {technical.map((details) => (
        <p key={details} className={classes.technical}>
          {texts.say('forAdministrator', { details })}
        </p>
      ))}
    </AnswerFrame>
  );
}
