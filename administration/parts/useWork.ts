import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress, WorkOptions } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';

/** Where a piece of work stands that the user starts and can end. */
export type Work<Result> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Progress | null }
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'failed'; readonly failure: Error }
  | { readonly state: 'ended' };

export interface StartedWork<Result> {
  readonly work: Work<Result>;
  /** Begins it; whatever of it is under way is ended before. */
  readonly start: (task: (options: WorkOptions) => Promise<Result>) => void;
  /** Ends it. */
  readonly cancel: () => void;
  /** Forgets what came of it. */
  readonly forget: () => void;
}

/** Work that takes its time, of which one piece is under way at most; it ends with the component. */
export function useWork<Result>(): StartedWork<Result> {
  const [work, setWork] = useState<Work<Result>>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback((task: (options: WorkOptions) => Promise<Result>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: Work<Result>) => {
      if (!controller.signal.aborted) {
        setWork(next);
      }
    };
    tell({ state: 'running', progress: null });
    task({
      signal: controller.signal,
      onProgress: (progress) => tell({ state: 'running', progress }),
    }).then(
      (result) => tell({ state: 'done', result }),
      (reason: unknown) =>
        tell(
          reason instanceof BusinessCentralError && reason.code === 'aborted'
            ? { state: 'ended' }
            : { state: 'failed', failure: reason instanceof Error ? reason : new Error(String(reason)) },
        ),
    );
  }, []);
  const cancel = useCallback(() => {
    if (running.current !== null && !running.current.signal.aborted) {
      running.current.abort();
      setWork({ state: 'ended' });
    }
  }, []);
  const forget = useCallback(() => {
    running.current?.abort();
    setWork({ state: 'idle' });
  }, []);
  return { work, start, cancel, forget };
}
