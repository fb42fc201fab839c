import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import { all, compare } from '../odata/filter';
import { text, type Literal } from '../odata/literals';
import type { ReadOutcome } from '../odata/reader';
import type { ReadOperation } from '../odata/readOperation';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import { datedRead } from '../oldestAnswer';
import { missingOfAnswer } from '../missingParts';
import { roundQuantity } from './quantity';
import { withoutOwnLines } from './ownOrder';
import { supplyOfItems, type SupplyQuestionParts } from './supplyQuestion';
import type {
  ItemDetails,
  ItemSupply,
  LocationStock,
  ProductSupply,
  Substitute,
  SupplyByProduct,
} from './types';

/** A location of `LocationList` (page 15). */
type Location = Pick<LocationStock, 'code' | 'name'>;

/**
 * Stock by location, and substitutes with their own supply and demand. One round trip; a second for substitutes, and
 * where the companion's `ItemStockByLocation` is not published.
 * @param withSubstitutes whether substitutes are of interest
 * @throws BusinessCentralError where nothing at all could be read
 */
export async function detailsOfItem(
  item: ItemSupply,
  withSubstitutes: boolean,
  question: SupplyQuestionParts,
  deadline: Deadline,
): Promise<ItemDetails> {
  const { read, readAt } = datedRead(question.read, question.now);
  const parts = { ...question, read };
  const operations = [
    locationList(),
    stockByLocation(item.itemNo),
    ...(withSubstitutes ? [substitutions(item)] : []),
  ];
  const [locationOutcome, stockOutcome, substituteOutcome] = await parts.read(operations, deadline);
  if (locationOutcome?.ok === false && stockOutcome?.ok === false && substituteOutcome?.ok !== true) {
    throw stockOutcome.error;
  }
  const locations = rowsOf(locationOutcome, location);
  const named = rowsOf(substituteOutcome, substitution);
  const [stock, substitutes] = await Promise.all([
    stockOf(item, stockOutcome, locations, parts, deadline),
    named === null ? null : withSupply(named, item, parts, deadline),
  ]);
  return {
    locations: stock.locations,
    substitutes: withSubstitutes ? substitutes : [],
    missing: [
      ...missingOfAnswer('LocationList', locationOutcome, locations !== null),
      ...(stock.error === null ? [] : [{ service: 'ItemStockByLocation', error: stock.error } as const]),
      ...missingOfAnswer('ItemSubstitutions', substituteOutcome, named !== null),
    ],
    readAt: readAt(),
  };
}

function locationList(): ReadOperation {
  return { service: 'LocationList', select: contractFields.LocationList };
}

function stockByLocation(itemNo: string): ReadOperation {
  return {
    service: 'ItemStockByLocation',
    filter: compare('Item_No', 'eq', text(itemNo)),
    select: contractFields.ItemStockByLocation,
  };
}

function substitutions({ itemNo }: ItemSupply): ReadOperation {
  return {
    service: 'ItemSubstitutions',
    filter: all(compare('Type', 'eq', text('Item')), compare('No', 'eq', text(itemNo))),
    select: contractFields.ItemSubstitutions,
  };
}

