import type { ServiceRow } from '../services/service';
import { badRequest } from './odataError';
import type { QueryOptions } from './queryOptions';

export interface Page {
  readonly rows: readonly ServiceRow[];
  /** Null on the last one. */
  readonly next: NextPage | null;
}

/** How the next page is asked for. */
export interface NextPage {
  readonly token: string;
  /** What is left of `$top`; null: it was not given. */
  readonly top: number | null;
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
 * The rows that one answer holds. `$top` caps the whole answer: where a page holds it there is no next one
 * (microsoft/AL#6858), and where it is more than a page, the next one asks for what is left of it, as ASP.NET Core OData
 * writes its links.
 * @throws ODataError 400 for a token that is none
 */
export function pageOf(
  rows: readonly ServiceRow[],
  { top, skip, skipToken }: Pick<QueryOptions, 'top' | 'skip' | 'skipToken'>,
  size: number,
): Page {
  const start = skipToken === null ? skip : positionOf(skipToken);
  const last = top === null ? rows.length : Math.min(rows.length, start + top);
  const end = Math.min(start + size, last);
  return {
    rows: rows.slice(start, end),
    next:
      end < last
        ? { token: Buffer.from(`after:${end}`).toString('base64url'), top: top === null ? null : last - end }
        : null,
  };
}

/** The address of the next page: the same question with a token that only the server understands. */
export function nextLink(serviceUrl: string, query: string, { token, top }: NextPage): string {
  const kept = query
    .split('&')
    .filter((part) => part !== '' && !/^(\$|%24)(top|skip|skiptoken)=/i.test(part));
  return `${serviceUrl}?${[...kept, ...(top === null ? [] : [`$top=${top}`]), `$skiptoken=${token}`].join('&')}`;
}
