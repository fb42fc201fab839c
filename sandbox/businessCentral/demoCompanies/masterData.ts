import { recordId } from '../../identity';
import type { Day } from '../../demoData/calendar';
import { numberedContacts } from '../../demoData/demoContacts';
import type { DemoCustomer, DemoItem, DemoItemUnit } from '../../demoData/records';
import type { Customer, CustomerBlocking, GeneralLedgerSetup } from '../company/receivables';
import type { Item, ItemUnit } from '../company/records';
import { customerTableId, itemTableId } from '../company/tableIds';

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

/** The person at a customer whom its "Contact" names. */
function primaryContactNo({ No, Contact }: DemoCustomer): string {
  return (
    numberedContacts.find(
      (contact) => contact.linkedTable === 'Customer' && contact.linkedNo === No && contact.name === Contact,
    )?.no ?? ''
  );
}

/** A customer as Business Central stores it. */
export function customerOf(customer: DemoCustomer, today: Day, blocked: CustomerBlocking): Customer {
  return {
    No: customer.No,
    Name: customer.Name,
    Address: customer.Address,
    Address_2: customer.Address_2,
    City: customer.City,
    Post_Code: customer.Post_Code,
    County: '',
    Country_Region_Code: customer.Country_Region_Code,
    Phone_No: customer.Phone_No,
    Fax_No: '',
    E_Mail: customer.E_Mail,
    Home_Page: '',
    Contact: customer.Contact,
    Primary_Contact_No: primaryContactNo(customer),
    Blocked: blocked,
    Credit_Limit_LCY: customer.Credit_Limit_LCY,
    Salesperson_Code: customer.Salesperson_Code,
    Currency_Code: customer.Currency_Code,
    Payment_Terms_Code: customer.Payment_Terms_Code,
    Customer_Posting_Group: customer.Customer_Posting_Group,
    Gen_Bus_Posting_Group: customer.Gen_Bus_Posting_Group,
    VAT_Bus_Posting_Group: customer.VAT_Bus_Posting_Group,
    Last_Date_Modified: today,
    systemId: recordId(`bc:${customerTableId}`, customer.No),
  };
}

/** The local currency of both companies. */
export const generalLedgerSetup: GeneralLedgerSetup = {
  Primary_Key: '',
  LCY_Code: 'GBP',
  Local_Currency_Symbol: '£',
  Local_Currency_Description: 'Pound Sterling',
};