/** Signs that mean something in a filter expression of Business Central (Microsoft Learn, "Filter criteria"). */
const filterSigns = /[&|<>=*?@()']|\.\./;

/** A flow filter takes a filter expression; a code that would be one is put in apostrophes. */
function flowFilter(code: string): Literal {
  return text(filterSigns.test(code) ? `'${code.replace(/'/g, "''")}'` : code);
}

/** The item card's inventory narrowed to one location by its flow filter. */
function stockAtLocation(itemNo: string, code: string): ReadOperation {
  return {
    service: 'ItemCard',
    filter: all(compare('No', 'eq', text(itemNo)), compare('Location_Filter', 'eq', flowFilter(code))),
    select: ['No', 'Inventory'],
  };
}

function location(row: Row): Location {
  return { code: row.text('Code'), name: row.has('Name') ? row.text('Name') : '' };
}

function substitution(row: Row): Omit<Substitute, 'supply'> {
  return {
    itemNo: row.text('Substitute_No'),
    description: row.has('Description') ? row.text('Description') : '',
    interchangeable: row.has('Interchangeable') && row.flag('Interchangeable'),
    conditional: row.has('Condition') && row.flag('Condition'),
  };
}

/** @returns null where the rows did not come or are not all readable */
function rowsOf<T>(outcome: ReadOutcome | undefined, read: (row: Row) => T): readonly T[] | null {
  if (outcome?.ok !== true) {
    return null;
  }
  const { values, complete } = readRows(outcome.rows, read);
  return complete ? values : null;
}

interface Stock {
  readonly locations: readonly LocationStock[] | null;
  readonly error: BusinessCentralError | null;
}

async function stockOf(
  item: ItemSupply,
  outcome: ReadOutcome | undefined,
  locations: readonly Location[] | null,
  { read }: SupplyQuestionParts,
  deadline: Deadline,
): Promise<Stock> {
  const rows = rowsOf(outcome, (row) => ({
    code: row.text('Location_Code'),
    quantity: row.number('Quantity'),
  }));
  if (rows !== null) {
    return { locations: named(sumByLocation(rows), locations ?? []), error: null };
  }
  const error = outcome?.ok === false ? outcome.error : null;
  if (locations === null || item.inventory === null) {
    return { locations: null, error };
  }
  const outcomes = await read(
    locations.map(({ code }) => stockAtLocation(item.itemNo, code)),
    deadline,
  );
  const quantities = outcomes.map((each) => rowsOf(each, (row) => row.number('Inventory'))?.[0]);
  if (quantities.some((quantity) => quantity === undefined)) {
    return { locations: null, error };
  }
  const known = new Map(locations.map(({ code }, index) => [code, quantities[index] ?? 0] as const));
  const elsewhere = roundQuantity(
    item.inventory - [...known.values()].reduce((sum, quantity) => sum + quantity, 0),
  );
  // What lies at no location of the list lies at Business Central's blank one.
  return { locations: named(new Map([['', elsewhere], ...known]), locations), error: null };
}

/** Variants and lots of one location are one stock here. */
function sumByLocation(rows: readonly { code: string; quantity: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  rows.forEach(({ code, quantity }) => sums.set(code, roundQuantity((sums.get(code) ?? 0) + quantity)));
  return sums;
}

function named(quantities: ReadonlyMap<string, number>, locations: readonly Location[]): LocationStock[] {
  const names = new Map(locations.map(({ code, name }) => [code, name] as const));
  return [...quantities]
    .filter(([, quantity]) => quantity !== 0)
    .map(([code, quantity]) => ({ code, name: names.get(code) ?? '', quantity }))
    .sort((a, b) => b.quantity - a.quantity || (a.code < b.code ? -1 : 1));
}

async function withSupply(
  substitutes: readonly Omit<Substitute, 'supply'>[],
  { ownOrderNo = '' }: ItemSupply,
  parts: SupplyQuestionParts,
  deadline: Deadline,
): Promise<readonly Substitute[]> {
  const itemNos = [...new Set(substitutes.map(({ itemNo }) => itemNo))];
  const supplies =
    itemNos.length === 0 ? new Map<string, ProductSupply>() : await supplyOrFailure(itemNos, parts, deadline);
  return [...substitutes]
    .sort((a, b) => Number(b.interchangeable) - Number(a.interchangeable) || (a.itemNo < b.itemNo ? -1 : 1))
    .flatMap((substitute) => {
      const supply = supplies.get(substitute.itemNo);
      return supply === undefined
        ? []
        : [{ ...substitute, supply: withoutOwnLines(supply, { no: ownOrderNo, missing: [] }) }];
    });
}

/** Substitutes that cannot be judged are still named. */
async function supplyOrFailure(
  itemNos: readonly string[],
  parts: SupplyQuestionParts,
  deadline: Deadline,
): Promise<SupplyByProduct> {
  try {
    return await supplyOfItems(itemNos, parts, deadline);
  } catch (error) {
    if (!(error instanceof BusinessCentralError) || error.code === 'aborted') {
      throw error;
    }
    const failed: ProductSupply = { status: 'failed', error, readAt: parts.now() };
    return new Map(itemNos.map((itemNo) => [itemNo, failed] as const));
  }
}
