import { useEffect, useState } from 'react';
import type { ConnectionEntries } from '../../sales/administration/types';
import type { Setup } from './useSetup';

export interface Leaving {
  readonly isLeaving: boolean;
  /** Saves, waits for the check of what is saved, and goes on where that is good. */
  readonly leave: (entries: ConnectionEntries) => void;
}

/**
 * The way from a step to the next one.
 * @param isGood whether what is saved lets the setup go on
 */
export function useLeaving({ save, way }: Setup, isGood: boolean, onNext: () => void): Leaving {
  const [stage, setStage] = useState<'stay' | 'saving' | 'checking'>('stay');
  useEffect(() => {
    if (stage === 'checking' && !way.busy) {
      setStage('stay');
      if (isGood) {
        onNext();
      }
    }
  }, [stage, way.busy, isGood, onNext]);
  return {
    isLeaving: stage !== 'stay',
    leave: (entries) => {
      setStage('saving');
      void save(entries).then((isSaved) => {
        if (isSaved && !isGood && Object.keys(entries).length === 0) {
          // Nothing had to be saved, so nothing is checked by itself; what failed may have been mended elsewhere meanwhile.
          way.again();
        }
        setStage(isSaved ? 'checking' : 'stay');
      });
    },
  };
}
