import { groupsForFilters } from '../odata/filter';
import type { ReadOperation } from '../odata/readOperation';
import { itemCardOperation } from './itemCards';
import { allUnits, unitsOfItems } from './itemUnits';
import { allOrderLines, orderLinesOfItems, type OrderLineService } from './openOrderLines';

/** A list that can be read item by item or as a whole. */
export type ListService = OrderLineService | 'ItemUnitsOfMeasure';

export const listServices: readonly ListService[] = ['SalesLines', 'PurchaseLines', 'ItemUnitsOfMeasure'];

/** An operation and the items it is about. */
export interface ItemQuestion {
  readonly service: 'ItemCard' | ListService;
  /** Null: all items. */
  readonly itemNos: readonly string[] | null;
  readonly operation: ReadOperation;
}

/**
 * From this many filters on, a list of unknown length is tried as a whole. Orders are few beside items; but every item
 * has at least its base unit, so that the list of units is worth it only for very many.
 */
const filtersWorthWholeList: Readonly<Record<ListService, number>> = {
  SalesLines: 3,
  PurchaseLines: 3,
  ItemUnitsOfMeasure: 20,
};

/** Rows of a whole list that cost about as much as one more operation (docs/performance.md). */
const rowsPerOperation = 150;

const longestWholeList = 10_000;

/** How many rows the lists had when they were last counted, so that a long one is not tried as a whole again. */
export type ListLengths = Map<ListService, number>;

/**
 * The operations that read items, their open order lines and their units. A list is read as a whole where it is known
 * to be short enough, or has not been counted yet.
 * @param itemNos as Business Central keeps them
 */
export function itemQuestions(itemNos: readonly string[], lengths: ListLengths): ItemQuestion[] {
  const groups = groupsForFilters(itemNos);
  const top = Math.min(groups.length * rowsPerOperation, longestWholeList);
  const asWhole = (service: ListService) =>
    groups.length >= filtersWorthWholeList[service] && (lengths.get(service) ?? 0) <= top;
  return [
    ...groups.map((group): ItemQuestion => ({
      service: 'ItemCard',
      itemNos: group,
      operation: itemCardOperation(group),
    })),
    ...listServices.flatMap((service): ItemQuestion[] =>
      asWhole(service)
        ? [{ service, itemNos: null, operation: wholeList(service, top) }]
        : listQuestions(service, itemNos),
    ),
  ];
}

/** One list, item by item. */
export function listQuestions(service: ListService, itemNos: readonly string[]): ItemQuestion[] {
  return groupsForFilters(itemNos).map((group) => ({
    service,
    itemNos: group,
    operation: service === 'ItemUnitsOfMeasure' ? unitsOfItems(group) : orderLinesOfItems(service, group),
  }));
}

function wholeList(service: ListService, top: number): ReadOperation {
  return service === 'ItemUnitsOfMeasure' ? allUnits(top) : allOrderLines(service, top);
}
