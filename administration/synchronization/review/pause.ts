import { createContext } from 'react';

/** Whether a page that nobody sees is to wait until it is seen. */
export type Watching = 'whileSeen' | 'evenUnseen';

/** Waits; given from outside, so that tests need not. Resolves at once, and too early, where the signal ends it. */
export type Pause = (milliseconds: number, watching: Watching, signal: AbortSignal) => Promise<void>;

/** Waits on the browser's clock; a page that comes back into view is looked after at once. */
export const browserPause: Pause = (milliseconds, watching, signal) =>
  new Promise((resolve) => {
    let isOver = false;
    const goOn = () => {
      if (signal.aborted || (isOver && (watching === 'evenUnseen' || !document.hidden))) {
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
