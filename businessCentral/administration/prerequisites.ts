import type { AskOptions } from '../askOptions';
import type { Company } from '../company';
import { pairs, type Pair, type RecordKind } from '../coupling/pairs';
import { compare } from '../odata/filter';
import { flag } from '../odata/literals';
import type { ReadOutcome } from '../odata/reader';
import {
  coupledPairs,
  coupledRows,
  couplingsQuestion,
  tablesThatCouple,
  type CoupledPair,
} from './couplingsOfTable';
import { pageDeadline } from './readAll';
import type { CoupledCount } from './types';

/**
 * Kinds in the order in which they depend on each other (codeunit 5331 "GetPrioritizedMappingList"; dependency filters of
 * codeunits 5334 and 7204). Posted invoices are not coupled by hand.
 */
export const dependencyOrder: readonly RecordKind[] = [
  'salesperson',
  'currency',
  'unitOfMeasure',
  'unitGroup',
  'customer',
  'vendor',
  'contact',
  'item',
  'resource',
  'customerPriceGroup',
  'opportunity',
  'salesOrder',
];

const coupledField = 'Coupled_to_Dataverse';

/** The pairs whose couplings are made by hand, in dependency order. */
export function pairsInOrder(): (Pair & { readonly candidates: NonNullable<Pair['candidates']> })[] {
  return dependencyOrder.flatMap((kind) =>
    pairs.flatMap((pair) =>
      pair.kind === kind && pair.candidates !== null ? [{ ...pair, candidates: pair.candidates }] : [],
    ),
  );
}

/**
 * How many are coupled and how many are not, kind by kind, in one batch. Rows of Sales are told apart by their ids: a
 * coupling may be to a row that was deleted since, or that the mapping's filter leaves out.
 * @param rowsOfSales ids of the rows of Sales that could be coupled, by kind; a kind that is not there was not read
 * @throws BusinessCentralError where nothing could be read at all
 */
export function coupledCounts(
  { read, withinDeadline }: Company,
  rowsOfSales: ReadonlyMap<RecordKind, readonly string[]>,
  { signal }: AskOptions = {},
): Promise<readonly CoupledCount[]> {
  const counted = pairsInOrder();
  return withinDeadline(
    signal,
    async (deadline) => {
      const outcomes = await read(
        [
          ...counted.map(({ tableId }) => couplingsQuestion(tableId)),
          ...counted.map(({ candidates }) => ({
            service: candidates.service,
            filter: compare(coupledField, 'eq', flag(false)),
            select: [candidates.number],
            top: 1,
            count: true,
          })),
        ],
        deadline,
        true,
      );
      const [first] = outcomes;
      if (first?.ok === false && outcomes.every(({ ok }) => !ok)) {
        throw first.error;
      }
      const couplings = new Map(counted.map(({ tableId }, index) => [tableId, couplingsIn(outcomes[index])]));
      return counted.map(({ kind, mapping, tableId }, index): CoupledCount => {
        const own = couplings.get(tableId) ?? null;
        return {
          kind,
          mapping,
          coupled: own === null ? null : coupledRows(own).size,
          recordsNotCoupled: countIn(outcomes[counted.length + index]),
          rowsNotCoupled: rowsWithout(
            rowsOfSales.get(kind),
            tablesThatCouple(kind, tableId).map((table) => couplings.get(table) ?? null),
          ),
        };
      });
    },
    pageDeadline,
  );
}

/** @returns null where rows or couplings are not known */
function rowsWithout(
  rows: readonly string[] | undefined,
  couplings: readonly (readonly CoupledPair[] | null)[],
): number | null {
  const known = couplings.filter((each) => each !== null);
  if (rows === undefined || known.length < couplings.length) {
    return null;
  }
  const coupled = coupledRows(known.flat());
  return rows.filter((id) => !coupled.has(id)).length;
}

function couplingsIn(outcome: ReadOutcome | undefined): readonly CoupledPair[] | null {
  return outcome?.ok === true ? coupledPairs(outcome.rows) : null;
}

function countIn(outcome: ReadOutcome | undefined): number | null {
  return outcome?.ok === true ? outcome.total : null;
}
