import type { Company } from '../company';
import { BusinessCentralError } from '../errors';
import { callAction, type ActionParameters } from '../odata/callAction';
import { isGuid } from '../odata/literals';
import { actionState, newJob, type ActionState } from './actionState';
import type { Pair } from './pairs';
import { coded, performAction, type Action } from './performAction';
import type { ActionOutcome, CouplableRecord, CouplingRow, SynchAction } from './types';

/** Milliseconds for an action: longer than for a reading, since what is broken off has to be looked up afterwards. */
const actionDeadline = 20_000;

/** The published codeunit of the companion. */
const service = 'CRMCoupling';

/** "Synch Action" (companion, codeunit "BCS CRM Coupling"). */
const synchActions: Readonly<Record<SynchAction, number>> = { none: 0, toSales: 1, fromSales: 2 };

/**
 * No trace of an action that only puts a job into the queue: the job may still wait there, where nobody sees it, so this
 * does not mean that nothing was done.
 */
const withoutTrace = 'unknown';

const done = (jobId: string | null = null) => ({ kind: 'done', jobId }) as const;

/** Somebody else was quicker. */
export function refused(
  code: 'coupledMeanwhile' | 'uncoupledMeanwhile',
): Extract<ActionOutcome, { kind: 'refused' }> {
  return { kind: 'refused', error: new BusinessCentralError(code, { service: 'CRMIntegrationRecords' }) };
}

/** The actions of `Coupling`, each by itself: what keeps them apart is not here. */
export interface CouplingActions {
  /** `SystemId` of a record, which the standard lists do not show. @throws BusinessCentralError also where it is gone */
  systemIdOf(pair: Pair, recordNo: string): Promise<string>;
  /** As {@link actionState}. */
  look(pair: Pair, record: CouplableRecord, systemId: string | null): Promise<ActionState>;
  couple(
    pair: Pair,
    record: CouplableRecord,
    recordNo: string,
    synchAction: SynchAction,
  ): Promise<ActionOutcome>;
  create(pair: Pair, record: CouplableRecord): Promise<ActionOutcome>;
  uncouple(pair: Pair, record: CouplableRecord): Promise<ActionOutcome>;
  synchronize(
    pair: Pair,
    record: CouplableRecord,
    direction: Exclude<SynchAction, 'none'>,
  ): Promise<ActionOutcome>;
}

export function couplingActions({
  read,
  wire,
  now,
  pause: pauseUntil,
  withinDeadline,
}: Company): CouplingActions {
  const call = (procedure: string, parameters: ActionParameters) =>
    withinDeadline(
      undefined,
      (deadline) => callAction(wire, service, procedure, parameters, now, deadline),
      actionDeadline,
    );
  const look: CouplingActions['look'] = (pair, record, systemId) =>
    withinDeadline(undefined, (deadline) => actionState(pair, record, systemId, read, now(), deadline));

  const pause: Action['pause'] = (milliseconds) => pauseUntil(milliseconds, new AbortController().signal);

  const systemIdOf: CouplingActions['systemIdOf'] = async ({ tableId }, recordNo) => {
    const answer = (await call('SystemIdOf', { tableId, recordNo })).replace(/[{}]/g, '').toLowerCase();
    if (!isGuid(answer)) {
      throw new BusinessCentralError('unreadableAnswer', { service });
    }
    return answer;
  };

  return {
    systemIdOf,
    look,

    couple: async (pair, record, recordNo, synchAction) => {
      const { tableId } = pair;
      let systemId: string;
      try {
        systemId = await systemIdOf(pair, recordNo);
      } catch (error) {
        return { kind: 'refused', error: coded(error) };
      }
      const isWanted = (coupling: CouplingRow | null) => coupling?.systemId === systemId;
      return performAction({
        pause,
        look: () => look(pair, record, systemId),
        judge: ({ coupling, otherCoupling }) => {
          if (isWanted(coupling)) {
            return done();
          }
          // Business Central drops the coupling of a deleted record by itself, and would repoint a living one's.
          const isTaken = coupling !== null && coupling.recordNo !== '';
          return isTaken || otherCoupling !== null ? refused('coupledMeanwhile') : null;
        },
        call: () =>
          call('Couple', { tableId, systemId, crmId: record.id, synchAction: synchActions[synchAction] }),
        found: (before, after) =>
          isWanted(after.coupling)
            ? done(synchAction === 'none' ? null : newJob(before, after, ['synchronization'], synchAction))
            : 'notDone',
      });
    },

    create: (pair, record) =>
      performAction({
        pause,
        look: () => look(pair, record, null),
        judge: ({ coupling }) =>
          coupling !== null && coupling.recordNo !== '' ? refused('coupledMeanwhile') : null,
        call: () => call('CreateFromSales', { entityName: record.table, crmId: record.id }),
        found: (before, after) => {
          const jobId = newJob(before, after, ['synchronization'], 'fromSales');
          return jobId !== null || (after.coupling !== null && after.coupling.recordNo !== '')
            ? done(jobId)
            : withoutTrace;
        },
      }),

    uncouple: (pair, record) =>
      performAction({
        pause,
        look: () => look(pair, record, null),
        judge: ({ coupling }) => (coupling === null ? done() : null),
        call: () => call('Uncouple', { tableId: pair.tableId, crmId: record.id }),
        found: (before, after) => {
          const jobId = newJob(before, after, ['uncoupling'], null);
          return jobId !== null || after.coupling === null ? done(jobId) : withoutTrace;
        },
      }),

    synchronize: (pair, record, direction) =>
      performAction({
        pause,
        look: () => look(pair, record, null),
        judge: ({ coupling }) => (coupling === null ? refused('uncoupledMeanwhile') : null),
        call: () =>
          call('Synchronize', {
            tableId: pair.tableId,
            crmId: record.id,
            direction: synchActions[direction],
          }),
        found: (before, after) => {
          const jobId = newJob(before, after, ['synchronization'], direction);
          return jobId !== null || lastOf(before.coupling, direction) !== lastOf(after.coupling, direction)
            ? done(jobId)
            : withoutTrace;
        },
      }),
  };
}

/** What the latest synchronization left behind, as a text that differs after the next one. */
function lastOf(coupling: CouplingRow | null, direction: 'toSales' | 'fromSales'): string {
  const last = coupling?.[direction];
  return `${last?.result ?? ''} ${last?.at ?? ''} ${String(coupling?.skipped)}`;
}
