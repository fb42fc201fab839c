import { createContext } from 'react';

/** Waits; given from outside, so that tests need not. Resolves at once, and too early, where the signal ends it. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Waits on the browser's clock, and while nobody sees the page; one that comes back into view is looked after at once. */
export const browserPause: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    let isOver = false;
    const goOn = () => {
      if (signal.aborted || (isOver && !document.hidden)) {
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', goOn);
        signal.removeEventListener('abort', goOn);
        resolve();
      }
    };
    const timer = setTimeout(() => {
      isOver = true;
      goOn();
    }, milliseconds);
    document.addEventListener('visibilitychange', goOn);
    signal.addEventListener('abort', goOn);
  });

export const PauseContext = createContext<Pause>(browserPause);
