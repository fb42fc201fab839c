import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { CouplableRecord } from '../../businessCentral/coupling/types';
import { AnswerFrame } from '../../ui/AnswerFrame';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SmallButton } from '../../ui/buttons';
import { wordsOf } from '../../ui/failure';
import { missingPartNames } from '../../ui/missingPartNames';
import { Notice } from '../../ui/Notice';
import type { NoticeProps } from '../../ui/Notice';
import { SkeletonLine } from '../../ui/Skeleton';
import { useReading } from '../../ui/useReading';
import type { CouplingSession, RecordCoupling } from '../couplingSession';
import { CoupledRecord } from './coupled/CoupledRecord';
import { coupledNotice } from './coupled/coupledWords';
import { couplingStyles } from './Coupling.styles';
import { DeedPart } from './deed/DeedPart';
import { deedWords, underWayWords } from './deed/deedWords';
import type { DeedWords } from './deed/deedWords';
import { useJobUnderWay } from './deed/useJobUnderWay';
import { useToldDeed } from './deed/useToldDeed';
import { Hindrances } from './Hindrances';
import { NotCoupled } from './notCoupled/NotCoupled';
import { pairOffers } from './pairOffers';
import { useCouplingLanguage } from './texts';
import type { CouplingTexts } from './texts';

export interface RecordViewProps {
  readonly session: CouplingSession;
  readonly reference: CouplableRecord;
  readonly numberOnForm: string | undefined;
  /** When the row was saved; it is read again when that changes. Null: not known. */
  readonly modifiedAt: number | null;
  readonly openAddress: (address: string) => void;
  readonly openRecord: (record: CouplableRecord) => void;
}

/** A sentence and what to do, in as many lines as they take in such places. */
const rooms = { wide: 44, middle: 44, narrow: 64 } as const;

/** A row of Sales: what it is coupled to, and what can be done about it. */
export function RecordView(props: RecordViewProps): React.ReactElement {
  const { session, reference, numberOnForm, modifiedAt, openAddress, openRecord } = props;
  const { texts, format } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const reading = useReading<RecordCoupling>({
    subject: reference.id,
    key: `${reference.id} ${modifiedAt ?? ''}`,
    ask: (options) => session.read(reference, options),
  });
  const { value, failure, busy, again } = reading;
  const { telling, isAwaited, carryOut, forget } = useToldDeed(session, reference, reading);
  const watched = telling?.stage === 'asked' || telling?.stage === 'following' ? null : value;
  const underWay = useJobUnderWay(session, watched?.state.jobsUnderWay[0] ?? null, again);
  const words =
    telling !== null
      ? deedWords(telling, texts, format)
      : underWay === null
        ? null
        : underWayWords(underWay, texts, format);
  const failureWords = failure === null ? null : wordsOf(failure, texts);
  const redirect = lacksCompanion(failure) ? session.redirectAddress(reference) : null;
  const notice: NoticeProps | null = lacksCompanion(failure)
    ? {
        icon: 'question',
        tone: 'warning',
        word: texts.say('noCompanion'),
        next: texts.say('next_noCompanion'),
      }
    : failureWords !== null
      ? { icon: 'warning', tone: 'bad', word: failureWords.sentence, next: failureWords.remedy }
      : value === null
        ? null
        : summaryOf(value, texts);
  const offers = value === null ? [] : pairOffers(value);
  const couplings = value?.state.couplings ?? [];
  const showsOffers = couplings.length === 0 || offers.some(({ actions }) => actions.couple);
  const technical =
    failureWords?.technical ??
    (value !== null && value.state.missing.length > 0
      ? texts.say('missing', { parts: missingPartNames(value.state.missing) })
      : null);

  return (
    <AnswerFrame
      title={texts.say('title')}
      announcement={announcementOf(busy && value === null, words, notice, texts)}
      readAt={value?.state.readAt ?? null}
      busy={busy}
      failed={failure !== null}
      onRefresh={() => {
        forget();
        again();
      }}
      roomForWords={rooms.wide}
      narrowRooms={rooms}
      words={notice === null ? null : <Notice key={failure === null ? 'state' : 'failure'} {...notice} />}
      actions={null}
    >
      <div className={classes.blocks}>
        {words !== null && <DeedPart words={words} takesFocus={telling?.stage === 'asked'} />}
        {redirect !== null && (
          <div className={classes.buttons}>
            <SmallButton text={texts.say('open')} icon="openOutside" onClick={() => openAddress(redirect)} />
          </div>
        )}
        {value === null && failure === null && (
          <div aria-hidden="true">
            {[60, 45, 75].map((width) => (
              <SkeletonLine key={width} width={`${width}%`} />
            ))}
          </div>
        )}
        {value !== null && <Hindrances known={value} openRecord={openRecord} />}
        {value !== null &&
          couplings.map((coupling) => (
            <CoupledRecord
              key={coupling.pair.mapping}
              session={session}
              known={value}
              coupling={coupling}
              isOneOfSeveral={couplings.length > 1}
              isWithheld={isAwaited}
              said={words === null ? [] : [words.text, ...words.details]}
              carryOut={carryOut}
              openAddress={openAddress}
            />
          ))}
        {value !== null && showsOffers && (
          <NotCoupled
            session={session}
            known={value}
            offers={offers}
            numberOnForm={numberOnForm}
            isWithheld={isAwaited}
            carryOut={carryOut}
          />
        )}
        {value !== null && couplings.length > 0 && !value.mayChange && (
          <p className={classes.quiet}>{texts.say('whoMay')}</p>
        )}
        {technical !== null && (
          <p className={classes.technical}>{texts.say('forAdministrator', { details: technical })}</p>
        )}
      </div>
    </AnswerFrame>
  );
}

/** The service that tells couplings is the companion extension's; without it only Business Central itself knows them. */
function lacksCompanion(failure: Error | null): boolean {
  return failure instanceof BusinessCentralError && failure.code === 'serviceNotPublished';
}

function summaryOf({ record, state }: RecordCoupling, texts: CouplingTexts): NoticeProps {
  const [first, ...others] = state.couplings;
  if (first === undefined) {
    return {
      icon: 'unlinked',
      tone: 'neutral',
      word: texts.say('notCoupled'),
      next: texts.say('next_notCoupled', { name: record.name === '' ? texts.say('noName') : record.name }),
    };
  }
  return others.length === 0
    ? coupledNotice(first, texts)
    : {
        icon: 'linked',
        tone: 'good',
        word: texts.say('coupledToSeveral', { count: String(state.couplings.length) }),
      };
}

/** A deed is told before what it leads to. */
function announcementOf(
  isReading: boolean,
  deed: DeedWords | null,
  notice: NoticeProps | null,
  texts: CouplingTexts,
): string {
  if (isReading) {
    return texts.say('reading');
  }
  const said =
    deed === null ? [notice?.word, notice?.next] : [deed.word, deed.text, ...deed.details, deed.next];
  return said.filter((part) => part !== undefined && part !== '').join(' ');
}
