import type { AskOptions } from '../askOptions';
import type { Company } from '../company';
import { pairs, type Pair, type RecordKind } from '../coupling/pairs';
import { compare } from '../odata/filter';
import { decimal, flag } from '../odata/literals';
import type { ReadOutcome } from '../odata/reader';
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
 * How many are coupled and how many are not, kind by kind, in one request.
 * @param rowsOfSales how many rows of Sales could be coupled, by kind; a kind that is not there was not counted
 * @throws BusinessCentralError where nothing could be read at all
 */
export function coupledCounts(
  { read, withinDeadline }: Company,
  rowsOfSales: ReadonlyMap<RecordKind, number>,
  { signal }: AskOptions = {},
): Promise<readonly CoupledCount[]> {
  const counted = pairsInOrder();
  return withinDeadline(signal, async (deadline) => {
    const outcomes = await read(
      counted.flatMap(({ tableId, candidates }) => [
        {
          service: 'CRMIntegrationRecords',
          filter: compare('Table_ID', 'eq', decimal(tableId)),
          select: ['CRM_ID'],
          top: 1,
          count: true,
        } as const,
        {
          service: candidates.service,
          filter: compare(coupledField, 'eq', flag(false)),
          select: [candidates.number],
          top: 1,
          count: true,
        },
      ]),
      deadline,
      true,
    );
    const [first] = outcomes;
    if (first?.ok === false && outcomes.every(({ ok }) => !ok)) {
      throw first.error;
    }
    return counted.map(({ kind, mapping }, index): CoupledCount => {
      const coupled = countIn(outcomes[2 * index]);
      const rows = rowsOfSales.get(kind);
      return {
        kind,
        mapping,
        coupled,
        recordsNotCoupled: countIn(outcomes[2 * index + 1]),
        // A row that has been deleted since, or no longer passes the mapping's filter, is coupled all the same.
        rowsNotCoupled: rows === undefined || coupled === null ? null : Math.max(0, rows - coupled),
      };
    });
  });
}

function countIn(outcome: ReadOutcome | undefined): number | null {
  return outcome?.ok === true ? outcome.total : null;
}
