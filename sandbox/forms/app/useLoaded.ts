import { useEffect, useRef, useState } from 'react';

/** What is being read, has been read, or could not be. */
export type Loading<Loaded> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'loaded'; readonly loaded: Loaded };

/**
 * Reads something once for as long as it is the same; what comes late is dropped.
 * @param what names it: another name is read anew
 */
export function useLoaded<Loaded>(what: string, load: () => Promise<Loaded>): Loading<Loaded> {
  const [loading, setLoading] = useState<Loading<Loaded>>({ state: 'loading' });
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let isWanted = true;
    setLoading({ state: 'loading' });
    latest.current().then(
      (loaded) => {
        if (isWanted) {
          setLoading({ state: 'loaded', loaded });
        }
      },
      (failure: unknown) => {
        if (isWanted) {
          setLoading({ state: 'failed', failure });
        }
      },
    );
    return () => {
      isWanted = false;
    };
  }, [what]);
  return loading;
}
