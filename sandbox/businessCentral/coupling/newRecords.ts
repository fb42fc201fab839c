import type { Company } from '../company/company';
import type {
  Contact,
  Opportunity,
  Resource,
  SalesHeader,
  Salesperson,
  Vendor,
} from '../company/coupledRecords';
import type { Customer } from '../company/receivables';
import { blankDate, type Item } from '../company/records';
import type { RecordValues } from './coupledTable';
import { nextNumber } from './numberSeries';

type New<Row> = Omit<Row, 'systemId'>;

/** Template of new customers: what the mapping's "Table Config Template Code" fills in. */
export function newCustomer(company: Company): New<Customer> {
  return {
    No: nextNumber(company.customers, ({ No }) => No, { prefix: 'C', first: '00010', step: 10 }),
    Name: '',
    Address: '',
    Address_2: '',
    City: '',
    Post_Code: '',
    County: '',
    Country_Region_Code: '',
    Phone_No: '',
    Fax_No: '',
    E_Mail: '',
    Home_Page: '',
    Contact: '',
    Primary_Contact_No: '',
    Blocked: ' ',
    Credit_Limit_LCY: 0,
    Salesperson_Code: '',
    Currency_Code: '',
    Payment_Terms_Code: '',
    Customer_Posting_Group: 'DOMESTIC',
    Gen_Bus_Posting_Group: 'DOMESTIC',
    VAT_Bus_Posting_Group: 'DOMESTIC',
    Last_Date_Modified: company.workDate,
  };
}

export function newVendor(company: Company): New<Vendor> {
  return {
    No: nextNumber(company.vendors, ({ No }) => No, { prefix: 'V', first: '00010', step: 10 }),
    Name: '',
    Address: '',
    Address_2: '',
    City: '',
    Post_Code: '',
    County: '',
    Country_Region_Code: '',
    Phone_No: '',
    Fax_No: '',
    E_Mail: '',
    Home_Page: '',
    Contact: '',
    Primary_Contact_No: '',
    Blocked: ' ',
    Purchaser_Code: '',
    Currency_Code: '',
    Payment_Terms_Code: '',
    Vendor_Posting_Group: 'DOMESTIC',
    Gen_Bus_Posting_Group: 'DOMESTIC',
  };
}

/** A person at a company; a contact's name is that of its parts (table 5050, CalculatedName). */
export function newContact(company: Company, values: RecordValues): New<Contact> {
  const companyContact = company.contacts.get(String(values['Company_No'] ?? ''))?.row;
  return {
    No: nextNumber(company.contacts, ({ No }) => No, { prefix: 'CT', first: '000001', step: 1 }),
    Type: 'Person',
    Name: '',
    First_Name: '',
    Surname: '',
    Company_No: '',
    Company_Name: companyContact?.Name ?? '',
    linkedTable: companyContact?.linkedTable ?? ' ',
    linkedNo: companyContact?.linkedNo ?? '',
    Job_Title: '',
    Address: '',
    Post_Code: '',
    City: '',
    Country_Region_Code: '',
    Phone_No: '',
    Mobile_Phone_No: '',
    Fax_No: '',
    E_Mail: '',
    Salesperson_Code: companyContact?.Salesperson_Code ?? '',
    Currency_Code: '',
  };
}

/** Items keep the product's number where it is free: the mapping sends numbers to Dataverse and does not get them. */
export function newItem(company: Company, _values: RecordValues, wantedNo: string): New<Item> {
  const wanted = wantedNo.slice(0, 20).toUpperCase();
  const free = wanted !== '' && company.items.get(wanted) === undefined;
  return {
    No: free ? wanted : nextNumber(company.items, ({ No }) => No, { prefix: '', first: '1000', step: 1 }),
    Description: '',
    Description_2: '',
    Type: 'Inventory',
    Blocked: false,
    Base_Unit_of_Measure: '',
    Last_Date_Modified: company.workDate,
    Item_Category_Code: '',
    Unit_Price: 0,
    Unit_Cost: 0,
    Vendor_No: '',
    Vendor_Item_No: '',
    Replenishment_System: 'Purchase',
    Lead_Time_Calculation: '',
    Safety_Stock_Quantity: 0,
    Reorder_Point: 0,
    Inventory_Posting_Group: 'RESALE',
    Gen_Prod_Posting_Group: 'RETAIL',
    Item_Tracking_Code: '',
    Gross_Weight: 0,
    Net_Weight: 0,
    Unit_Volume: 0,
  };
}

export function newResource(company: Company, _values: RecordValues, wantedNo: string): New<Resource> {
  const wanted = wantedNo.slice(0, 20).toUpperCase();
  const free = wanted !== '' && company.resources.get(wanted) === undefined;
  return {
    No: free
      ? wanted
      : nextNumber(company.resources, ({ No }) => No, { prefix: 'R', first: '0010', step: 10 }),
    Name: '',
    Type: 'Person',
    Base_Unit_of_Measure: '',
    Unit_Cost: 0,
    Unit_Price: 0,
    Blocked: false,
    Vendor_No: '',
    Gen_Prod_Posting_Group: 'SERVICES',
  };
}

/** A salesperson's code is made of the initials, and of a digit where they are taken. */
export function newSalesperson(company: Company, values: RecordValues): New<Salesperson> {
  const initials = String(values['Name'] ?? '')
    .split(' ')
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
  const codes = [initials, ...Array.from({ length: 99 }, (_, index) => `${initials}${index + 1}`)];
  return {
    Code: codes.find((code) => code !== '' && company.salespeople.get(code) === undefined) ?? initials,
    Name: '',
    E_Mail: '',
    Phone_No: '',
    Job_Title: '',
    commissionPercent: 0,
    Blocked: false,
  };
}

export function newSalesHeader(company: Company, values: RecordValues): New<SalesHeader> {
  const customer = company.customers.get(String(values['Sell_to_Customer_No'] ?? ''))?.row;
  return {
    Document_Type: 'Order',
    No: nextNumber(company.salesHeaders, ({ No }) => No, { prefix: 'S-ORD', first: '101001', step: 1 }),
    Sell_to_Customer_No: '',
    Sell_to_Customer_Name: customer?.Name ?? '',
    External_Document_No: '',
    Document_Date: company.workDate,
    Requested_Delivery_Date: blankDate,
    Location_Code: '',
    Salesperson_Code: customer?.Salesperson_Code ?? '',
    Currency_Code: '',
    Status: 'Released',
  };
}

export function newOpportunity(company: Company): New<Opportunity> {
  return {
    No: nextNumber(company.opportunities, ({ No }) => No, { prefix: 'OP', first: '100001', step: 1 }),
    Description: '',
    Status: 'Not Started',
    Creation_Date: company.workDate,
    Contact_No: '',
    Contact_Company_No: '',
    Salesperson_Code: '',
    Sales_Cycle_Code: 'NEW',
    Priority: 'Normal',
    Closed: false,
    Estimated_Value_LCY: 0,
    Estimated_Closing_Date: blankDate,
    probabilityPercent: 0,
  };
}
