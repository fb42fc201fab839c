import type { ReadOperation } from '../odata/readOperation';
import { oneOf } from '../odata/filter';
import { text } from '../odata/literals';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';

/** A row of `ItemUnitsOfMeasure` (page 5404). */
export interface ItemUnit {
  readonly itemNo: string;
  readonly code: string;
  /** Base units in one of this unit. */
  readonly factor: number;
}

/** @param itemNos as many as one filter takes */
export function unitsOfItems(itemNos: readonly string[]): ReadOperation {
  return {
    service: 'ItemUnitsOfMeasure',
    filter: oneOf('Item_No', itemNos.map(text)),
    select: contractFields.ItemUnitsOfMeasure,
  };
}

/** The units of all items, if there are at most `top`; their number tells whether these are all. */
export function allUnits(top: number): ReadOperation {
  return { service: 'ItemUnitsOfMeasure', select: contractFields.ItemUnitsOfMeasure, top, count: true };
}

export function itemUnits(rows: readonly Row[]): { values: ItemUnit[]; complete: boolean } {
  return readRows(rows, (row) => ({
    itemNo: row.text('Item_No'),
    code: row.text('Code'),
    factor: row.number('Qty_per_Unit_of_Measure'),
  }));
}
