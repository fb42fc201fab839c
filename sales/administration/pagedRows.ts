import type { WorkOptions } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { DataverseRow } from '../dataverseRow';
import type { ReadingWebApi } from '../dataverseReader';
import { salesFailure } from '../webApiFailure';

/** Dataverse gives at most this many rows at a time. */
const rowsPerPage = 5_000;

/** A million rows; a server that pages without end is not Dataverse. */
const mostPages = 200;

/**
 * Reads all rows of a table, page after page, so that it can be followed and ended.
 * @param options `?$select=…`
 * @throws SalesError; BusinessCentralError `aborted` where it was ended
 */
export async function pagedRows(
  webAPI: ReadingWebApi,
  table: string,
  options: string,
  { signal, onProgress }: WorkOptions = {},
): Promise<readonly DataverseRow[]> {
  const rows: DataverseRow[] = [];
  let next: string | undefined = options;
  for (let page = 0; next !== undefined && page < mostPages; page += 1) {
    if (signal?.aborted === true) {
      throw new BusinessCentralError('aborted');
    }
    const answer: ComponentFramework.WebApi.RetrieveMultipleResponse = await webAPI
      .retrieveMultipleRecords(table, next, rowsPerPage)
      .catch((error: unknown) => {
        throw salesFailure(error, 'notPermitted');
      });
    rows.push(...(answer.entities as DataverseRow[]));
    onProgress?.({ done: rows.length, total: null });
    // The client API wants the options of the next page, and gives its whole address.
    const { nextLink } = answer as { readonly nextLink?: string };
    const start = nextLink?.indexOf('?') ?? -1;
    next = start < 0 ? undefined : nextLink?.slice(start);
  }
  return rows;
}
