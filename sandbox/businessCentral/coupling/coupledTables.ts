import type {
  Contact,
  CustomerPriceGroup,
  Opportunity,
  Resource,
  SalesHeader,
  SalesInvoiceHeader,
  Salesperson,
  UnitGroup,
  UnitOfMeasure,
  Vendor,
} from '../company/coupledRecords';
import type { Currency, Customer } from '../company/receivables';
import type { Item } from '../company/records';
import {
  contactTableId,
  currencyTableId,
  customerPriceGroupTableId,
  customerTableId,
  itemTableId,
  opportunityTableId,
  resourceTableId,
  salesHeaderTableId,
  salesInvoiceHeaderTableId,
  salespersonTableId,
  unitGroupTableId,
  unitOfMeasureTableId,
  vendorTableId,
} from '../company/tableIds';
import { coupledTable, type CoupledTable } from './coupledTable';
import { unitGroupCode } from './unitGroupCode';
import {
  newContact,
  newCustomer,
  newItem,
  newOpportunity,
  newResource,
  newSalesHeader,
  newSalesperson,
  newVendor,
} from './newRecords';

export const customers = coupledTable<Customer>({
  tableId: customerTableId,
  caption: 'Customer',
  table: (company) => company.customers,
  number: 'No',
  name: ({ Name }) => Name,
  blank: newCustomer,
});

export const vendors = coupledTable<Vendor>({
  tableId: vendorTableId,
  caption: 'Vendor',
  table: (company) => company.vendors,
  number: 'No',
  name: ({ Name }) => Name,
  blank: newVendor,
});

export const contacts = coupledTable<Contact>({
  tableId: contactTableId,
  caption: 'Contact',
  table: (company) => company.contacts,
  number: 'No',
  name: ({ Name }) => Name,
  blank: newContact,
});

export const items = coupledTable<Item>({
  tableId: itemTableId,
  caption: 'Item',
  table: (company) => company.items,
  number: 'No',
  name: ({ Description }) => Description,
  blank: newItem,
});

export const resources = coupledTable<Resource>({
  tableId: resourceTableId,
  caption: 'Resource',
  table: (company) => company.resources,
  number: 'No',
  name: ({ Name }) => Name,
  blank: newResource,
});

export const salespeople = coupledTable<Salesperson>({
  tableId: salespersonTableId,
  caption: 'Salesperson/Purchaser',
  table: (company) => company.salespeople,
  number: 'Code',
  name: ({ Name }) => Name,
  blank: newSalesperson,
});

export const currencies = coupledTable<Currency>({
  tableId: currencyTableId,
  caption: 'Currency',
  table: (company) => company.currencies,
  number: 'Code',
  name: ({ Description }) => Description,
  blank: null,
});

export const unitsOfMeasure = coupledTable<UnitOfMeasure>({
  tableId: unitOfMeasureTableId,
  caption: 'Unit of Measure',
  table: (company) => company.unitsOfMeasure,
  number: 'Code',
  name: ({ Description }) => Description,
  blank: null,
});

/** Table 5400, GetSourceName: the name of the item or resource. */
export const unitGroups = coupledTable<UnitGroup>({
  tableId: unitGroupTableId,
  caption: 'Unit Group',
  table: (company) => company.unitGroups,
  number: ({ Source_Type, Source_No }) => unitGroupCode(Source_Type, Source_No),
  name: ({ Source_Type, Source_No }, company) =>
    Source_Type === 'Item'
      ? (company.items.get(Source_No)?.row.Description ?? '')
      : (company.resources.get(Source_No)?.row.Name ?? ''),
  blank: null,
});

export const customerPriceGroups = coupledTable<CustomerPriceGroup>({
  tableId: customerPriceGroupTableId,
  caption: 'Customer Price Group',
  table: (company) => company.customerPriceGroups,
  number: 'Code',
  name: ({ Description }) => Description,
  blank: null,
});

export const salesHeaders = coupledTable<SalesHeader>({
  tableId: salesHeaderTableId,
  caption: 'Sales Header',
  table: (company) => company.salesHeaders,
  number: 'No',
  name: ({ Sell_to_Customer_Name }) => Sell_to_Customer_Name,
  blank: newSalesHeader,
});

export const opportunities = coupledTable<Opportunity>({
  tableId: opportunityTableId,
  caption: 'Opportunity',
  table: (company) => company.opportunities,
  number: 'No',
  name: ({ Description }) => Description,
  blank: newOpportunity,
});

export const salesInvoiceHeaders = coupledTable<SalesInvoiceHeader>({
  tableId: salesInvoiceHeaderTableId,
  caption: 'Sales Invoice Header',
  table: (company) => company.salesInvoiceHeaders,
  number: 'No',
  name: ({ Sell_to_Customer_Name }) => Sell_to_Customer_Name,
  blank: null,
});

const all = [
  customers,
  vendors,
  contacts,
  items,
  resources,
  salespeople,
  currencies,
  unitsOfMeasure,
  unitGroups,
  customerPriceGroups,
  salesHeaders,
  opportunities,
  salesInvoiceHeaders,
];

const byId = new Map<number, CoupledTable>(all.map((table) => [table.tableId, table]));

/** The table of a number; undefined: its records cannot be coupled. */
export function coupledTableOf(tableId: number): CoupledTable | undefined {
  return byId.get(tableId);
}
