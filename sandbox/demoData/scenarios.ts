import type { AvailabilityState } from '../../businessCentral/availability/types';
import { awkwardItemNo } from './madeItems';

/** Stock of an item at a location, in base units; '' is Business Central's blank location. */
export interface ScenarioStock {
  readonly locationCode: string;
  readonly quantity: number;
}

/** An open order line. `inDays` counts from today; null: the order gives no date. */
export interface ScenarioOrder {
  readonly quantity: number;
  readonly unitCode: string;
  readonly inDays: number | null;
}

/** All supply and demand of an item, in place of what CRONUS's own data gives. */
export interface ScenarioSupply {
  readonly stock: readonly ScenarioStock[];
  /** Open purchase orders. */
  readonly receipts: readonly ScenarioOrder[];
  /** Open sales orders. */
  readonly requirements: readonly ScenarioOrder[];
}

export interface ScenarioSubstitute {
  readonly itemNo: string;
  readonly interchangeable: boolean;
  /** There is a condition noted. */
  readonly conditional: boolean;
}

/** A line of the quote "Every availability state". */
export interface ScenarioQuoteLine {
  readonly quantity: number;
  readonly unitCode: string;
  /** Requested delivery, in days from today; null: none. */
  readonly requestedInDays: number | null;
  /** What the line is to show. */
  readonly state: AvailabilityState;
}

/** An item whose figures make one state of availability occur. */
export interface Scenario {
  readonly itemNo: string;
  readonly shows: string;
  /** Null: supply and demand stay as CRONUS's own data gives them. */
  readonly supply: ScenarioSupply | null;
  readonly substitutes: readonly ScenarioSubstitute[];
  readonly blocked: boolean;
  /** False: no coupling between the product in Sales and the item. */
  readonly coupled: boolean;
  /** True: the coupling is left over from an item that has been deleted in Business Central. */
  readonly itemDeleted: boolean;
  readonly quoteLines: readonly ScenarioQuoteLine[];
}

/** Code of the unit of measure that only Dataverse knows, and that nothing converts. */
export const unconvertibleUnit = 'CRATE';

function stocked(quantity: number): readonly ScenarioStock[] {
  return quantity === 0 ? [] : [{ locationCode: '', quantity }];
}

function order(quantity: number, inDays: number | null, unitCode = 'PCS'): ScenarioOrder {
  return { quantity, unitCode, inDays };
}

function line(
  quantity: number,
  state: AvailabilityState,
  unitCode = 'PCS',
  requestedInDays: number | null = null,
): ScenarioQuoteLine {
  return { quantity, unitCode, requestedInDays, state };
}

function scenario(given: Pick<Scenario, 'itemNo' | 'shows' | 'quoteLines'> & Partial<Scenario>): Scenario {
  return { supply: null, substitutes: [], blocked: false, coupled: true, itemDeleted: false, ...given };
}

