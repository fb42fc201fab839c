import { useEffect, useRef, useState } from 'react';
import type { SynchJob } from '../../../businessCentral/coupling/types';
import type { CouplingSession } from '../../couplingSession';

/**
 * Watches a job that was found at work, such as one that the user started before leaving the form.
 * @param job null: there is none
 * @param onEnd called once it has ended
 * @returns where it stands
 */
export function useJobUnderWay(
  session: CouplingSession,
  job: SynchJob | null,
  onEnd: () => void,
): SynchJob | null {
  const [latest, setLatest] = useState<SynchJob | null>(null);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const id = job?.id ?? null;
  useEffect(() => {
    if (id === null) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const show = (now: SynchJob | null) => {
      if (!signal.aborted) {
        setLatest(now);
      }
    };
    session.follow(id, show, { signal }).then(
      () => {
        if (!signal.aborted) {
          end.current();
        }
      },
      // It goes on all the same; the next refresh tells where it stands.
      () => undefined,
    );
    return () => controller.abort();
  }, [session, id]);
  return latest?.id === id ? latest : job;
}
