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

/** @returns null: whoever may couple can couple it */
export function couplingBarrier(
  pair: Pair,
  record: Pick<SalesRecord, 'notCouplable'>,
  state: Pick<CouplingState, 'mappings' | 'missing'>,
): CouplingBarrier | null {
  if (pair.candidates === null) {
    return 'byItself';
  }
  const isRead = !state.missing.some(({ service }) => service === 'IntegrationTableMappings');
  const hasMapping = !isRead || (state.mappings.get(pair) ?? null) !== null;
  return record.notCouplable.get(pair) ?? (hasMapping ? null : 'noMapping');
}
