import { flagOf } from '../dataverseRow';
import type { ReadingWebApi } from '../dataverseReader';
import { SalesError } from '../sales';
import { pagedRows } from './pagedRows';

/**
 * Whether Sales lets orders be integrated: `organization.issopintegrationenabled`, which Business Central sets when sales
 * order integration is turned on there.
 * @returns null where it cannot be read
 * @throws SalesError where Dataverse cannot be reached
 */
export async function isSalesOrderIntegrationOn(webAPI: ReadingWebApi): Promise<boolean | null> {
  const [organization] = await pagedRows(webAPI, 'organization', '?$select=issopintegrationenabled').catch(
    (error: unknown) => {
      if (error instanceof SalesError && error.code !== 'salesUnreachable') {
        return [];
      }
      throw error;
    },
  );
  return organization === undefined || !('issopintegrationenabled' in organization)
    ? null
    : flagOf(organization, 'issopintegrationenabled');
}
