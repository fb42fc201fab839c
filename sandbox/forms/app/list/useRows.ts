import { useEffect, useState } from 'react';
import { request, rowsOf, type Json } from '../dataverse/request';

/** A page of rows, and the way to its neighbours. */
export interface RowsPage {
  readonly rows: readonly Json[];
  /** Of the first row, counted from 1. */
  readonly firstPosition: number;
  /** Of all rows, on every page; null where the Web API does not say. */
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly failure: unknown;
  /** Null where there is no such page. */
  readonly goBack: (() => void) | null;
  readonly goOn: (() => void) | null;
  /** Reads the first page anew. */
  readonly reload: () => void;
}

interface Shown {
  readonly rows: readonly Json[];
  readonly total: number | null;
  readonly nextLink: string | null;
}

const nothing: Shown = { rows: [], total: null, nextLink: null };

/** Reads rows page by page, as the Web API gives them: forward by its links, backward by those that led here. */
export function useRows(address: string | null, pageSize: number): RowsPage {
  const [visit, setVisit] = useState(0);
  /** Addresses of the pages up to the one shown. */
  const [path, setPath] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<Shown>(nothing);
  const [isLoading, setLoading] = useState(true);
  const [failure, setFailure] = useState<unknown>(null);
  const wanted = path[path.length - 1] ?? address;

  useEffect(() => setPath([]), [address]);

  useEffect(() => {
    if (wanted === null) {
      return undefined;
    }
    const reading = new AbortController();
    setLoading(true);
    request(wanted, { pageSize, signal: reading.signal }).then(
      (answer) => {
        const count = answer['@odata.count'];
        const nextLink = answer['@odata.nextLink'];
        setShown({
          rows: rowsOf(answer),
          total: typeof count === 'number' ? count : null,
          nextLink: typeof nextLink === 'string' ? nextLink : null,
        });
        setFailure(null);
        setLoading(false);
      },
      (reason: unknown) => {
        if (!reading.signal.aborted) {
          setFailure(reason);
          setLoading(false);
        }
      },
    );
    return () => reading.abort();
  }, [wanted, pageSize, visit]);

  const { nextLink } = shown;
  return {
    rows: shown.rows,
    firstPosition: path.length * pageSize + 1,
    total: shown.total,
    isLoading,
    failure,
    goBack: path.length === 0 ? null : () => setPath(path.slice(0, -1)),
    goOn: nextLink === null ? null : () => setPath([...path, nextLink]),
    reload: () => {
      setPath([]);
      setVisit(visit + 1);
    },
  };
}
