import type { ServiceRow } from '../services/service';
import { badRequest } from './odataError';
import type { QueryOptions } from './queryOptions';

export interface Page {
  readonly rows: readonly ServiceRow[];
  /** Token of the next page; null on the last one. */
  readonly next: string | null;
}

const maxPageSizePreference = /(?:^|[,;\s])(?:odata\.)?maxpagesize=(\d+)/i;

/** Page size under the header Prefer, which can lower the server's own but not raise it. */
export function pageSize(
  prefer: string | undefined,
  serverPageSize: number,
): { readonly rows: number; readonly applied: string | null } {
  const preferred = Number(maxPageSizePreference.exec(prefer ?? '')?.[1] ?? '0');
  return preferred === 0
    ? { rows: serverPageSize, applied: null }
    : { rows: Math.min(preferred, serverPageSize), applied: `odata.maxpagesize=${preferred}` };
}

function positionOf(token: string): number {
  const position = Number(
    Buffer.from(token, 'base64url')
      .toString('utf8')
      .replace(/^after:/, '') || 'NaN',
  );
  if (!Number.isInteger(position) || position < 0) {
    throw badRequest('The value of the $skiptoken query option is not valid.');
  }
  return position;
}

/**
 * The rows that one answer holds. `$top` caps the whole answer: there is no next page then (microsoft/AL#6858).
 * @throws ODataError 400 for a token that is none
 */
export function pageOf(
  rows: readonly ServiceRow[],
  { top, skip, skipToken }: Pick<QueryOptions, 'top' | 'skip' | 'skipToken'>,
  size: number,
): Page {
  const start = skipToken === null ? skip : positionOf(skipToken);
  if (top !== null) {
    return { rows: rows.slice(start, start + top), next: null };
  }
  const end = start + size;
  return {
    rows: rows.slice(start, end),
    next: end < rows.length ? Buffer.from(`after:${end}`).toString('base64url') : null,
  };
}

/** The address of the next page: the same question with a token that only the server understands. */
export function nextLink(serviceUrl: string, query: string, token: string): string {
  const kept = query.split('&').filter((part) => part !== '' && !/^(\$|%24)(skip|skiptoken)=/i.test(part));
  return `${serviceUrl}?${[...kept, `$skiptoken=${token}`].join('&')}`;
}
