import { useEffect, useState } from 'react';

/**
 * Whether the browser has painted what is ready, so that something large beside it may be drawn without holding it up.
 * @param ready whether there is something to paint
 */
export function usePainted(ready: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!ready) {
      setPainted(false);
      return undefined;
    }
    let afterFrame: ReturnType<typeof setTimeout> | undefined;
    // A frame is painted after its callbacks; a task that they leave behind runs after that.
    const frame = requestAnimationFrame(() => {
      afterFrame = setTimeout(() => setPainted(true), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(afterFrame);
    };
  }, [ready]);
  return ready && painted;
}
