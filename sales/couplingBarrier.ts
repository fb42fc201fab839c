import type { Pair } from '../businessCentral/coupling/pairs';
import type { CouplingState } from '../businessCentral/coupling/types';
import type { NotCouplable, SalesRecord } from './couplableRecords';

/** Why a row cannot be coupled from Sales through a pair. */
export type CouplingBarrier =
  | NotCouplable
  /** Business Central couples these records itself. */
  | 'byItself'
  /** This Business Central has no mapping for the pair. */
  | 'noMapping';

/** What the row itself is in the way of. @returns null: nothing */
export function barrierOfRow(
  pair: Pair,
  { notCouplable }: Pick<SalesRecord, 'notCouplable'>,
): NotCouplable | 'byItself' | null {
  return pair.candidates === null ? 'byItself' : (notCouplable.get(pair) ?? null);
}

/** @returns null: whoever may couple can couple it */
export function couplingBarrier(
  pair: Pair,
  record: Pick<SalesRecord, 'notCouplable'>,
  state: Pick<CouplingState, 'mappings' | 'missing'>,
): CouplingBarrier | null {
  const isRead = !state.missing.some(({ service }) => service === 'IntegrationTableMappings');
  const hasMapping = !isRead || (state.mappings.get(pair) ?? null) !== null;
  return barrierOfRow(pair, record) ?? (hasMapping ? null : 'noMapping');
}
