/**
 * Records of the demo data, under Business Central's field names. They are what `cronus/*.json` holds; only fields
 * that the sandbox reads are declared. Blank text is ''.
 */

export interface DemoCompany {
  readonly Name: string;
  readonly City: string;
  readonly Country_Region_Code: string;
  readonly LCY_Code: string;
}

export interface DemoSalesperson {
  readonly Code: string;
  readonly Name: string;
  readonly E_Mail: string;
}

export interface DemoShipToAddress {
  readonly Code: string;
  readonly Name: string;
  readonly Address: string;
  readonly City: string;
  readonly Post_Code: string;
  readonly Country_Region_Code: string;
}

export interface DemoCustomer {
  readonly No: string;
  readonly Name: string;
  readonly Address: string;
  readonly Address_2: string;
  readonly City: string;
  readonly Post_Code: string;
  readonly Country_Region_Code: string;
  /** Name of the contact person. */
  readonly Contact: string;
  readonly E_Mail: string;
  readonly Phone_No: string;
  /** Blank: the local currency. */
  readonly Currency_Code: string;
  readonly Salesperson_Code: string;
  readonly Payment_Terms_Code: string;
  /** 0: no limit. */
  readonly Credit_Limit_LCY: number;
  readonly Customer_Posting_Group: string;
  readonly Gen_Bus_Posting_Group: string;
  /** Decides on VAT. */
  readonly VAT_Bus_Posting_Group: string;
  readonly Ship_to_Addresses: readonly DemoShipToAddress[];
}

export interface DemoPaymentTerms {
  readonly Code: string;
  readonly Description: string;
  /** A date formula from the document's date, such as `14D`, `1M` or `CM`. */
  readonly Due_Date_Calculation: string;
}

export interface DemoCurrency {
  readonly Code: string;
  readonly ISO_Code: string;
  readonly Description: string;
  /** So many units cost `Relational_Exch_Rate_Amount` in GBP. */
  readonly Exchange_Rate_Amount: number;
  readonly Relational_Exch_Rate_Amount: number;
}

/** A posted invoice that was paid in full after it was due. */
export interface DemoLatePayment {
  readonly Customer_No: string;
  readonly Applies_to_Doc_No: string;
  readonly Days_After_Due_Date: number;
}

export interface DemoVendor {
  readonly No: string;
  readonly Name: string;
  readonly Address: string;
  readonly Address_2: string;
  readonly City: string;
  readonly Post_Code: string;
  readonly Country_Region_Code: string;
  readonly Contact: string;
  readonly E_Mail: string;
  readonly Phone_No: string;
  readonly Currency_Code: string;
  readonly Payment_Terms_Code: string;
  readonly Vendor_Posting_Group: string;
  readonly Gen_Bus_Posting_Group: string;
}

export interface DemoOpportunity {
  readonly No: string;
  readonly Description: string;
  readonly Salesperson_Code: string;
  readonly Customer_No: string;
  readonly Sales_Cycle_Code: string;
  readonly Status: 'Not Started' | 'In Progress' | 'Won' | 'Lost';
  readonly Priority: string;
  readonly Closed: boolean;
  readonly Creation_Date_Offset_Days: number;
  readonly Estimated_Value_LCY?: number;
  readonly Probability_Percent?: number;
  readonly Estimated_Close_Date_Offset_Days?: number;
}

export interface DemoContact {
  readonly Type: 'Company' | 'Person';
  readonly Name: string;
  readonly Company_Name: string;
  readonly E_Mail: string;
  readonly Linked_Table: 'Customer' | 'Vendor';
  /** Customer or vendor that the contact belongs to. */
  readonly Linked_No: string;
  readonly Job_Responsibility_Code: string;
}

export interface DemoLocation {
  readonly Code: string;
  readonly Name: string;
  readonly Address: string;
  readonly City: string;
  readonly Post_Code: string;
  readonly Country_Region_Code: string;
  readonly Use_As_In_Transit: boolean;
}

