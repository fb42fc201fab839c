import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Matching, WorkOptions } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { ConnectionRow } from '../../sales/administration/types';
import type { StartedWork } from '../parts/useWork';
import { useWork } from '../parts/useWork';
import type { MatchedKind, SetupQuestions } from './setupQuestions';

/** What a dry run found, or why it could not be made; the other kind's may all the same. */
export type DryRun =
  { readonly ok: true; readonly matching: Matching } | { readonly ok: false; readonly failure: Error };

export type DryRuns = Readonly<Record<MatchedKind, DryRun>>;

export interface StartedMatching {
  readonly matching: StartedWork<DryRuns>;
  readonly startMatching: () => void;
}

/** The dry run begins by itself once Business Central can be read, since whether products match is known by nothing else. */
export function useMatching(questions: SetupQuestions, ready: ConnectionRow | null): StartedMatching {
  const matching = useWork<DryRuns>();
  const { start } = matching;
  const latest = useRef(ready);
  useLayoutEffect(() => {
    latest.current = ready;
  });
  const startMatching = useCallback(() => {
    const { current: connection } = latest;
    if (connection !== null) {
      const runOf = (kind: MatchedKind, options: WorkOptions) =>
        questions.match(connection, kind, connection.matchBy, options).then(
          (found): DryRun => ({ ok: true, matching: found }),
          (reason: unknown): DryRun => {
            if (reason instanceof BusinessCentralError && reason.code === 'aborted') {
              throw reason;
            }
            return { ok: false, failure: reason instanceof Error ? reason : new Error(String(reason)) };
          },
        );
      start(async (options) => ({
        // One after the other: each reads whole lists, and Business Central serves salespeople meanwhile.
        products: await runOf('products', options),
        accounts: await runOf('accounts', options),
      }));
    }
  }, [questions, start]);
  const subject = ready === null ? null : `${ready.id} ${ready.matchBy} ${ready.company}`;
  useEffect(() => {
    if (subject !== null) {
      startMatching();
    }
  }, [subject, startMatching]);
  return { matching, startMatching };
}
