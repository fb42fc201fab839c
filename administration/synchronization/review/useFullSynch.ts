import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ReviewLine } from '../../../businessCentral/administration/types';
import type { ActionOutcome } from '../../../businessCentral/coupling/types';
import { useReading } from '../../../ui/useReading';
import type { SynchronizationQuestions } from '../questions';
import { afterLook, hasEnded, isMoving, isUnderWay, newRun, runFound } from './fullSynchPlan';
import type { FullSynchRun } from './fullSynchPlan';
import { PauseContext } from './pause';

const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

/** After so many looks in a row at which nothing moves, nothing is coming: it was never started, or waits for somebody. */
const looksInVain = 4;

/** Why Business Central did not start what it was asked to. */
export interface StartRefusal {
  /** Null: all of them. */
  readonly mapping: string | null;
  readonly error: Error;
}

export interface FullSynch {
  /** Null until read. */
  readonly lines: readonly ReviewLine[] | null;
  /** Why the latest look failed. */
  readonly failure: Error | null;
  readonly busy: boolean;
  readonly again: () => void;
  /** What was started from here, or what was found under way; null: nothing. */
  readonly run: FullSynchRun | null;
  readonly refusal: StartRefusal | null;
  /** The start has been asked for, and there is no answer yet. */
  readonly isStarting: boolean;
  /** Starts one mapping. */
  readonly startOne: (line: ReviewLine) => void;
  /**
   * Starts these, each when those before it have finished, which Business Central sees to.
   * @param lines in dependency order
   * @param withoutCoupling mappings that are synchronized as they are, though coupling first is advised
   */
  readonly startAll: (lines: readonly ReviewLine[], withoutCoupling: readonly string[]) => void;
}

/**
 * The full synchronization review, followed as long as something is under way: after two seconds first and ever less
 * often, up to every thirty. A page that nobody sees does not look: Business Central goes on by itself.
 */
export function useFullSynch(questions: SynchronizationQuestions): FullSynch {
  const reading = useReading({
    subject: 'review',
    key: 'review',
    ask: ({ signal }) => questions.review({ signal, fresh: true }),
  });
  const pause = useContext(PauseContext);
  const [run, setRun] = useState<FullSynchRun | null>(null);
  const [refusal, setRefusal] = useState<StartRefusal | null>(null);
  const [isStarting, setStarting] = useState(false);
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
  const inVain = useRef(0);
  useEffect(() => {
    if (lines !== null && lines !== seen.current) {
      inVain.current = isMoving(seen.current, lines) ? 0 : inVain.current + 1;
      seen.current = lines;
      const isAwaited = inVain.current < looksInVain;
      setRefusal((before) => (before !== null && isStarted(before, lines) ? null : before));
      setRun((before) => {
        const followed = before === null || !isAwaited ? null : afterLook(before, lines);
        return followed !== null && !hasEnded(followed) ? followed : (runFound(lines) ?? followed);
      });
    }
  }, [lines]);

  const start = useCallback(
    async (wanted: readonly ReviewLine[], mapping: string | null, ask: () => Promise<ActionOutcome>) => {
      pauseMs.current = firstPauseMs;
      setRefusal(null);
      setStarting(true);
      setRun(newRun(wanted));
      inVain.current = 0;
      const outcome = await ask().catch(asRefused);
      const error = refusalOf(outcome);
      if (isMounted.current) {
        setStarting(false);
        if (error !== null) {
          setRefusal({ mapping, error });
        }
        if (error !== null || isNothingStarted(outcome)) {
          setRun(null);
        }
        again();
      }
    },
    [again],
  );
  const startOne = useCallback(
    (line: ReviewLine) => void start([line], line.mapping, () => questions.startFullSynch(line.mapping)),
    [start, questions],
  );
  const startAll = useCallback(
    (wanted: readonly ReviewLine[], withoutCoupling: readonly string[]) =>
      void start(wanted, null, () => questions.startAllFullSynch(withoutCoupling)),
    [start, questions],
  );

  const isFollowed = (run !== null && !hasEnded(run)) || (lines ?? []).some(isUnderWay);
  useEffect(() => {
    if (!isFollowed) {
      pauseMs.current = firstPauseMs;
      return undefined;
    }
    if (busy || isStarting) {
      return undefined;
    }
    const left = new AbortController();
    const look = async () => {
      await pause(pauseMs.current, left.signal);
      if (!left.signal.aborted) {
        pauseMs.current = Math.min(pauseMs.current * 1.5, longestPauseMs);
        again();
      }
    };
    void look();
    return () => left.abort();
  }, [isFollowed, busy, isStarting, again, pause]);

  return { lines, failure: reading.failure, busy, again, run, refusal, isStarting, startOne, startAll };
}

/** Somebody else had been quicker, and what was refused is under way. */
function isStarted({ mapping }: StartRefusal, lines: readonly ReviewLine[]): boolean {
  return lines.some((line) => line.mapping === mapping && isUnderWay(line));
}

/** Business Central found nothing that it could start. */
function isNothingStarted(outcome: ActionOutcome | Error): boolean {
  return !(outcome instanceof Error) && outcome.kind === 'done' && outcome.jobId === null;
}

function asRefused(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** An outcome that nobody knows is no refusal: what is read next shows whether it has begun. */
function refusalOf(outcome: ActionOutcome | Error): Error | null {
  if (outcome instanceof Error) {
    return outcome;
  }
  return outcome.kind === 'refused' ? outcome.error : null;
}
