import type { ReadOperation } from '../odata/readOperation';
import { groupsForFilters, oneOf } from '../odata/filter';
import { guid, isGuid } from '../odata/literals';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import type { RequestedProduct } from './types';

/** What `ProductItemAvailability` (page 5390) says of one coupled product. */
export interface CoupledItem {
  readonly productId: string;
  /** Blank: the product is coupled, but its item has been deleted. */
  readonly itemNo: string;
  /** Blank: not given. */
  readonly baseUnit: string;
  /** Null: not given. */
  readonly inventory: number | null;
}

/** Products in groups, each with the operation that asks for their couplings. */
export function coupledItemQuestions(
  products: readonly RequestedProduct[],
): { products: readonly RequestedProduct[]; operation: ReadOperation }[] {
  return groupsForFilters(products.filter(({ id }) => isGuid(id))).map((group) => ({
    products: group,
    operation: {
      service: 'ProductItemAvailability',
      // The page's other fields are computed for each row, so only its key and table can be filtered on.
      filter: oneOf(
        'CRM_ID',
        group.map(({ id }) => guid(id)),
      ),
      select: contractFields.ProductItemAvailability,
    },
  }));
}

function coupledItem(row: Row): CoupledItem {
  return {
    productId: row.guid('CRM_ID'),
    itemNo: row.text('ItemNo').trim(),
    baseUnit: row.has('UOM') ? row.text('UOM').trim() : '',
    inventory: row.has('Inventory') ? row.number('Inventory') : null,
  };
}

/** @returns `complete` is false where a row was unreadable: then a product without a row may be coupled all the same */
export function coupledItems(rows: readonly Row[]): { values: CoupledItem[]; complete: boolean } {
  return readRows(rows, coupledItem);
}
