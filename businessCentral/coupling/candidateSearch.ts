import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import { compare, oneOf, type Filter } from '../odata/filter';
import { text } from '../odata/literals';
import type { Read, ReadOutcome } from '../odata/reader';
import type { ReadOperation } from '../odata/readOperation';
import { readRows, type Row } from '../odata/row';
import { oneMatches } from '../odata/textFilter';
import { filteredFields, leftOutReason } from './mappingFilter';
import type { Pair, RecordKind } from './pairs';
import { rankCandidates, type FoundRecord } from './rankCandidates';
import { fieldLengths, searchTerms, spellings, type SearchTerms } from './searchTerms';
import type { CandidateSearch, Candidates } from './types';
import { sourceOfUnitGroup } from './unitGroup';

/** So many candidates are shown, and so many at most asked for in each way of matching. */
const mostCandidates = 20;

type CandidateList = NonNullable<Pair['candidates']>;

const coupledField = 'Coupled_to_Dataverse';

/** A field of a pair's list may not exist; then nothing is looked for in it. */
interface Searched {
  readonly field: string | null;
  readonly longest: number;
}

/** Looks for texts in one field; null where there is nothing to look for, or the field cannot hold it. */
function filterOf(
  { field, longest }: Searched,
  value: string,
  condition: (field: string, values: readonly string[]) => Filter,
  written: (value: string) => string[] = spellings,
): Filter | null {
  return field === null || value === '' || value.length > longest ? null : condition(field, written(value));
}

const equals = (field: string, values: readonly string[]) => oneOf(field, values.map(text));
const starts = (field: string, values: readonly string[]) => oneMatches('startswith', field, values);
const contains = (field: string, values: readonly string[]) => oneMatches('contains', field, values);

/** Code fields hold upper case only (Microsoft Learn, "Code data type"). */
const asCode = (value: string) => [value.toUpperCase()];

/**
 * The operations of a search: one for each way of matching, so that many weak matches cannot crowd out a strong one. All
 * of them are answered in one request.
 */
export function candidateQuestions(pair: Pair, list: CandidateList, terms: SearchTerms): ReadOperation[] {
  const lengths = fieldLengths(pair.kind);
  const number: Searched = { field: list.number, longest: lengths.number };
  const name: Searched = { field: list.name, longest: lengths.name };
  const email: Searched = { field: list.email, longest: lengths.email };
  const filters = [
    terms.numberStart === ''
      ? filterOf(number, terms.number, (field, [code = '']) => compare(field, 'eq', text(code)), asCode)
      : filterOf(number, terms.numberStart, starts, asCode),
    filterOf(name, terms.name, equals),
    filterOf(name, terms.nameStart, starts),
    filterOf(name, terms.namePart, contains),
    terms.emailStart === ''
      ? filterOf(email, terms.email, equals)
      : filterOf(email, terms.emailStart, starts),
  ];
  const select = [
    list.number,
    list.identity,
    list.name,
    list.email,
    coupledField,
    // Looked at here and not in the filter: not every version shows them in the list, and a filter on a field that is not
    // there fails the search.
    ...filteredFields(pair.kind),
  ].filter((field) => field !== null);
  return filters
    .filter((filter) => filter !== null)
    .map((filter) => ({
      service: list.service,
      filter,
      select: [...new Set(select)],
      top: mostCandidates + 1,
    }));
}

/** Unit groups are searched by the number of their item or resource, which their code holds. */
function numberTerms({ kind }: Pair, terms: SearchTerms): SearchTerms {
  const source =
    kind === 'unitGroup' ? (sourceOfUnitGroup(terms.number) ?? sourceOfUnitGroup(terms.name)) : null;
  return source === null ? terms : { ...terms, number: source.no, numberStart: '' };
}

function foundRecord(row: Row, kind: RecordKind, list: CandidateList): FoundRecord {
  const textOr = (field: string | null) => (field !== null && row.has(field) ? row.text(field).trim() : '');
  return {
    recordNo: row.text(list.identity).trim(),
    ...(list.identity === list.number ? {} : { knownNumber: row.text(list.number).trim() }),
    name: textOr(list.name),
    email: textOr(list.email),
    isCoupled: row.has(coupledField) ? row.flag(coupledField) : null,
    leftOut: leftOutReason(kind, row),
  };
}

function foundRecords(
  outcomes: readonly ReadOutcome[],
  kind: RecordKind,
  list: CandidateList,
): FoundRecord[] {
  return outcomes.flatMap((outcome) =>
    outcome.ok ? readRows(outcome.rows, (row) => foundRecord(row, kind, list)).values : [],
  );
}

/**
 * Records that a row could be coupled to, searched by Business Central, in one round trip.
 * @throws BusinessCentralError where nothing could be read; a way of matching that fails alone is left out
 */
export async function candidatesOf(
  pair: Pair,
  search: CandidateSearch,
  read: Read,
  now: () => number,
  deadline: Deadline,
): Promise<Candidates> {
  const terms = numberTerms(pair, searchTerms(search));
  const questions = pair.candidates === null ? [] : candidateQuestions(pair, pair.candidates, terms);
  if (pair.candidates === null || questions.length === 0) {
    return { candidates: [], more: false, readAt: now() };
  }
  const outcomes = await read(questions, deadline);
  const [first] = outcomes;
  if (first?.ok === false && outcomes.every(({ ok }) => !ok)) {
    throw first.error;
  }
  if (first === undefined) {
    throw new BusinessCentralError('unreadableAnswer', { service: pair.candidates.service });
  }
  const ranked = rankCandidates(foundRecords(outcomes, pair.kind, pair.candidates), terms);
  return {
    candidates: ranked.slice(0, mostCandidates),
    more:
      ranked.length > mostCandidates ||
      outcomes.some((outcome) => outcome.ok && outcome.rows.length > mostCandidates),
    readAt: now(),
  };
}
