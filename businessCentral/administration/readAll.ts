import type { Company } from '../company';
import type { ServiceName } from '../connection';
import { BusinessCentralError } from '../errors';
import { all, compare, type Filter } from '../odata/filter';
import { text } from '../odata/literals';
import type { ReadOutcome } from '../odata/reader';
import type { Row } from '../odata/row';
import type { WorkOptions } from './types';

/** A list whose rows are told apart by one text field. */
export interface WholeList {
  readonly service: ServiceName;
  /** Its key field: every row has another value. */
  readonly key: string;
  /** Fields beside the key. */
  readonly fields: readonly string[];
  readonly filter?: Filter;
}

/** So many rows Business Central gives well within the time that a gateway lets it have (docs/gateway.md, "Limits"). */
export const rowsPerPage = 5_000;

/** Nobody has more of anything that is matched than a million. */
const mostPages = 200;

/** Milliseconds for one page. */
export const pageDeadline = 30_000;

/** @throws BusinessCentralError where the operation failed, or there is no outcome */
export function rowsOf(
  outcome: ReadOutcome | undefined,
  service: ServiceName,
): Extract<ReadOutcome, { ok: true }> {
  if (outcome?.ok === true) {
    return outcome;
  }
  throw outcome?.error ?? new BusinessCentralError('unreadableAnswer', { service });
}

/**
 * Reads all rows of a list, page by page after the key of the last row, so that it can be followed and ended.
 * @throws BusinessCentralError `aborted` where it was ended
 */
export async function readAll(
  { read, withinDeadline }: Company,
  { service, key, fields, filter }: WholeList,
  { signal, onProgress }: WorkOptions = {},
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let last: string | null = null;
  let total: number | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const behind: Filter | undefined = last === null ? undefined : compare(key, 'gt', text(last));
    const conditions = [filter, behind].filter((condition) => condition !== undefined);
    const [outcome] = await withinDeadline(
      signal,
      (deadline) =>
        read(
          [
            {
              service,
              select: [key, ...fields],
              orderBy: key,
              top: rowsPerPage,
              count: page === 0,
              ...(conditions.length === 0 ? {} : { filter: all(...conditions) }),
            },
          ],
          deadline,
          true,
        ),
      pageDeadline,
    );
    const found = rowsOf(outcome, service);
    rows.push(...found.rows);
    // Only the first page is counted: the others are of what is left behind the last key.
    total ??= found.total;
    onProgress?.({ done: rows.length, total });
    const end = found.rows[rowsPerPage - 1]?.text(key) ?? null;
    if (end === null) {
      return rows;
    }
    if (end === last) {
      throw new BusinessCentralError('unreadableAnswer', { service });
    }
    last = end;
  }
  throw new BusinessCentralError('unreadableAnswer', { service });
}
