import { useRef } from 'react';
import type { CouplableRecord } from '../../../businessCentral/coupling/types';
import type { Reading } from '../../../ui/useReading';
import type { CouplingSession, Deed, RecordCoupling } from '../../couplingSession';
import { findingOf } from './findings';
import type { Finding } from './findings';
import { useDeed } from './useDeed';
import type { DeedProgress } from './useDeed';
import { useLookingAgain } from './useLookingAgain';

/** What can be told of a deed. */
export type Telling =
  | Exclude<DeedProgress, { stage: 'unknown' }>
  /** The connection broke off, and nothing has been read since. */
  | { readonly stage: 'findingOut'; readonly deed: Deed }
  /** It has been looked for; it may wait for its turn. */
  | { readonly stage: 'mayStillCome'; readonly deed: Deed }
  /** It has been looked for long enough. */
  | { readonly stage: 'noTrace'; readonly deed: Deed }
  | { readonly stage: 'found'; readonly deed: Deed; readonly finding: Finding };

export interface ToldDeed {
  /** Null: nothing has been asked for. */
  readonly telling: Telling | null;
  /** What comes of it is awaited, so that nothing else is offered. */
  readonly isAwaited: boolean;
  readonly carryOut: (deed: Deed) => void;
  /** Takes the latest deed off the screen; does nothing while what comes of it is awaited. */
  readonly forget: () => void;
}

/** The user's deeds on a row, held against what is read of it: what got lost on the way is found there. */
export function useToldDeed(
  session: CouplingSession,
  reference: CouplableRecord,
  { value, failure, busy, again }: Reading<RecordCoupling>,
): ToldDeed {
  const { progress, carryOut, forget } = useDeed(session, reference, again);
  const before = useRef<RecordCoupling | null>(null);
  const isRead = !busy && failure === null && value !== null && value.state.jobsUnderWay.length === 0;
  const lost = progress?.stage === 'unknown' ? progress.deed : null;
  const finding = lost !== null && isRead ? findingOf(lost, before.current, value) : null;
  const isJobSeen = value !== null && value.state.jobsUnderWay.length > 0;
  const isOver = useLookingAgain(
    session,
    lost,
    lost !== null && finding === null && !busy && !isJobSeen,
    again,
  );
  const telling = tellingOf();
  return {
    telling,
    isAwaited: telling !== null && awaited.includes(telling.stage),
    carryOut: (deed) => {
      before.current = value;
      carryOut(deed);
    },
    forget: () => {
      if (telling !== null && !awaited.includes(telling.stage)) {
        forget();
      }
    },
  };

  function tellingOf(): Telling | null {
    if (progress === null) {
      return null;
    }
    const { deed } = progress;
    if (progress.stage !== 'unknown') {
      const isEnd = progress.stage !== 'asked' && progress.stage !== 'following';
      // The end of a deed is told together with what it has led to: till then the old state would contradict it.
      return isEnd && busy && value === before.current ? { stage: 'asked', deed } : progress;
    }
    if (finding !== null) {
      return { stage: 'found', deed, finding };
    }
    if (isOver && isRead) {
      return { stage: 'noTrace', deed };
    }
    const isReadSince = isRead || value !== before.current;
    return { stage: isReadSince ? 'mayStillCome' : 'findingOut', deed };
  }
}

const awaited: readonly Telling['stage'][] = ['asked', 'following', 'findingOut', 'mayStillCome'];