/** In the order of the lines of the quote "Every availability state". */
export const scenarios: readonly Scenario[] = [
  scenario({
    itemNo: '1896-S',
    shows: 'Plenty on hand and nothing in the way.',
    supply: { stock: stocked(500), receipts: [], requirements: [] },
    quoteLines: [line(5, 'available')],
  }),
  scenario({
    itemNo: '1906-S',
    shows: 'Six now, the rest with a purchase order in 13 days.',
    supply: { stock: stocked(6), receipts: [order(40, 13)], requirements: [] },
    quoteLines: [line(10, 'partlyAvailable')],
  }),
  scenario({
    itemNo: '1908-S',
    shows: 'Nothing now, everything in nine days.',
    supply: { stock: [], receipts: [order(30, 9)], requirements: [] },
    quoteLines: [line(8, 'expected')],
  }),
  scenario({
    itemNo: '1960-S',
    shows: 'An overdue sales order takes more than there is; nothing is expected; there are substitutes.',
    supply: { stock: stocked(3), receipts: [], requirements: [order(20, -5)] },
    substitutes: [
      { itemNo: '1964-S', interchangeable: true, conditional: false },
      { itemNo: '1936-S', interchangeable: false, conditional: true },
    ],
    quoteLines: [line(4, 'short')],
  }),
  scenario({
    itemNo: '1968-S',
    shows: 'Negative inventory, and a purchase order that does not cover the line.',
    supply: { stock: stocked(-3), receipts: [order(5, 21)], requirements: [] },
    quoteLines: [line(5, 'short')],
  }),
  scenario({
    itemNo: '1988-S',
    shows: 'A purchase order without an expected receipt date promises nothing.',
    supply: { stock: [], receipts: [order(25, null)], requirements: [] },
    quoteLines: [line(5, 'short')],
  }),
  scenario({
    itemNo: '1964-S',
    shows: 'The dip: stock is there on the day, but a later sales order needs it until the receipt.',
    supply: { stock: stocked(50), receipts: [order(100, 30)], requirements: [order(45, 20)] },
    quoteLines: [line(10, 'partlyAvailable', 'PCS', 5)],
  }),
  scenario({
    itemNo: '1936-S',
    shows: 'Stock at several locations.',
    supply: {
      stock: [
        { locationCode: '', quantity: 10 },
        { locationCode: 'EAST', quantity: 25 },
        { locationCode: 'MAIN', quantity: 5 },
        { locationCode: 'WEST', quantity: 20 },
      ],
      receipts: [],
      requirements: [],
    },
    quoteLines: [line(30, 'available')],
  }),
  scenario({
    itemNo: '1928-S',
    shows: 'Two lines of one quote share the stock.',
    supply: { stock: stocked(20), receipts: [], requirements: [] },
    quoteLines: [line(15, 'available'), line(10, 'partlyAvailable')],
  }),
  scenario({
    itemNo: '1972-S',
    shows: 'Blocked in Business Central.',
    blocked: true,
    quoteLines: [line(2, 'blocked')],
  }),
  scenario({
    itemNo: 'SER101',
    shows: 'A service is not stocked.',
    quoteLines: [line(1, 'notStocked', 'DAY')],
  }),
  scenario({
    itemNo: 'NI-100',
    shows: 'A non-inventory item is not stocked.',
    quoteLines: [line(10, 'notStocked')],
  }),
  scenario({
    itemNo: 'WRB-1000',
    shows: 'Sold in bags of 48 pieces; one bag now, three bags after the purchase order.',
    supply: { stock: stocked(100), receipts: [order(2, 4, 'BAG')], requirements: [] },
    quoteLines: [line(1, 'available', 'BAG'), line(3, 'partlyAvailable', 'BAG')],
  }),
  scenario({
    itemNo: '1996-S',
    shows: 'A unit that neither Business Central nor Sales converts.',
    supply: { stock: stocked(12), receipts: [], requirements: [] },
    quoteLines: [line(2, 'unknown', unconvertibleUnit)],
  }),
  scenario({
    itemNo: awkwardItemNo,
    shows: 'An item number that has to be escaped.',
    supply: { stock: stocked(7), receipts: [], requirements: [] },
    quoteLines: [line(5, 'available')],
  }),
  scenario({
    itemNo: '2000-S',
    shows: 'Coupled to an item that has been deleted in Business Central.',
    itemDeleted: true,
    quoteLines: [line(3, 'unknown')],
  }),
  scenario({
    itemNo: '1980-S',
    shows: 'The item is there, but the product is not coupled to it.',
    coupled: false,
    quoteLines: [line(5, 'notCoupled')],
  }),
  scenario({
    itemNo: '1900-S',
    shows: 'Many receipts and requirements over three months, for the step chart.',
    supply: {
      stock: stocked(200),
      receipts: [order(80, 12), order(120, 30), order(100, 52), order(150, 75)],
      requirements: [
        order(60, 3),
        order(90, 8),
        order(70, 18),
        order(45, 25),
        order(30, 38),
        order(60, 45),
        order(75, 60),
        order(40, 70),
        order(50, 85),
      ],
    },
    quoteLines: [line(40, 'partlyAvailable')],
  }),
];
