import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckStep, ReviewLine, ServiceCheck } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { ConnectionEntries, ConnectionRow, UserAccess } from '../../sales/administration/types';
import { wasKeyAccepted } from '../../sales/serviceSettings';
import { useReading } from '../../ui/useReading';
import type { Reading } from '../../ui/useReading';
import { askedOf, draftOf, firstEntries } from './draft';
import type { Draft } from './draft';
import { canBeTried, failedPartOf, isSetUp } from './judgements';
import type { CoupledOwners } from '../salespeople/owners';
import type { SetupQuestions } from './setupQuestions';
import { useDraft } from './useDraft';
import { useMatching } from './useMatching';
import type { StartedMatching } from './useMatching';

/** Where saving stands. */
export type Saving =
  | { readonly state: 'idle' | 'saving' | 'saved' }
  | { readonly state: 'failed'; readonly failure: Error }
  /** Somebody else has saved since; what they saved is the connection, what is entered here is not saved. */
  | { readonly state: 'changedMeanwhile'; readonly entries: ConnectionEntries };

/** The setup: what is entered, what is saved, and what checks found out about it. */
export interface Setup extends StartedMatching {
  readonly questions: SetupQuestions;
  readonly connections: Reading<readonly ConnectionRow[]>;
  /** The one that is set up; null: none yet. */
  readonly connection: ConnectionRow | null;
  readonly choose: (id: string) => void;
  /** Where none is active, those that could be taken into use again. */
  readonly inactive: readonly ConnectionRow[];
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly saving: Saving;
  /** @returns whether it is saved */
  readonly save: (entries: ConnectionEntries) => Promise<boolean>;
  /** A failure of saving belongs to the step where it happened, and is not told on the next one. */
  readonly forgetFailedSaving: () => void;
  /** Enters what is saved, in place of what was entered. */
  readonly takeTheirs: () => void;
  readonly hasKey: Reading<boolean>;
  /** The saved way, tried. */
  readonly way: Reading<readonly CheckStep[]>;
  /** The saved way works, so that questions go over it. */
  readonly isReady: boolean;
  /** User name and key have been taken before, so that a refusal means that the key has expired. */
  readonly workedBefore: boolean;
  readonly services: Reading<ServiceCheck>;
  readonly access: Reading<readonly UserAccess[]>;
  readonly owners: Reading<CoupledOwners>;
  readonly review: Reading<readonly ReviewLine[]>;
  /** Takes what the review itself has just read, which is newer. */
  readonly noteReview: (lines: readonly ReviewLine[]) => void;
}

/** The default connection, or the only one, or the first. */
function preferred(rows: readonly ConnectionRow[]): ConnectionRow | null {
  const active = rows.filter(({ isActive }) => isActive);
  return active.find(({ isDefault }) => isDefault) ?? active[0] ?? null;
}

