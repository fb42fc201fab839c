import { BusinessCentralError } from '../errors';
import type { ReadOutcome } from '../odata/reader';
import { readRows } from '../odata/row';
import { couplingRows, type CouplingOfRow } from './couplingRows';
import type { CouplableRecord } from './types';

/**
 * The couplings of a row, as they were answered, perhaps with those of others. One that cannot be read must not look as if
 * there were none: somebody would couple a second time.
 * @throws BusinessCentralError
 */
export function recordCouplings(
  outcome: ReadOutcome | undefined,
  { table, id }: CouplableRecord,
): readonly CouplingOfRow[] {
  if (outcome?.ok === false) {
    throw outcome.error;
  }
  const others = readRows(outcome?.rows ?? [], (row) => (row.guid('CRM_ID') === id ? null : row)).values;
  const own = outcome?.rows.filter((row) => !others.includes(row)) ?? [];
  const { values, complete } = couplingRows(own, table);
  if (outcome === undefined || !complete) {
    throw new BusinessCentralError('unreadableAnswer', { service: 'CRMIntegrationRecords' });
  }
  return values;
}
