import { recordId } from '../../identity';
import type { Day } from '../../demoData/calendar';
import type { DemoItem, DemoItemUnit } from '../../demoData/records';
import type { IntegrationRecord, Item, ItemUnit } from '../company/records';

/** Business Central's number of table Item. */
export const itemTableId = 27;

/** An item as Business Central stores it. */
export function itemOf(item: DemoItem, today: Day, blocked: boolean): Item {
  return {
    No: item.No,
    Description: item.Description,
    Description_2: '',
    Type: item.Type,
    Blocked: blocked,
    Base_Unit_of_Measure: item.Base_Unit_of_Measure,
    Last_Date_Modified: today,
    Item_Category_Code: item.Item_Category_Code,
    Unit_Price: item.Unit_Price,
    Unit_Cost: item.Unit_Cost,
    Vendor_No: item.Vendor_No,
    Vendor_Item_No: item.Vendor_Item_No,
    Replenishment_System: item.Replenishment_System,
    Lead_Time_Calculation: '',
    Safety_Stock_Quantity: 0,
    Reorder_Point: item.Reorder_Point,
    Inventory_Posting_Group: item.Inventory_Posting_Group,
    Gen_Prod_Posting_Group: item.Gen_Prod_Posting_Group,
    Item_Tracking_Code: item.Item_Tracking_Code,
    Gross_Weight: item.Gross_Weight,
    Net_Weight: item.Net_Weight,
    Unit_Volume: item.Unit_Volume,
    systemId: recordId(`bc:${itemTableId}`, item.No),
  };
}

export function itemUnitOf(unit: DemoItemUnit): ItemUnit {
  return { ...unit };
}

/** The coupling of a product in Sales to an item; both sides agree on the ids through `recordId`. */
export function couplingOf(itemNo: string): IntegrationRecord {
  return {
    CRM_ID: recordId('product', itemNo),
    Integration_ID: recordId(`bc:${itemTableId}`, itemNo),
    Table_ID: itemTableId,
  };
}
