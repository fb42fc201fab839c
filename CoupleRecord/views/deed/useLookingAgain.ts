import { useEffect, useState } from 'react';
import type { CouplingSession } from '../../couplingSession';

/** Milliseconds between the looks, ever more; five minutes in all, after which a job of the queue would have begun. */
const pauses = [2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 50_000, 60_000, 60_000, 60_000];

/**
 * Looks again and again for what came of something.
 * @param subject what is looked for; another one begins anew
 * @param isAwaited nobody looks at the moment, and it has not been found
 * @returns true once it has been looked for long enough
 */
export function useLookingAgain(
  session: CouplingSession,
  subject: object | null,
  isAwaited: boolean,
  look: () => void,
): boolean {
  const [done, setDone] = useState<{ readonly subject: object | null; readonly looks: number }>({
    subject,
    looks: 0,
  });
  const looks = done.subject === subject ? done.looks : 0;
  const milliseconds = pauses[looks];
  useEffect(() => {
    if (!isAwaited || milliseconds === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    session.pause(milliseconds, controller.signal).then(
      () => {
        if (!controller.signal.aborted) {
          look();
          setDone({ subject, looks: looks + 1 });
        }
      },
      // Somebody looks already, or the form is gone.
      () => undefined,
    );
    return () => controller.abort();
  }, [session, subject, isAwaited, looks, milliseconds, look]);
  return milliseconds === undefined;
}
