import type { Day } from '../../demoData/calendar';

/** Table 23 Vendor, as far as the sandbox keeps it. */
export interface Vendor {
  readonly No: string;
  readonly Name: string;
  readonly Address: string;
  readonly Address_2: string;
  readonly City: string;
  readonly Post_Code: string;
  readonly County: string;
  readonly Country_Region_Code: string;
  readonly Phone_No: string;
  readonly Fax_No: string;
  readonly E_Mail: string;
  readonly Home_Page: string;
  readonly Contact: string;
  readonly Primary_Contact_No: string;
  /** "Blocked" of a vendor knows two words less than that of a customer. */
  readonly Blocked: ' ' | 'Payment' | 'All';
  /** "Purchaser Code" */
  readonly Purchaser_Code: string;
  readonly Currency_Code: string;
  readonly Payment_Terms_Code: string;
  readonly Vendor_Posting_Group: string;
  readonly Gen_Bus_Posting_Group: string;
  readonly systemId: string;
}

export const vendorBlockings = [' ', 'Payment', 'All'] as const;

/** Table 5050 Contact: a company, or a person at one. */
export interface Contact {
  readonly No: string;
  readonly Type: 'Company' | 'Person';
  readonly Name: string;
  readonly First_Name: string;
  readonly Surname: string;
  /** Number of the contact that is the company; a company's own. */
  readonly Company_No: string;
  readonly Company_Name: string;
  /** Record behind the company through table 5054 "Contact Business Relation"; blank: none. */
  readonly linkedTable: ' ' | 'Customer' | 'Vendor';
  readonly linkedNo: string;
  readonly Job_Title: string;
  readonly Address: string;
  readonly Post_Code: string;
  readonly City: string;
  readonly Country_Region_Code: string;
  readonly Phone_No: string;
  readonly Mobile_Phone_No: string;
  readonly Fax_No: string;
  readonly E_Mail: string;
  readonly Salesperson_Code: string;
  readonly Currency_Code: string;
  readonly systemId: string;
}

export const contactTypes = ['Company', 'Person'] as const;

/** Table 156 Resource. */
export interface Resource {
  readonly No: string;
  readonly Name: string;
  readonly Type: 'Person' | 'Machine';
  readonly Base_Unit_of_Measure: string;
  readonly Unit_Cost: number;
  readonly Unit_Price: number;
  readonly Blocked: boolean;
  readonly Vendor_No: string;
  readonly Gen_Prod_Posting_Group: string;
  readonly systemId: string;
}

export const resourceTypes = ['Person', 'Machine'] as const;

/** Table 13 Salesperson/Purchaser. */
export interface Salesperson {
  readonly Code: string;
  readonly Name: string;
  readonly E_Mail: string;
  readonly Phone_No: string;
  readonly Job_Title: string;
  readonly commissionPercent: number;
  readonly Blocked: boolean;
  readonly systemId: string;
}

/** Table 204 Unit of Measure. */
export interface UnitOfMeasure {
  readonly Code: string;
  readonly Description: string;
  readonly International_Standard_Code: string;
  readonly systemId: string;
}

/** Table 5400 Unit Group: the units of one item or resource. */
export interface UnitGroup {
  readonly Source_Type: 'Item' | 'Resource';
  readonly Source_No: string;
  /** SystemId of the item or resource. */
  readonly Source_Id: string;
  readonly systemId: string;
}

export const unitGroupSourceTypes = ['Item', 'Resource'] as const;

/** Table 6 Customer Price Group. */
export interface CustomerPriceGroup {
  readonly Code: string;
  readonly Description: string;
  readonly Currency_Code: string;
  readonly systemId: string;
}

/** Table 36 Sales Header, of an order; its amounts are sums of its lines. */
export interface SalesHeader {
  readonly Document_Type: 'Order';
  readonly No: string;
  readonly Sell_to_Customer_No: string;
  readonly Sell_to_Customer_Name: string;
  readonly External_Document_No: string;
  readonly Document_Date: Day;
  readonly Requested_Delivery_Date: Day;
  readonly Location_Code: string;
  readonly Salesperson_Code: string;
  readonly Currency_Code: string;
  readonly Status: 'Open' | 'Released';
  readonly systemId: string;
}

export const salesHeaderStatuses = ['Open', 'Released', 'Pending Approval', 'Pending Prepayment'] as const;

/** Table 5092 Opportunity, with the figures of its active entry. */
export interface Opportunity {
  readonly No: string;
  readonly Description: string;
  readonly Status: (typeof opportunityStatuses)[number];
  readonly Creation_Date: Day;
  readonly Contact_No: string;
  readonly Contact_Company_No: string;
  readonly Salesperson_Code: string;
  readonly Sales_Cycle_Code: string;
  readonly Priority: string;
  readonly Closed: boolean;
  readonly Estimated_Value_LCY: number;
  readonly Estimated_Closing_Date: Day;
  readonly probabilityPercent: number;
  readonly systemId: string;
}

export const opportunityStatuses = ['Not Started', 'In Progress', 'Won', 'Lost'] as const;

/** Table 112 Sales Invoice Header. */
export interface SalesInvoiceHeader {
  readonly No: string;
  readonly Sell_to_Customer_No: string;
  readonly Sell_to_Customer_Name: string;
  /** Number that the invoice had before it was posted. */
  readonly preAssignedNo: string;
  readonly Currency_Code: string;
  readonly Posting_Date: Day;
  readonly Due_Date: Day;
  /** Without VAT. */
  readonly Amount: number;
  readonly Amount_Including_VAT: number;
  readonly Salesperson_Code: string;
  readonly systemId: string;
}
