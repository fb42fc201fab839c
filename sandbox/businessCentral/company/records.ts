import type { Day } from '../../demoData/calendar';
import type { ItemType } from '../../demoData/records';

/** Business Central's blank date, as OData shows it. */
export const blankDate: Day = '0001-01-01';

/** Business Central's blank date and time, as OData shows it. */
export const blankMoment = '0001-01-01T00:00:00Z';

/** Table 27 Item, as far as the sandbox keeps it; the remaining fields of the Item Card are constants there. */
export interface Item {
  readonly No: string;
  readonly Description: string;
  readonly Description_2: string;
  readonly Type: ItemType;
  readonly Blocked: boolean;
  readonly Base_Unit_of_Measure: string;
  readonly Last_Date_Modified: Day;
  readonly Item_Category_Code: string;
  readonly Unit_Price: number;
  readonly Unit_Cost: number;
  readonly Vendor_No: string;
  readonly Vendor_Item_No: string;
  readonly Replenishment_System: string;
  readonly Lead_Time_Calculation: string;
  readonly Safety_Stock_Quantity: number;
  readonly Reorder_Point: number;
  readonly Inventory_Posting_Group: string;
  readonly Gen_Prod_Posting_Group: string;
  readonly Item_Tracking_Code: string;
  readonly Gross_Weight: number;
  readonly Net_Weight: number;
  readonly Unit_Volume: number;
  /** `SystemId`: the "Integration ID" of a coupling. */
  readonly systemId: string;
}

/** Table 5404 Item Unit of Measure. */
export interface ItemUnit {
  readonly Item_No: string;
  readonly Code: string;
  readonly Qty_per_Unit_of_Measure: number;
}

/** Table 5715 Item Substitution, from item to item and without variants. */
export interface ItemSubstitution {
  readonly No: string;
  readonly Substitute_No: string;
  readonly Description: string;
  readonly Interchangeable: boolean;
  readonly Condition: boolean;
}

/** Table 14 Location. */
export interface Location {
  readonly Code: string;
  readonly Name: string;
}

/** What sales lines and purchase lines share. */
interface DocumentLine {
  readonly Document_Type: string;
  readonly Document_No: string;
  readonly Line_No: number;
  /** ' ' is a line of text. */
  readonly Type: string;
  readonly No: string;
  readonly Variant_Code: string;
  readonly Description: string;
  readonly Location_Code: string;
  readonly Unit_of_Measure_Code: string;
  /** Base units in one of the line's unit. */
  readonly qtyPerUnitOfMeasure: number;
  readonly Quantity: number;
  readonly Outstanding_Quantity: number;
}

/** Table 37 Sales Line. */
export interface SalesLine extends DocumentLine {
  readonly Sell_to_Customer_No: string;
  readonly Sell_to_Customer_Name: string;
  /** The customer who is sent the invoice: amounts on sales lines count for this one. */
  readonly billToCustomerNo: string;
  readonly unitPrice: number;
  readonly lineDiscountPercent: number;
  readonly Shipment_Date: Day;
  /** "Outstanding Amount (LCY)", with VAT. */
  readonly outstandingAmountLCY: number;
  /** "Shipped Not Invoiced (LCY)", with VAT. */
  readonly shippedNotInvoicedLCY: number;
  /** "Return Rcd. Not Invd. (LCY)", with VAT. */
  readonly returnReceivedNotInvoicedLCY: number;
  /** "Prepmt. Amount Inv. (LCY)", without VAT. */
  readonly prepaymentInvoicedLCY: number;
  /** "Prepmt. VAT Amount Inv. (LCY)". */
  readonly prepaymentVATInvoicedLCY: number;
  /** "Shipment No.": set where an invoice line was fetched from a posted shipment, else ''. */
  readonly shipmentNo: string;
}

/** Table 39 Purchase Line. */
export interface PurchaseLine extends DocumentLine {
  readonly Buy_from_Vendor_No: string;
  readonly Direct_Unit_Cost: number;
  readonly Expected_Receipt_Date: Day;
}

/** Table 32 Item Ledger Entry; `quantity` in base units, negative when stock goes out. */
export interface ItemLedgerEntry {
  readonly entryNo: number;
  readonly itemNo: string;
  readonly variantCode: string;
  readonly locationCode: string;
  readonly postingDate: Day;
  readonly quantity: number;
}
