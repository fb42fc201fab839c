import { offeredActions } from '../../businessCentral/coupling/offeredActions';
import type { OfferedActions } from '../../businessCentral/coupling/offeredActions';
import type { Pair } from '../../businessCentral/coupling/pairs';
import { pairsOf } from '../../businessCentral/coupling/pairs';
import type { Mapping } from '../../businessCentral/coupling/types';
import type { NotCouplable } from '../../sales/couplableRecords';
import type { RecordCoupling } from '../couplingSession';

/** Why a pair cannot be coupled from Sales. */
export type Barrier =
  | NotCouplable
  /** Business Central couples these records itself. */
  | 'byItself'
  /** This Business Central has no mapping for the pair. */
  | 'noMapping';

/** A pair of the row's table through which it is not coupled, and what can be done about that. */
export interface PairOffer {
  readonly pair: Pair;
  /** Null: it can be coupled, by those who may. */
  readonly barrier: Barrier | null;
  readonly actions: OfferedActions;
}

export function mappingOf({ state }: RecordCoupling, pair: Pair): Mapping | null {
  return state.mappings.get(pair) ?? null;
}

/** The pairs through which a row is not coupled, the likelier first. */
export function pairOffers(known: RecordCoupling): readonly PairOffer[] {
  const { record, state, mayChange } = known;
  return pairsOf(record.table)
    .filter((pair) => !state.couplings.some((coupling) => coupling.pair === pair))
    .map((pair) => {
      const barrier = barrierOf(pair, known);
      return {
        pair,
        barrier,
        actions: offeredActions(pair, mappingOf(known, pair), false, mayChange && barrier === null),
      };
    });
}

function barrierOf(pair: Pair, { record, state }: RecordCoupling): Barrier | null {
  if (pair.candidates === null) {
    return 'byItself';
  }
  const isRead = !state.missing.some(({ service }) => service === 'IntegrationTableMappings');
  const hasMapping = !isRead || (state.mappings.get(pair) ?? null) !== null;
  return record.notCouplable.get(pair) ?? (hasMapping ? null : 'noMapping');
}