export type ItemType = 'Inventory' | 'Service' | 'Non-Inventory';

export interface DemoSubstitution {
  readonly Substitute_No: string;
  readonly Description: string;
  readonly Interchangeable: boolean;
}

export interface DemoItem {
  readonly No: string;
  readonly Description: string;
  readonly Type: ItemType;
  readonly Base_Unit_of_Measure: string;
  /** In GBP for one base unit. */
  readonly Unit_Price: number;
  readonly Unit_Cost: number;
  readonly Item_Category_Code: string;
  readonly Vendor_No: string;
  readonly Vendor_Item_No: string;
  readonly Reorder_Point: number;
  readonly Replenishment_System: string;
  readonly Inventory_Posting_Group: string;
  readonly Gen_Prod_Posting_Group: string;
  readonly Item_Tracking_Code: string;
  readonly Gross_Weight: number;
  readonly Net_Weight: number;
  readonly Unit_Volume: number;
  readonly Substitutions: readonly DemoSubstitution[];
}

export interface DemoUnit {
  readonly Code: string;
  readonly Description: string;
  readonly International_Standard_Code: string;
}

export interface DemoItemUnit {
  readonly Item_No: string;
  readonly Code: string;
  /** Base units in one of this unit. */
  readonly Qty_per_Unit_of_Measure: number;
}

export interface DemoJournalLine {
  readonly Item_No: string;
  readonly Location_Code: string;
  readonly Entry_Type: string;
  /** In base units. */
  readonly Quantity: number;
  readonly Posting_Date_Offset_Days: number;
}

/** Header of a sales document; days count from the work date. */
export interface DemoSalesHeader {
  readonly Document_Type: string;
  readonly No: string;
  readonly Sell_to_Customer_No: string;
  readonly Status: 'Open' | 'Posted';
  readonly Order_Date_Offset_Days?: number;
  readonly Posting_Date_Offset_Days: number;
  readonly Requested_Delivery_Date_Offset_Days?: number;
  readonly Location_Code?: string;
  readonly Salesperson_Code?: string;
  readonly Payment_Terms_Code?: string;
  readonly Payment_Method_Code?: string;
  readonly External_Document_No?: string;
  readonly Posted_Document_No?: string;
}

export interface DemoSalesLine {
  readonly Document_Type: string;
  readonly Document_No: string;
  readonly Line_No: number;
  /** Absent: a line of text. */
  readonly Type?: string;
  readonly No?: string;
  readonly Description?: string;
  readonly Quantity: number;
  readonly Unit_of_Measure_Code?: string;
  readonly Unit_Price?: number;
  readonly Line_Discount_Percent?: number;
  readonly Location_Code?: string;
}

/** Header of a purchase document; days count from the work date. */
export interface DemoPurchaseHeader {
  readonly Document_Type: string;
  readonly No: string;
  readonly Buy_from_Vendor_No: string;
  readonly Status: 'Open' | 'Posted';
  readonly Order_Date_Offset_Days?: number;
  readonly Posting_Date_Offset_Days: number;
  readonly Expected_Receipt_Date_Offset_Days?: number;
  readonly Location_Code?: string;
  readonly Posted_Document_No?: string;
}

export interface DemoPurchaseLine {
  readonly Document_Type: string;
  readonly Document_No: string;
  readonly Line_No: number;
  readonly Type: string;
  readonly No: string;
  readonly Quantity: number;
  readonly Unit_of_Measure_Code?: string;
  readonly Direct_Unit_Cost: number;
  readonly Location_Code?: string;
}

/** Documents of one kind: headers and lines, joined by document type and number. */
export interface DemoDocuments<Header, Line> {
  readonly headers: readonly Header[];
  readonly lines: readonly Line[];
}

export type DemoSalesDocuments = DemoDocuments<DemoSalesHeader, DemoSalesLine>;
export type DemoPurchaseDocuments = DemoDocuments<DemoPurchaseHeader, DemoPurchaseLine>;
