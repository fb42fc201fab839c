import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CheckStep } from '../../businessCentral/administration/types';
import type { ConnectionEntries } from '../../sales/administration/types';
import type { ConnectionTest } from './useConnectionTest';
import type { Setup } from './useSetup';

export interface LeavingOptions {
  readonly setup: Pick<Setup, 'save'>;
  readonly test: ConnectionTest;
  /** Whether a test lets the setup go on. */
  readonly isGood: (steps: readonly CheckStep[]) => boolean;
  /** What is saved on leaving. @param isTested the test was good */
  readonly entries: (isTested: boolean) => ConnectionEntries;
  readonly onNext: () => void;
}

export interface Leaving {
  readonly isLeaving: boolean;
  /** The test was not good: it is asked whether to go on all the same. */
  readonly isAsking: boolean;
  /** Tests what is entered, saves it where that is good, and goes on. */
  readonly leave: () => void;
  readonly leaveAllTheSame: () => void;
  readonly stay: () => void;
}

/** The way from a step to the next one: what is entered is tested before it is saved, since salespeople work with what is saved. */
export function useLeaving({ setup, test, isGood, entries, onNext }: LeavingOptions): Leaving {
  const [stage, setStage] = useState<'stay' | 'testing' | 'asking' | 'saving'>('stay');
  const { work } = test;
  const saveAndGo = (isTested: boolean) => {
    setStage('saving');
    void setup.save(entries(isTested)).then((isSaved) => {
      setStage('stay');
      if (isSaved) {
        onNext();
      }
    });
  };
  const settle = () => {
    if (work.state === 'done' && isGood(work.result)) {
      saveAndGo(true);
    } else {
      setStage(work.state === 'ended' || work.state === 'idle' ? 'stay' : 'asking');
    }
  };
  const latestSettle = useRef(settle);
  useLayoutEffect(() => {
    latestSettle.current = settle;
  });
  const isSettled = stage === 'testing' && work.state !== 'running';
  useEffect(() => {
    if (isSettled) {
      latestSettle.current();
    }
  }, [isSettled]);
  return {
    isLeaving: stage === 'testing' || stage === 'saving',
    isAsking: stage === 'asking',
    leave: () => {
      setStage('testing');
      test.begin();
    },
    leaveAllTheSame: () => saveAndGo(false),
    stay: () => setStage('stay'),
  };
}
