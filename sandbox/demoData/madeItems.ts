import type { DemoItem, DemoItemUnit } from './records';

/** An item that CRONUS does not have, with what every such item shares. */
export function madeItem(
  item: Pick<DemoItem, 'No' | 'Description' | 'Unit_Price' | 'Unit_Cost'> & Partial<DemoItem>,
): DemoItem {
  return {
    Type: 'Inventory',
    Base_Unit_of_Measure: 'PCS',
    Item_Category_Code: 'MISC',
    Vendor_No: '',
    Vendor_Item_No: '',
    Reorder_Point: 0,
    Replenishment_System: 'Purchase',
    Inventory_Posting_Group: 'RESALE',
    Gen_Prod_Posting_Group: 'RETAIL',
    Item_Tracking_Code: '',
    Gross_Weight: 0,
    Net_Weight: 0,
    Unit_Volume: 0,
    Substitutions: [],
    ...item,
  };
}

/** Number with an apostrophe, an ampersand, a percent and a number sign: what a careless client breaks on. */
export const awkwardItemNo = "O'NEIL & 50% #1";

/** Items that the scenarios need and CRONUS lacks. */
export const scenarioItems: readonly DemoItem[] = [
  madeItem({
    No: 'NI-100',
    Description: 'Assembly instructions, printed',
    Type: 'Non-Inventory',
    Unit_Price: 2.5,
    Unit_Cost: 0.8,
    Inventory_Posting_Group: '',
  }),
  madeItem({ No: awkwardItemNo, Description: "O'Neil <poster>, 50% off", Unit_Price: 9.5, Unit_Cost: 3.2 }),
];

export const scenarioItemUnits: readonly DemoItemUnit[] = scenarioItems.map((item) => ({
  Item_No: item.No,
  Code: item.Base_Unit_of_Measure,
  Qty_per_Unit_of_Measure: 1,
}));
