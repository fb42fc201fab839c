import type { ReadOperation } from '../odata/readOperation';
import { oneOf } from '../odata/filter';
import { text } from '../odata/literals';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import type { ItemSupply } from './types';

/** What `ItemCard` (page 30) says of one item. */
export interface ItemCard {
  readonly itemNo: string;
  readonly description: string;
  readonly kind: ItemSupply['kind'];
  readonly blocked: boolean | null;
  readonly baseUnit: string;
  readonly inventory: number | null;
  readonly unitPrice: number | null;
}

/** Longest item number (Code[20], table 27); a longer product number is no item's. */
const longestItemNo = 20;

/**
 * The form in which Business Central keeps an item number (Code fields are upper case).
 * @returns null where a text cannot be an item number
 */
export function itemNumber(value: string): string | null {
  const code = value.trim().toUpperCase();
  return code === '' || code.length > longestItemNo ? null : code;
}

/** @param itemNos as many as one filter takes */
export function itemCardOperation(itemNos: readonly string[]): ReadOperation {
  return { service: 'ItemCard', filter: oneOf('No', itemNos.map(text)), select: contractFields.ItemCard };
}

/** Option values of Item.Type (table 27, field 10). */
const kinds: Readonly<Record<string, ItemSupply['kind']>> = {
  Inventory: 'inventory',
  Service: 'service',
  'Non-Inventory': 'nonInventory',
};

function itemCard(row: Row): ItemCard {
  return {
    itemNo: row.text('No'),
    description: row.has('Description') ? row.text('Description') : '',
    kind: row.has('Type') ? (kinds[row.option('Type')] ?? null) : null,
    blocked: row.has('Blocked') ? row.flag('Blocked') : null,
    baseUnit: row.has('Base_Unit_of_Measure') ? row.text('Base_Unit_of_Measure').trim() : '',
    inventory: row.has('Inventory') ? row.number('Inventory') : null,
    unitPrice: row.has('Unit_Price') ? row.number('Unit_Price') : null,
  };
}

export function itemCards(rows: readonly Row[]): { values: ItemCard[]; complete: boolean } {
  return readRows(rows, itemCard);
}
