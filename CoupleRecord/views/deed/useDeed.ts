import { useEffect, useRef, useState } from 'react';
import type { CouplableRecord, SynchJob } from '../../../businessCentral/coupling/types';
import { SalesError } from '../../../sales/sales';
import type { CouplingSession, Deed } from '../../couplingSession';

/** How far a deed has come. */
export type DeedProgress =
  | { readonly stage: 'asked'; readonly deed: Deed }
  /** Business Central has taken it on; null: its job waits for its turn. */
  | { readonly stage: 'following'; readonly deed: Deed; readonly job: SynchJob | null }
  /** Null: no job was needed. */
  | { readonly stage: 'ended'; readonly deed: Deed; readonly job: SynchJob | null }
  | { readonly stage: 'refused'; readonly deed: Deed; readonly error: Error }
  /** Another record was refused, and the earlier one is coupled again; `lost`: neither is coupled. */
  | { readonly stage: 'restored' | 'lost'; readonly deed: Deed; readonly error: Error }
  /** The connection broke off; whether it was done shows in what is read next. */
  | { readonly stage: 'unknown'; readonly deed: Deed }
  /** The job goes on, but cannot be watched. */
  | { readonly stage: 'lostSight'; readonly deed: Deed; readonly error: Error };

export interface Deeds {
  /** Null: nothing has been asked for. */
  readonly progress: DeedProgress | null;
  /** Ignored while another deed is under way. */
  readonly carryOut: (deed: Deed) => void;
  /** Takes the latest deed off the screen; not to be called while what comes of it is awaited. */
  readonly forget: () => void;
}

/**
 * Deeds of the user, one at a time, each followed to the end of its job. The end of the component ends the following, never
 * the deed.
 * @param onSettled called after each deed, whatever came of it, and before that is told
 */
export function useDeed(session: CouplingSession, record: CouplableRecord, onSettled: () => void): Deeds {
  const [progress, setProgress] = useState<DeedProgress | null>(null);
  const isRunning = useRef(false);
  const gone = useRef(new AbortController());
  useEffect(() => {
    const { current } = gone;
    return () => current.abort();
  }, []);

  const carryOut = async (deed: Deed): Promise<void> => {
    if (isRunning.current) {
      return;
    }
    isRunning.current = true;
    const { signal } = gone.current;
    const tell = (next: DeedProgress) => {
      if (!signal.aborted) {
        setProgress(next);
      }
    };
    tell({ stage: 'asked', deed });
    const end = await endOf(session, record, deed, signal, (job) => tell({ stage: 'following', deed, job }));
    isRunning.current = false;
    if (!signal.aborted) {
      onSettled();
      setProgress(end);
    }
  };

  return {
    progress,
    carryOut: (deed) => void carryOut(deed),
    forget: () => setProgress(null),
  };
}

/** True where the job has failed at the record, or has left it out. */
export function hasFailed(job: SynchJob | null): boolean {
  return job !== null && (job.counts.failed > 0 || job.counts.skipped > 0 || job.errors.length > 0);
}

async function endOf(
  session: CouplingSession,
  record: CouplableRecord,
  deed: Deed,
  signal: AbortSignal,
  onProgress: (job: SynchJob | null) => void,
): Promise<DeedProgress> {
  let jobId: string | null;
  try {
    const outcome = await session.carryOut(record, deed);
    switch (outcome.kind) {
      case 'refused':
      case 'restored':
      case 'lost':
        return { stage: outcome.kind, deed, error: outcome.error };
      case 'unknown':
        return { stage: 'unknown', deed };
      case 'done':
        ({ jobId } = outcome);
    }
  } catch (reason) {
    // Sales refuses before Business Central is asked; nobody can tell what came of anything else.
    return reason instanceof SalesError
      ? { stage: 'refused', deed, error: reason }
      : { stage: 'unknown', deed };
  }
  if (jobId === null) {
    return { stage: 'ended', deed, job: null };
  }
  onProgress(null);
  try {
    return { stage: 'ended', deed, job: await session.follow(jobId, onProgress, { signal }) };
  } catch (reason) {
    return {
      stage: 'lostSight',
      deed,
      error: reason instanceof Error ? reason : new Error(String(reason)),
    };
  }
}
