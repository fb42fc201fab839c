import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress, WorkOptions, WorkResult } from '../../businessCentral/administration/types';

/** How far the same deed, done to many, has come. */
export type SeriesState<Task> =
  | { readonly stage: 'idle' }
  | { readonly stage: 'working'; readonly progress: Progress; readonly isEnding: boolean }
  | { readonly stage: 'ended'; readonly result: WorkResult<Task> }
  /** It failed as a whole. */
  | { readonly stage: 'failed'; readonly failure: Error };

export interface Series<Task> {
  readonly state: SeriesState<Task>;
  /** Ignored while another one is under way. */
  readonly start: (work: (options: WorkOptions) => Promise<WorkResult<Task>>) => void;
  /** Begins no more of them; what was done is told all the same. */
  readonly end: () => void;
  /** Takes the result off the screen. */
  readonly forget: () => void;
}

/**
 * The same deed done to many, of which one series is under way at most. When it is ended early, its result is awaited
 * nevertheless, since some has been done by then. The end of the component ends it.
 * @param onEnded called when something may have been done
 */
export function useSeries<Task>(onEnded: () => void): Series<Task> {
  const [state, setState] = useState<SeriesState<Task>>({ stage: 'idle' });
  const running = useRef<AbortController | null>(null);
  const isGone = useRef(false);
  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      running.current?.abort();
    };
  }, []);

  const start = useCallback((work: (options: WorkOptions) => Promise<WorkResult<Task>>) => {
    if (running.current !== null) {
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: SeriesState<Task>) => {
      if (!isGone.current) {
        setState(next);
      }
    };
    const onProgress = (progress: Progress) =>
      tell({ stage: 'working', progress, isEnding: controller.signal.aborted });
    const settle = (next: SeriesState<Task>) => {
      running.current = null;
      tell(next);
      if (!isGone.current) {
        ended.current();
      }
    };
    onProgress({ done: 0, total: null });
    work({ signal: controller.signal, onProgress }).then(
      (result) => settle({ stage: 'ended', result }),
      (reason: unknown) =>
        settle({ stage: 'failed', failure: reason instanceof Error ? reason : new Error(String(reason)) }),
    );
  }, []);
  const end = useCallback(() => {
    running.current?.abort();
    setState((before) => (before.stage === 'working' ? { ...before, isEnding: true } : before));
  }, []);
  const forget = useCallback(() => setState({ stage: 'idle' }), []);
  return { state, start, end, forget };
}
