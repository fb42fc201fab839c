import { offeredActions } from '../../businessCentral/coupling/offeredActions';
import type { OfferedActions } from '../../businessCentral/coupling/offeredActions';
import type { Pair } from '../../businessCentral/coupling/pairs';
import { pairsOf } from '../../businessCentral/coupling/pairs';
import type { CouplingRow, Mapping } from '../../businessCentral/coupling/types';
import { couplingBarrier } from '../../sales/couplingBarrier';
import type { CouplingBarrier } from '../../sales/couplingBarrier';
import type { RecordCoupling } from '../couplingSession';

/** A pair of the row's table through which it is not coupled, and what can be done about that. */
export interface PairOffer {
  readonly pair: Pair;
  /** Null: it can be coupled, by those who may. */
  readonly barrier: CouplingBarrier | null;
  readonly actions: OfferedActions;
}

export function mappingOf({ state }: RecordCoupling, pair: Pair): Mapping | null {
  return state.mappings.get(pair) ?? null;
}

/**
 * The pairs through which a row is not coupled, the likelier first. A group of units that is coupled as one kind is not
 * offered as the other: a Business Central works with units of measure or with unit groups (table 5330, "Unit Group Mapping
 * Enabled").
 */
export function pairOffers(known: RecordCoupling): readonly PairOffer[] {
  const { record, state, mayChange } = known;
  if (record.table === 'uomschedule' && state.couplings.length > 0) {
    return [];
  }
  return pairsOf(record.table)
    .filter((pair) => !state.couplings.some((coupling) => coupling.pair === pair))
    .map((pair) => {
      const barrier = couplingBarrier(pair, record, state);
      return {
        pair,
        barrier,
        actions: offeredActions(pair, mappingOf(known, pair), false, mayChange && barrier === null),
      };
    });
}

/** What can be done with a coupling. */
export interface CoupledOffer extends Pick<OfferedActions, 'synchronize' | 'uncouple'> {
  /** Couple to another record instead. */
  readonly recouple: boolean;
}

/** @param mayChange the user may change couplings, and nothing is under way */
export function coupledOffer(known: RecordCoupling, coupling: CouplingRow, mayChange: boolean): CoupledOffer {
  const { pair, recordNo } = coupling;
  const { synchronize, uncouple } = offeredActions(pair, mappingOf(known, pair), true, mayChange);
  // What leads nowhere has no data, and nothing that would be put back if another record were refused.
  const isLiving = recordNo !== '';
  return {
    synchronize: isLiving ? synchronize : [],
    uncouple,
    recouple: isLiving && uncouple && couplingBarrier(pair, known.record, known.state) === null,
  };
}
