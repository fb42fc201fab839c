import type { DataverseRow } from './dataverseRow';
import { SalesError } from './sales';
import { salesFailure } from './webApiFailure';

/** What is used of `context.webAPI` to read. */
export type ReadingWebApi = Pick<ComponentFramework.WebApi, 'retrieveRecord' | 'retrieveMultipleRecords'>;

/** Dataverse gives at most this many rows at a time. */
const rowsPerPage = 5000;

/** Nobody made a record with more rows under it than these. */
const mostPages = 4;

/** Reads rows as the signed-in user. */
export interface DataverseReader {
  /** @param options `?$select=…` @throws SalesError */
  readonly one: (table: string, id: string, options: string) => Promise<DataverseRow>;
  /**
   * All rows, page after page.
   * @param whenDenied what it means that the user may not read the table
   * @throws SalesError
   */
  readonly many: (
    table: string,
    options: string,
    whenDenied?: 'notPermitted' | 'recordUnreadable',
  ) => Promise<DataverseRow[]>;
}

export function dataverseReader(webAPI: ReadingWebApi): DataverseReader {
  return {
    one: (table, id, options) =>
      webAPI.retrieveRecord(table, checkedId(id), options).then(
        (row) => row as DataverseRow,
        (error: unknown) => {
          throw salesFailure(error);
        },
      ),
    many: async (table, options, whenDenied) => {
      const rows: DataverseRow[] = [];
      let next: string | undefined = options;
      for (let page = 0; next !== undefined && next !== '' && page < mostPages; page += 1) {
        const answer: ComponentFramework.WebApi.RetrieveMultipleResponse = await webAPI
          .retrieveMultipleRecords(table, next, rowsPerPage)
          .catch((error: unknown) => {
            throw salesFailure(error, whenDenied);
          });
        rows.push(...(answer.entities as DataverseRow[]));
        next = pageOptions(answer.nextLink);
      }
      return rows;
    },
  };
}

/** An id becomes part of a query, so nothing else gets through. @throws SalesError */
export function checkedId(id: string): string {
  const bare = id.replace(/[{}]/g, '').toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bare)) {
    throw new SalesError('recordUnreadable');
  }
  return bare;
}

/** The client API wants the options of the next page, and gives its whole address. */
function pageOptions(nextLink: string | undefined): string | undefined {
  const start = nextLink?.indexOf('?') ?? -1;
  return start < 0 ? undefined : nextLink?.slice(start);
}
