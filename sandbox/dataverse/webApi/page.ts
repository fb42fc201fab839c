import type { Table } from '../metadata/table';
import type { Row } from '../rows/row';
import { badRequest } from '../dataverseError';
import { idOf } from './entity';

/** Most rows that one answer holds (Microsoft Learn, "Page results"). */
export const largestPage = 5000;

export interface Page {
  readonly rows: readonly Row[];
  /** Decoded `$skiptoken` of the next page; null: this is the last. */
  readonly nextToken: string | null;
}

/**
 * Cuts a page out of the rows. The cookie holds the first and the last id of the page before, so that rows made or
 * deleted meanwhile shift nothing; when its last row is gone, the page number says where to go on.
 * @throws DataverseError 400 for a cookie that Dataverse did not make
 */
export function pageOf(table: Table, rows: readonly Row[], size: number, token: string | null): Page {
  const cookie = token === null ? { pageNumber: 1, lastId: null } : readCookie(token);
  const lastIndex = cookie.lastId === null ? -1 : rows.findIndex((row) => idOf(table, row) === cookie.lastId);
  const start = lastIndex >= 0 ? lastIndex + 1 : (cookie.pageNumber - 1) * size;
  const page = rows.slice(start, start + size);
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    nextToken:
      first && last && start + size < rows.length
        ? cookieFor(table, cookie.pageNumber + 1, idOf(table, first), idOf(table, last))
        : null,
  };
}

/** Percent-encoding with small hex digits, as in Dataverse's cookies. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/** The cookie, with its inner cookie percent-encoded (recorded/dataverse_contacts_page_formatted_nextlink.json). */
function cookieFor(table: Table, pageNumber: number, firstId: string, lastId: string): string {
  const braced = (id: string): string => `{${id.toUpperCase()}}`;
  const inner =
    `<cookie page="${pageNumber - 1}"><${table.primaryId} last="${braced(lastId)}" ` +
    `first="${braced(firstId)}" /></cookie>`;
  return `<cookie pagenumber="${pageNumber}" pagingcookie="${encoded(inner)}" istracking="False" />`;
}

function readCookie(token: string): { readonly pageNumber: number; readonly lastId: string | null } {
  const outer = /^<cookie pagenumber="(\d{1,9})" pagingcookie="([^"]*)" istracking="False" \/>$/.exec(token);
  const lastId = /last%3d%22%7b([0-9A-F-]{36})%7d/.exec(outer?.[2] ?? '')?.[1];
  if (!outer || lastId === undefined) {
    throw badRequest('Malformed XML in the Paging Cookie');
  }
  return { pageNumber: Number(outer[1]), lastId: lastId.toLowerCase() };
}
