import type { Company } from '../company/company';
import type { IntegrationRecord, IntegrationSynchError } from '../company/synchronizationRecords';

function errorOf(
  company: Company,
  { CRM_ID }: IntegrationRecord,
  jobId: string,
): IntegrationSynchError | null {
  return company.integrationSynchErrors.group(jobId).find(({ crmId }) => crmId === CRM_ID) ?? null;
}

/** Why the last synchronization to Dataverse (`to`) or from it failed; null: it did not. */
export function failureOf(
  company: Company,
  coupling: IntegrationRecord,
  direction: 'to' | 'from',
): IntegrationSynchError | null {
  const [result, jobId] =
    direction === 'to'
      ? [coupling.lastSynchCRMResult, coupling.lastSynchCRMJobId]
      : [coupling.lastSynchResult, coupling.lastSynchJobId];
  return result === 'Failure' ? errorOf(company, coupling, jobId) : null;
}

/** The newer error of the two directions; '' where both went well (companion, codeunit "BCS Last Synch. Error"). */
export function lastErrorOf(company: Company, coupling: IntegrationRecord): string {
  const sent = failureOf(company, coupling, 'to');
  const got = failureOf(company, coupling, 'from');
  if (sent !== null && (got === null || sent.dateTime >= got.dateTime)) {
    return sent.message;
  }
  return got?.message ?? '';
}
