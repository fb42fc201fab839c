import { BusinessCentralError } from '../errors';
import type { ReadOutcome } from '../odata/reader';
import { couplingRows, type CouplingOfRow } from './couplingRows';
import type { CouplableRecord } from './types';

/**
 * The couplings of a row, as they were answered. One that cannot be read must not look as if there were none: somebody would
 * couple a second time.
 * @throws BusinessCentralError
 */
export function recordCouplings(
  outcome: ReadOutcome | undefined,
  { table }: Pick<CouplableRecord, 'table'>,
): readonly CouplingOfRow[] {
  if (outcome?.ok === false) {
    throw outcome.error;
  }
  const { values, complete } = couplingRows(outcome?.rows ?? [], table);
  if (outcome === undefined || !complete) {
    throw new BusinessCentralError('unreadableAnswer', { service: 'CRMIntegrationRecords' });
  }
  return values;
}
