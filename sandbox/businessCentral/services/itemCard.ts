import { recordId } from '../../identity';
import type { Company } from '../company/company';
import { quantityOnPurchaseOrders, quantityOnSalesOrders, noFlowFilters } from '../company/flowFields';
import { blankDate, type Item } from '../company/records';
import { dialogError, ODataError } from '../odata/odataError';
import { itemCardFields } from './itemCardFields';
import { rowReader, type Service, type ServiceRow, type ServiceValues } from './service';

const rowOf = rowReader(itemCardFields);

/** What a caller may change; the other controls of the card are read-only here. */
const modifiable = [
  'Description',
  'Description_2',
  'Blocked',
  'Unit_Price',
  'Safety_Stock_Quantity',
] as const;

const newItem: Item = {
  No: '',
  Description: '',
  Description_2: '',
  Type: 'Inventory',
  Blocked: false,
  Base_Unit_of_Measure: '',
  Last_Date_Modified: blankDate,
  Item_Category_Code: '',
  Unit_Price: 0,
  Unit_Cost: 0,
  Vendor_No: '',
  Vendor_Item_No: '',
  Replenishment_System: 'Purchase',
  Lead_Time_Calculation: '',
  Safety_Stock_Quantity: 0,
  Reorder_Point: 0,
  Inventory_Posting_Group: '',
  Gen_Prod_Posting_Group: '',
  Item_Tracking_Code: '',
  Gross_Weight: 0,
  Net_Weight: 0,
  Unit_Volume: 0,
  systemId: '',
};

function itemOf(company: Company, row: ServiceRow): Item {
  const itemNo = String(row.read('No', noFlowFilters));
  const stored = company.items.get(itemNo);
  if (stored === undefined) {
    throw new ODataError(
      404,
      'Internal_RecordNotFound',
      `The Item does not exist. Identification fields and values: No.='${itemNo}'`,
    );
  }
  return stored.row;
}

/** Stores an item and gives its row. Values come checked against the fields' types. */
function put(company: Company, item: Item, values: ServiceValues): ServiceRow {
  const stored = company.items.put({ ...item, ...Object.fromEntries(values) });
  return rowOf(company, stored.row, stored.rowVersion);
}

function insert(company: Company, values: ServiceValues): ServiceRow {
  const itemNo = values.get('No');
  if (typeof itemNo !== 'string' || itemNo === '') {
    throw dialogError(
      'The number series for items does not allow manual blank numbers. No. must be filled in.',
    );
  }
  if (company.items.get(itemNo) !== undefined) {
    throw new ODataError(
      409,
      'Internal_EntityWithSameKeyExists',
      `The Item already exists. Identification fields and values: No.='${itemNo}'`,
    );
  }
  return put(company, { ...newItem, systemId: recordId('bc:27', itemNo) }, values);
}

/** OnDelete of table Item refuses while an order mentions the item. */
function remove(company: Company, row: ServiceRow): void {
  const { No } = itemOf(company, row);
  const order =
    quantityOnSalesOrders(company, No, noFlowFilters) !== 0
      ? 'Sales'
      : quantityOnPurchaseOrders(company, No, noFlowFilters) !== 0
        ? 'Purchase'
        : null;
  if (order !== null) {
    throw dialogError(
      `You cannot delete Item ${No} because there is at least one outstanding ${order} Order that includes this item.`,
    );
  }
  company.items.remove(No);
}

/** Page 30: one item with its FlowFields; the one page here that permits changes. */
export const itemCard: Service = {
  name: 'ItemCard',
  object: 'Page 30 Item Card',
  kind: 'page',
  key: ['No'],
  fields: itemCardFields,
  changes: {
    insertable: ['No', 'Type', 'Base_Unit_of_Measure', ...modifiable],
    modifiable,
    insert,
    modify: (company, row, values) => put(company, itemOf(company, row), values),
    remove,
  },
  rows: (company) => company.items.all().map((stored) => rowOf(company, stored.row, stored.rowVersion)),
};
