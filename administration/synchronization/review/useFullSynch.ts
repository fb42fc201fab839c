import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ReviewLine } from '../../../businessCentral/administration/types';
import type { ActionOutcome } from '../../../businessCentral/coupling/types';
import { useReading } from '../../../ui/useReading';
import type { SynchronizationQuestions } from '../questions';
import { afterLook, hasEnded, isUnderWay, newRun, nextToStart, withStage } from './fullSynchPlan';
import type { FullSynchRun } from './fullSynchPlan';
import { PauseContext } from './pause';

const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

export interface FullSynch {
  /** Null until read. */
  readonly lines: readonly ReviewLine[] | null;
  /** Why the latest look failed. */
  readonly failure: Error | null;
  readonly busy: boolean;
  readonly again: () => void;
  /** What is being, or has been, started from here; null: nothing. */
  readonly run: FullSynchRun | null;
  /** Why Business Central did not start a mapping. */
  readonly refusals: ReadonlyMap<string, Error>;
  /** Starts these, each when those before it have finished. @param lines in dependency order */
  readonly start: (lines: readonly ReviewLine[]) => void;
  /** Starts no more of them; what has begun goes on. */
  readonly startNoMore: () => void;
}

/**
 * The full synchronization review, followed as long as something is under way: after two seconds first and ever less
 * often, up to every thirty. A page that nobody sees does not look, unless something waits here for its turn.
 */
export function useFullSynch(questions: SynchronizationQuestions): FullSynch {
  const reading = useReading({
    subject: 'review',
    key: 'review',
    ask: ({ signal }) => questions.review({ signal, fresh: true }),
  });
  const pause = useContext(PauseContext);
  const [run, setRun] = useState<FullSynchRun | null>(null);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, Error>>(new Map());
  const pauseMs = useRef(firstPauseMs);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const { value: lines, busy, again } = reading;
  const seen = useRef<readonly ReviewLine[] | null>(null);
  useEffect(() => {
    if (lines !== null && lines !== seen.current) {
      seen.current = lines;
      setRun((before) => (before === null ? null : afterLook(before, lines)));
    }
  }, [lines]);

  const startOne = useCallback(
    async (mapping: string) => {
      const refusal = refusalOf(await questions.startFullSynch(mapping).catch(asRefused));
      if (isMounted.current) {
        setRun((before) =>
          before === null ? null : withStage(before, mapping, refusal === null ? 'underWay' : 'failed'),
        );
        setRefusals((before) => withRefusal(before, mapping, refusal));
        // Something has just begun, so something is soon to be seen.
        pauseMs.current = firstPauseMs;
        again();
      }
    },
    [questions, again],
  );
  useEffect(() => {
    if (run === null || lines === null) {
      return;
    }
    const next = nextToStart(run, lines);
    if (next.length > 0) {
      setRun(next.reduce((before, mapping) => withStage(before, mapping, 'asked'), run));
      next.forEach((mapping) => void startOne(mapping));
    }
  }, [run, lines, startOne]);

  const waitsHere = run !== null && !hasEnded(run);
  const isFollowed = waitsHere || (lines ?? []).some(isUnderWay);
  useEffect(() => {
    if (!isFollowed) {
      pauseMs.current = firstPauseMs;
      return undefined;
    }
    if (busy) {
      return undefined;
    }
    const left = new AbortController();
    const look = async () => {
      await pause(pauseMs.current, waitsHere ? 'evenUnseen' : 'whileSeen', left.signal);
      if (!left.signal.aborted) {
        pauseMs.current = Math.min(pauseMs.current * 1.5, longestPauseMs);
        again();
      }
    };
    void look();
    return () => left.abort();
  }, [isFollowed, waitsHere, busy, again, pause]);

  const start = useCallback((wanted: readonly ReviewLine[]) => {
    pauseMs.current = firstPauseMs;
    setRefusals(new Map());
    setRun(newRun(wanted));
  }, []);
  const startNoMore = useCallback(() => setRun(null), []);
  return { lines, failure: reading.failure, busy, again, run, refusals, start, startNoMore };
}

function asRefused(reason: unknown): ActionOutcome | Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** An outcome that nobody knows is no refusal: what is read next shows whether it has begun. */
function refusalOf(outcome: ActionOutcome | Error): Error | null {
  if (outcome instanceof Error) {
    return outcome;
  }
  return outcome.kind === 'refused' ? outcome.error : null;
}

function withRefusal(
  refusals: ReadonlyMap<string, Error>,
  mapping: string,
  refusal: Error | null,
): ReadonlyMap<string, Error> {
  const next = new Map(refusals);
  next.delete(mapping);
  return refusal === null ? next : next.set(mapping, refusal);
}
