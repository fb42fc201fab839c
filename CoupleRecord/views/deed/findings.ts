import type { CouplingRow } from '../../../businessCentral/coupling/types';
import type { Deed, RecordCoupling } from '../../couplingSession';

/** What has come of a deed whose answer was lost. */
export type Finding =
  | 'done'
  /** Synchronized, and it failed. */
  | 'failed'
  /** Certainly nothing, so that it may be tried again. */
  | 'nothing'
  /** Uncoupled from the earlier record, and not coupled to the other. */
  | 'lost';

/**
 * What a later reading tells of it. A coupling is made at once, so that one that is not there was not made; everything else
 * is done by a job, and a job that waits in the queue is not to be seen from outside (docs/coupling.md, "Actions").
 * @param before what the deed started from; null: not known
 * @returns null: nothing is certain yet
 */
export function findingOf(deed: Deed, before: RecordCoupling | null, now: RecordCoupling): Finding | null {
  const couplingIn = (known: RecordCoupling | null) =>
    known?.state.couplings.find(({ pair }) => pair === deed.pair) ?? null;
  const coupling = couplingIn(now);
  switch (deed.kind) {
    case 'couple':
      return coupling?.recordNo === deed.recordNo ? 'done' : 'nothing';
    case 'recouple':
      return coupling === null ? 'lost' : coupling.recordNo === deed.recordNo ? 'done' : null;
    case 'create':
      return coupling !== null && coupling.recordNo !== '' ? 'done' : null;
    case 'uncouple':
      return coupling === null ? 'done' : null;
    case 'synchronize': {
      if (coupling === null) {
        return 'nothing';
      }
      const isSame = traceOf(couplingIn(before), deed.direction) === traceOf(coupling, deed.direction);
      return isSame ? null : coupling[deed.direction].result === 'failure' ? 'failed' : 'done';
    }
  }
}

/** What the latest synchronization left behind, as a text that differs after the next one. */
function traceOf(coupling: CouplingRow | null, direction: 'toSales' | 'fromSales'): string {
  const last = coupling?.[direction];
  return `${last?.result ?? ''} ${last?.at ?? ''}`;
}
