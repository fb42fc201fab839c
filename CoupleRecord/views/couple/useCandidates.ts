import { useEffect, useState } from 'react';
import type { Pair } from '../../../businessCentral/coupling/pairs';
import type { Candidates } from '../../../businessCentral/coupling/types';
import type { SalesRecord } from '../../../sales/couplableRecords';
import { useReading } from '../../../ui/useReading';
import type { Reading } from '../../../ui/useReading';
import type { CouplingSession } from '../../couplingSession';

/** Milliseconds without a keystroke after which a search begins by itself. */
export const typingPause = 300;

export interface CandidateSearch extends Reading<Candidates> {
  readonly typed: string;
  /** What the shown or awaited candidates are searched by; empty: by what the row says of itself. */
  readonly searched: string;
  readonly type: (text: string) => void;
  /** Searches at once for what has been typed. */
  readonly searchNow: () => void;
}

/** Candidates for a row, searched in Business Central while the user types. A newer search ends the older. */
export function useCandidates(
  session: CouplingSession,
  pair: Pair,
  { number, name, email }: SalesRecord,
  firstText: string,
): CandidateSearch {
  const [typed, type] = useState(firstText);
  const [searched, setSearched] = useState(firstText);
  useEffect(() => {
    const timer = setTimeout(() => setSearched(typed.trim()), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  const reading = useReading<Candidates>({
    subject: pair.mapping,
    key: `${pair.mapping} ${searched}`,
    ask: (options) =>
      session.candidatesOf(pair, { text: searched, record: { number, name, email } }, options),
  });
  return { ...reading, typed, searched, type, searchNow: () => setSearched(typed.trim()) };
}
