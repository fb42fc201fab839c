import type { LoggedRequest } from '../../sandbox/businessCentral/http/requestLog';
import type { Sandbox } from '../../sandbox/sandbox';

/** The controls, by what they ask Business Central about. */
export type Subject = 'availability' | 'statistics';

/** Services that are asked about customers; all others are about items. */
const customerService = /\b(CRMIntegrationRecords|CustomerStatistics|CustomerCard|CustomerLedgerEntries)\b/;

function isAboutCustomers({ url, parts }: LoggedRequest): boolean {
  return [url, ...parts.map((part) => part.url)].some((address) => customerService.test(address));
}

/**
 * What one control asked of Business Central, on a form that has several; without preflights.
 * @returns one entry for each HTTP request, however many operations it carries
 */
export function questionsAbout(subject: Subject, { businessCentral }: Sandbox): LoggedRequest[] {
  return businessCentral.requests
    .all()
    .filter(({ method }) => method !== 'OPTIONS')
    .filter((request) => isAboutCustomers(request) === (subject === 'statistics'));
}
