import type { Company } from '../company';
import type { Coupling } from '../coupling/coupling';
import { pairs, type CouplableTable, type RecordKind } from '../coupling/pairs';
import { BusinessCentralError } from '../errors';
import { compare } from '../odata/filter';
import { flag } from '../odata/literals';
import { coupledRows, couplingsOfTable, tablesThatCouple } from './couplingsOfTable';
import { oneAfterAnother } from './oneAfterAnother';
import { pairsInOrder } from './prerequisites';
import { readAll } from './readAll';
import type { WorkOptions, WorkResult } from './types';
import { inPhase } from './workPhases';

/** What records and rows are matched by. */
export type MatchCriterion = 'number' | 'name' | 'email';

/** Something that can be matched, on either side; empty texts match nothing. */
export interface Matchable {
  readonly number: string;
  readonly name: string;
  readonly email: string;
}

export interface MatchableRow extends Matchable {
  readonly id: string;
}

/** A record and a row that belong together by the criteria. */
export interface Match {
  readonly kind: RecordKind;
  readonly recordNo: string;
  readonly recordName: string;
  readonly row: { readonly table: CouplableTable; readonly id: string };
  readonly rowName: string;
  readonly by: MatchCriterion;
}

/** What match-based coupling would do, before anything is done. */
export interface MatchProposal {
  readonly matches: readonly Match[];
  /** Records of Business Central without a row. */
  readonly recordsWithoutRow: number;
  /** Records with several rows that could be meant, or that share a row with another record. */
  readonly ambiguous: number;
}

/** A record with its row. */
interface Found<MatchedRecord> {
  readonly record: MatchedRecord;
  readonly row: MatchableRow;
  readonly by: MatchCriterion;
}

function folded(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function grouped<Item extends Matchable>(
  items: readonly Item[],
  by: MatchCriterion,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const word = folded(item[by]);
    if (word !== '') {
      groups.set(word, [...(groups.get(word) ?? []), item]);
    }
  }
  return groups;
}

/**
 * Matches records with rows by the first criterion that fits. A record or a row that several others fit is left alone, by
 * this criterion and by the ones after it.
 * @param criteria the strongest first
 */
export function matchedPairs<MatchedRecord extends Matchable>(
  records: readonly MatchedRecord[],
  rows: readonly MatchableRow[],
  criteria: readonly MatchCriterion[],
): { readonly found: readonly Found<MatchedRecord>[]; readonly ambiguous: number } {
  const found: Found<MatchedRecord>[] = [];
  const doubtful = new Set<Matchable>();
  const settled = new Set<Matchable>();
  for (const by of criteria) {
    const open = (item: Matchable) => !settled.has(item);
    const rowGroups = grouped(rows.filter(open), by);
    for (const [word, group] of grouped(records.filter(open), by)) {
      const candidates = rowGroups.get(word) ?? [];
      const [record] = group;
      const [row] = candidates;
      if (record === undefined || row === undefined) {
        continue;
      }
      if (group.length === 1 && candidates.length === 1) {
        found.push({ record, row, by });
      } else {
        group.forEach((each) => doubtful.add(each));
      }
      [...group, ...candidates].forEach((each) => settled.add(each));
    }
  }
  return { found, ambiguous: doubtful.size };
}

/**
 * A dry run of match-based coupling: couples nothing.
 * @param rows rows of Sales that could be coupled with the kind; coupled ones among them are left out
 * @throws BusinessCentralError `aborted` where it was ended
 */
export async function findMatches(
  company: Company,
  kind: RecordKind,
  rows: readonly MatchableRow[],
  criteria: readonly MatchCriterion[],
  options: WorkOptions = {},
): Promise<MatchProposal> {
  const pair = pairsInOrder().find((each) => each.kind === kind);
  if (pair === undefined) {
    throw new BusinessCentralError('questionRefused');
  }
  const { service, number, identity, name, email } = pair.candidates;
  const fields = [identity, name, email]
    .filter((field) => field !== null)
    .filter((field) => field !== number);
  const list = { service, key: number, fields, filter: compare('Coupled_to_Dataverse', 'eq', flag(false)) };
  const records = (await readAll(company, list, inPhase(options, 'fromBusinessCentral'))).map((row) => {
    const textOf = (field: string | null) => (field !== null && row.has(field) ? row.text(field).trim() : '');
    return { recordNo: textOf(identity), number: textOf(number), name: textOf(name), email: textOf(email) };
  });
  const couplings = await Promise.all(
    tablesThatCouple(kind, pair.tableId).map((table) => couplingsOfTable(company, table, options)),
  );
  const coupled = coupledRows(couplings.flat());
  const { found, ambiguous } = matchedPairs(
    records,
    rows.filter(({ id }) => !coupled.has(id)),
    criteria,
  );
  return {
    matches: found.map(({ record, row, by }) => ({
      kind,
      recordNo: record.recordNo,
      recordName: record.name,
      row: { table: pair.table, id: row.id },
      rowName: row.name,
      by,
    })),
    recordsWithoutRow: records.length - found.length - ambiguous,
    ambiguous,
  };
}

/** Couples one pair after the other. Nothing is synchronized: the full synchronization does that. */
export function coupleMatches(
  coupling: Pick<Coupling, 'couple'>,
  matches: readonly Match[],
  options: WorkOptions = {},
): Promise<WorkResult<Match>> {
  return oneAfterAnother(
    matches,
    ({ kind, recordNo, row }) => {
      const pair = pairs.find((each) => each.kind === kind);
      return pair === undefined
        ? Promise.resolve({ kind: 'refused', error: new BusinessCentralError('questionRefused') } as const)
        : coupling.couple(pair, row, recordNo, 'none');
    },
    options,
  );
}
