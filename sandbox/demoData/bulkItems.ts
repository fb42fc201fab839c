import { madeItem } from './madeItems';
import type { DemoItem, DemoItemUnit } from './records';

/** An item of the long quotes: its supply and demand follow from its number alone. */
export interface BulkItem {
  readonly item: DemoItem;
  /** On hand, in pieces, at the blank location. */
  readonly inventory: number;
  /** Open purchase order, in pieces. */
  readonly receipt: { readonly quantity: number; readonly inDays: number } | null;
  /** Open sales order, in pieces. */
  readonly requirement: { readonly quantity: number; readonly inDays: number } | null;
  /** Unit in which the long quotes ask for it. */
  readonly salesUnitCode: 'PCS' | 'BOX';
}

/** Pieces in a box. */
export const piecesPerBox = 12;

function bulkItem(n: number): BulkItem {
  return {
    item: madeItem({
      No: `BULK-${String(n).padStart(4, '0')}`,
      Description: `Bulk article ${n}`,
      Unit_Price: 1 + (n % 50) / 2,
      Unit_Cost: 0.5 + (n % 50) / 4,
    }),
    inventory: n % 40,
    receipt: n % 3 === 0 ? { quantity: 25, inDays: n % 60 } : null,
    requirement: n % 4 === 0 ? { quantity: 10, inDays: n % 45 } : null,
    salesUnitCode: n % 7 === 0 ? 'BOX' : 'PCS',
  };
}

/** BULK-0001 to BULK-1000, in this order. */
export const bulkItems: readonly BulkItem[] = Array.from({ length: 1000 }, (_, index) => bulkItem(index + 1));

export const bulkItemUnits: readonly DemoItemUnit[] = bulkItems.flatMap((bulk) => {
  const piece = { Item_No: bulk.item.No, Code: 'PCS', Qty_per_Unit_of_Measure: 1 };
  return bulk.salesUnitCode === 'BOX'
    ? [piece, { ...piece, Code: 'BOX', Qty_per_Unit_of_Measure: piecesPerBox }]
    : [piece];
});
