import type { Company } from '../company/company';
import type { Recommendation } from '../company/synchronizationRecords';
import type { DataverseClient } from '../dataverse/dataverseClient';
import type { FilterCondition, IntegrationTableMapping } from './mappings/mapping';

/** Mappings whose filter on the side of Dataverse counts; of all others every row does. */
const filtered: ReadonlySet<string> = new Set([
  'CURRENCY',
  'CUSTOMER',
  'VENDOR',
  'CONTACT',
  'UNIT OF MEASURE',
  'UNIT GROUP',
]);

/** A new environment has one unit group of its own, which is nobody's. */
const withDefaultUnit: ReadonlySet<string> = new Set(['UNIT OF MEASURE', 'UNIT GROUP']);

function conditionText({ field, values }: FilterCondition): string {
  const literal = (value: string | number | boolean) =>
    typeof value === 'string' ? `'${value.replace(/'/g, "''")}'` : String(value);
  return values === null
    ? `${field} ne null`
    : `(${values.map((value) => `${field} eq ${literal(value)}`).join(' or ')})`;
}

/**
 * What Business Central advises for a mapping that was never started (table 5373, "GetInitialSynchRecommendation"): records
 * on both sides are to be coupled first, coupled or not, whatever the mapping's filter on its own side.
 * @throws DataverseRefused, DataverseUnreachable
 */
export async function initialSynchRecommendation(
  { name, table, entitySet, integrationTableFilter }: IntegrationTableMapping,
  company: Company,
  dataverse: DataverseClient,
): Promise<Recommendation> {
  if (name === 'SALESPEOPLE') {
    return 'Full Synchronization';
  }
  const filter = filtered.has(name) ? integrationTableFilter.map(conditionText).join(' and ') : '';
  // Two tell one from several.
  const rows = await dataverse.firstRows(entitySet, filter, 2);
  if (name === 'CURRENCY') {
    return rows.length === 1 && Number(rows[0]?.['exchangerate']) === 1
      ? 'Full Synchronization'
      : 'Couple Records';
  }
  const hasRows = rows.length > (withDefaultUnit.has(name) ? 1 : 0);
  const hasRecords = !table.isEmpty(company);
  return hasRows && hasRecords
    ? 'Couple Records'
    : hasRows || hasRecords
      ? 'Full Synchronization'
      : 'No Records Found';
}
