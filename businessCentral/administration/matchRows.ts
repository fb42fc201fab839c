import type { Matching, NotMatched, RecordToMatch, RowToMatch } from './types';

/** What a row of Sales is coupled to. */
export interface CoupledTo {
  /** `record`: one of those that are matched; `other`: a record of another table. */
  readonly kind: 'record' | 'other';
  /** Blank: the record has been deleted. */
  readonly recordNo: string;
}

/** What a row came to. */
interface Match {
  readonly row: RowToMatch;
  /** Null: none. */
  readonly recordNo: string | null;
  readonly reason: NotMatched['reason'] | null;
}

/** Numbers are codes: upper case and without spaces around them (Microsoft Learn, "Code data type"). */
function asCode(value: string): string {
  return value.trim().toUpperCase();
}

/** Matches rows with records by number, as the controls do at work. */
export function matchByNumber(rows: readonly RowToMatch[], records: readonly RecordToMatch[]): Matching {
  const byNumber = new Map(records.map((record) => [asCode(record.no), record]));
  const times = new Map<string, number>();
  for (const { number } of rows) {
    times.set(asCode(number), (times.get(asCode(number)) ?? 0) + 1);
  }
  return matchingOf(
    'number',
    rows.map((row) => {
      const code = asCode(row.number);
      const record = byNumber.get(code);
      if (record === undefined) {
        return { row, recordNo: null, reason: code === '' ? 'noNumber' : 'noSuchRecord' };
      }
      const isTwice = (times.get(code) ?? 0) > 1;
      return { row, recordNo: record.no, reason: isTwice ? 'numberTwice' : blockedOr(record) };
    }),
    records,
  );
}

/**
 * Matches rows with records by their couplings, as the controls do at work.
 * @param couplings by id of the row
 */
export function matchByCoupling(
  rows: readonly RowToMatch[],
  records: readonly RecordToMatch[],
  couplings: ReadonlyMap<string, CoupledTo>,
): Matching {
  const byNumber = new Map(records.map((record) => [asCode(record.no), record]));
  return matchingOf(
    'coupling',
    rows.map((row) => {
      const coupling = couplings.get(row.id);
      if (coupling === undefined) {
        return { row, recordNo: null, reason: 'notCoupled' };
      }
      if (coupling.kind === 'other') {
        return { row, recordNo: null, reason: 'coupledToOther' };
      }
      const record = byNumber.get(asCode(coupling.recordNo));
      return coupling.recordNo === '' || record === undefined
        ? { row, recordNo: null, reason: 'coupledToDeleted' }
        : { row, recordNo: record.no, reason: blockedOr(record) };
    }),
    records,
  );
}

function blockedOr({ isBlocked }: RecordToMatch): 'blocked' | null {
  return isBlocked ? 'blocked' : null;
}

function matchingOf(
  matchBy: Matching['matchBy'],
  matches: readonly Match[],
  records: readonly RecordToMatch[],
): Matching {
  const matched = matches.flatMap(({ recordNo }) => (recordNo === null ? [] : [recordNo]));
  return {
    matchBy,
    rows: matches.length,
    matched: matched.length,
    notMatched: matches.flatMap(({ row, recordNo, reason }) =>
      reason === null ? [] : [{ row, reason, recordNo: recordNo ?? '' }],
    ),
    recordsWithoutRow: records.length - new Set(matched).size,
  };
}