export function useSetup(questions: SetupQuestions): Setup {
  const connections = useReading({
    subject: 'connections',
    key: 'connections',
    ask: () => questions.connections(),
  });
  const [chosenId, setChosenId] = useState<string | null>(null);
  /** As it was saved here, until the connections are read again. */
  const [saved, setSaved] = useState<ConnectionRow | null>(null);
  const rows = connections.value ?? [];
  const read = rows.find(({ id }) => id === chosenId) ?? preferred(rows);
  const connection = saved !== null && (read === null || saved.id === read.id) ? saved : read;

  const { draft, change, enter } = useDraft(connection, connections.value !== null);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const save = useCallback(
    async (entries: ConnectionEntries): Promise<boolean> => {
      if (Object.keys(entries).length === 0) {
        return true;
      }
      setSaving({ state: 'saving' });
      try {
        const outcome = await questions.save(
          connection,
          connection === null ? firstEntries(entries) : entries,
        );
        setSaved(outcome.connection);
        if (outcome.kind === 'changedMeanwhile') {
          setSaving({ state: 'changedMeanwhile', entries });
          return false;
        }
        // The key is stored and wanted no more here.
        change({ key: '' });
        setSaving({ state: 'saved' });
        return true;
      } catch (reason) {
        setSaving({ state: 'failed', failure: reason instanceof Error ? reason : new Error(String(reason)) });
        return false;
      }
    },
    [questions, connection, change],
  );

  const forgetFailedSaving = useCallback(
    () => setSaving((last) => (last.state === 'failed' ? { state: 'idle' } : last)),
    [],
  );

  const connectionId = connection?.id;
  const wayHasWorked = useRef<string | null>(null);
  const workedBefore =
    connection !== null && (wayHasWorked.current === connection.id || wasKeyAccepted(connection.services));
  const version = connection === null ? '' : `${connection.id} ${connection.modifiedAt}`;
  const asked =
    connection === null || !canBeTried(connection)
      ? null
      : askedOf(draftOf(connection), connection.id, workedBefore);
  const way = useReading(
    asked === null
      ? null
      : { subject: placeOf(connection), key: version, ask: (options) => questions.check(asked, options) },
  );
  // What is known stays while it is looked at anew, so that nothing that goes over the way is taken off the screen meanwhile.
  const works = way.value !== null && way.failure === null && failedPartOf(way.value) === null;
  useEffect(() => {
    if (works && connection !== null) {
      wayHasWorked.current = connection.id;
    }
  }, [works, connection]);
  const hasKey = useReading(
    connection === null
      ? null
      : { subject: connection.id, key: version, ask: () => questions.hasKey(connection.id) },
  );
  const ready = works && connection !== null && isSetUp(connection) ? connection : null;
  const services = useReading(
    ready === null
      ? null
      : { subject: ready.id, key: version, ask: (options) => questions.services(ready, options) },
  );
  const { matching, startMatching } = useMatching(questions, ready);
  const owners = useReading(
    ready === null
      ? null
      : { subject: ready.id, key: version, ask: (options) => questions.owners(ready, options) },
  );
  const review = useReading(
    ready === null
      ? null
      : { subject: ready.id, key: version, ask: (options) => questions.review(ready, options) },
  );
  const access = useReading(
    connections.value === null
      ? null
      : {
          subject: 'access',
          key: `access ${version}`,
          ask: (options) => questions.access(connection, options),
        },
  );

  const [noted, setNoted] = useState<{ readonly of: string; readonly lines: readonly ReviewLine[] } | null>(
    null,
  );
  const latestReview =
    noted !== null && noted.of === ready?.id ? { ...review, value: noted.lines, failure: null } : review;
  const noteReview = useCallback(
    (lines: readonly ReviewLine[]) => connectionId !== undefined && setNoted({ of: connectionId, lines }),
    [connectionId],
  );
  useRecheck(way, version, [services.failure, owners.failure, latestReview.failure]);

  return {
    questions,
    connections,
    connection,
    inactive: rows.some(({ isActive }) => isActive) ? [] : rows,
    choose: (id) => {
      setSaved(null);
      setChosenId(id);
    },
    draft,
    change,
    saving,
    save,
    forgetFailedSaving,
    takeTheirs: () => {
      enter(draftOf(connection));
      setSaving({ state: 'idle' });
    },
    hasKey,
    way,
    isReady: ready !== null,
    workedBefore,
    services,
    matching,
    startMatching,
    access,
    owners,
    review: latestReview,
    noteReview,
  };
}

/** Where a connection leads, and as whom; the same place keeps its answer while it is asked anew. */
function placeOf(connection: ConnectionRow | null): string {
  return connection === null
    ? ''
    : JSON.stringify([
        connection.id,
        connection.gatewayUrl,
        connection.odataUrl,
        connection.company,
        connection.userName,
      ]);
}

/**
 * A key can expire between two steps: where a later step is refused, the first two are looked at again, once for each version
 * of the connection, since the way may be in order and the refusal another's.
 */
function useRecheck(
  way: Reading<readonly CheckStep[]>,
  version: string,
  failures: readonly (Error | null)[],
): void {
  const rechecked = useRef('');
  const isRefused = failures.some(
    (failure) => failure instanceof BusinessCentralError && failure.code === 'wrongCredentials',
  );
  const { again } = way;
  useEffect(() => {
    if (isRefused && rechecked.current !== version) {
      rechecked.current = version;
      again();
    }
  }, [isRefused, version, again]);
}
