import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ConnectionRow } from '../../sales/administration/types';
import { draftOf } from './draft';
import type { Draft } from './draft';

export interface EnteredDraft {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Puts something else in the place of all that was entered. */
  readonly enter: (draft: Draft) => void;
}

/** What is entered, for as long as the page lives; it begins with what is saved on the connection that is set up. */
export function useDraft(connection: ConnectionRow | null, isKnown: boolean): EnteredDraft {
  const [draft, setDraft] = useState<Draft>(() => draftOf(connection));
  const enteredFor = useRef<string | null>(null);
  const subject = isKnown ? (connection?.id ?? '') : null;
  const latest = useRef(connection);
  useLayoutEffect(() => {
    latest.current = connection;
  });
  useEffect(() => {
    // A connection that has just been made here has been entered already.
    const isMadeHere = enteredFor.current === '' && subject !== null;
    if (subject !== null && subject !== enteredFor.current && !isMadeHere) {
      setDraft(draftOf(latest.current));
    }
    enteredFor.current = subject ?? enteredFor.current;
  }, [subject]);
  const change = useCallback((part: Partial<Draft>) => setDraft((last) => ({ ...last, ...part })), []);
  return { draft, change, enter: setDraft };
}
