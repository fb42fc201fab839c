import type { ServiceName } from '../connection';
import type { RecordKind } from './pairs';
import type { MappingDirection } from './types';

/** Keys of the fields' names in texts. */
export const mappedFieldNames = [
  'number',
  'name',
  'contact',
  'street',
  'street2',
  'postCode',
  'city',
  'country',
  'county',
  'email',
  'phone',
  'mobilePhone',
  'fax',
  'homePage',
  'creditLimit',
  'unit',
  'price',
  'cost',
  'volume',
  'weight',
  'vendorItemNumber',
  'inventory',
  'requestedDate',
  'amount',
  'amountWithTax',
  'estimatedValue',
  'closeDate',
  'dueDate',
  'salesperson',
  'currency',
  'paymentTerms',
  'shipmentMethod',
  'shippingAgent',
  'primaryContact',
  'customer',
  'company',
  'vendor',
] as const;

export type MappedFieldName = (typeof mappedFieldNames)[number];

/** A field of a mapping, as far as both sides can be read. */
export interface MappedField {
  readonly field: MappedFieldName;
  readonly direction: MappingDirection;
  /** Property of the service. */
  readonly property: string;
  /** Column of the row, or of a row that a lookup leads to: `lookup.column`. */
  readonly column: string;
  readonly decimals: number | null;
  /** False: both sides write it in words of their own, so that only people see whether they mean the same. */
  readonly isComparable: boolean;
}

/** Where the mapped fields of a kind are read. */
export interface MappedRecord {
  readonly service: ServiceName;
  /** Property that holds the record's number. */
  readonly key: string;
  readonly fields: readonly MappedField[];
  /** Fields of the default mapping that are not read, since the service or the row does not give them. */
  readonly left: readonly MappedFieldName[];
}

type Definition = readonly [
  field: MappedFieldName,
  direction: MappingDirection,
  property: string,
  column: string,
  decimals?: number,
];

function mapped(service: ServiceName, key: string, ...fields: readonly Definition[]): MappedRecord {
  return {
    service,
    key,
    fields: fields.map(([field, direction, property, column, decimals = null]) => ({
      field,
      direction,
      property,
      column,
      decimals,
      isComparable: true,
    })),
    left: [],
  };
}

/** Adds fields that are shown and not compared, and names those that are left out. */
function alsoMapped(
  record: MappedRecord,
  shown: readonly Definition[],
  left: MappedRecord['left'],
): MappedRecord {
  const { fields } = mapped(record.service, record.key, ...shown);
  return {
    ...record,
    fields: [...record.fields, ...fields.map((field) => ({ ...field, isComparable: false }))],
    left,
  };
}

/** The user that owns a row is its salesperson in Business Central, under a code. */
const salesperson: Definition = ['salesperson', 'toSales', 'Salesperson_Code', 'owninguser.fullname'];
/** Business Central has no code for its local currency. */
const currency: Definition = [
  'currency',
  'bidirectional',
  'Currency_Code',
  'transactioncurrencyid.isocurrencycode',
];
/** An option of Sales, which an option mapping translates (table 5334). */
const paymentTerms: Definition = ['paymentTerms', 'bidirectional', 'Payment_Terms_Code', 'paymenttermscode'];

/**
 * The default field mappings (codeunits 5334 "CRM Setup Defaults", 7204 "CDS Setup Defaults"). Fields that another coupling
 * translates (salesperson, currency), or an option mapping (payment terms), have other values on the two sides even where
 * they agree: they are shown and not compared. A service that has fewer fields leaves those out, too.
 */
export const mappedRecords: Readonly<Record<RecordKind, MappedRecord | null>> = {
  customer: alsoMapped(
    mapped(
      'CustomerCard',
      'No',
      ['name', 'bidirectional', 'Name', 'name'],
      ['contact', 'bidirectional', 'ContactName', 'address1_primarycontactname'],
      ['street', 'bidirectional', 'Address', 'address1_line1'],
      ['street2', 'bidirectional', 'Address_2', 'address1_line2'],
      ['postCode', 'bidirectional', 'Post_Code', 'address1_postalcode'],
      ['city', 'bidirectional', 'City', 'address1_city'],
      ['country', 'bidirectional', 'Country_Region_Code', 'address1_country'],
      ['county', 'bidirectional', 'County', 'address1_stateorprovince'],
      ['email', 'bidirectional', 'E_Mail', 'emailaddress1'],
      ['phone', 'bidirectional', 'Phone_No', 'telephone1'],
      ['fax', 'bidirectional', 'Fax_No', 'fax'],
      ['homePage', 'bidirectional', 'Home_Page', 'websiteurl'],
      ['creditLimit', 'toSales', 'Credit_Limit_LCY', 'creditlimit', 2],
    ),
    [salesperson, currency, paymentTerms],
    ['shipmentMethod', 'shippingAgent', 'primaryContact'],
  ),
  vendor: alsoMapped(
    mapped(
      'VendorList',
      'No',
      ['name', 'bidirectional', 'Name', 'name'],
      ['contact', 'bidirectional', 'Contact', 'address1_primarycontactname'],
      ['postCode', 'bidirectional', 'Post_Code', 'address1_postalcode'],
      ['city', 'bidirectional', 'City', 'address1_city'],
      ['country', 'bidirectional', 'Country_Region_Code', 'address1_country'],
      ['email', 'bidirectional', 'E_Mail', 'emailaddress1'],
      ['phone', 'bidirectional', 'Phone_No', 'telephone1'],
      ['fax', 'bidirectional', 'Fax_No', 'fax'],
    ),
    [currency, paymentTerms],
    [
      'street',
      'street2',
      'county',
      'homePage',
      'salesperson',
      'shipmentMethod',
      'shippingAgent',
      'primaryContact',
    ],
  ),
  contact: alsoMapped(
    mapped(
      'ContactList',
      'No',
      ['name', 'bidirectional', 'Name', 'fullname'],
      ['postCode', 'bidirectional', 'Post_Code', 'address1_postalcode'],
      ['country', 'bidirectional', 'Country_Region_Code', 'address1_country'],
      ['email', 'bidirectional', 'E_Mail', 'emailaddress1'],
      ['phone', 'bidirectional', 'Phone_No', 'telephone1'],
      ['mobilePhone', 'bidirectional', 'Mobile_Phone_No', 'mobilephone'],
    ),
    [salesperson],
    ['street', 'street2', 'city', 'county', 'fax', 'homePage', 'currency'],
  ),
  item: alsoMapped(
    mapped(
      'ItemCard',
      'No',
      ['number', 'toSales', 'No', 'productnumber'],
      ['name', 'bidirectional', 'Description', 'name'],
      ['unit', 'bidirectional', 'Base_Unit_of_Measure', 'defaultuomid.name'],
      ['price', 'toSales', 'Unit_Price', 'price', 2],
      ['cost', 'toSales', 'Unit_Cost', 'standardcost', 2],
      ['volume', 'toSales', 'Unit_Volume', 'stockvolume', 5],
      ['weight', 'toSales', 'Gross_Weight', 'stockweight', 5],
      ['vendorItemNumber', 'toSales', 'Vendor_Item_No', 'vendorpartnumber'],
      ['inventory', 'toSales', 'Inventory', 'quantityonhand', 5],
    ),
    [],
    ['vendor'],
  ),
  resource: mapped(
    'ResourceList',
    'No',
    ['number', 'toSales', 'No', 'productnumber'],
    ['name', 'bidirectional', 'Name', 'name'],
    ['unit', 'bidirectional', 'Base_Unit_of_Measure', 'defaultuomid.name'],
    ['price', 'toSales', 'Unit_Price', 'price', 2],
    ['cost', 'toSales', 'Unit_Cost', 'standardcost', 2],
  ),
  salesperson: mapped(
    'SalespersonsPurchasers',
    'Code',
    ['name', 'fromSales', 'Name', 'fullname'],
    ['email', 'fromSales', 'E_Mail', 'internalemailaddress'],
  ),
  currency: mapped(
    'CurrencyList',
    'Code',
    ['number', 'toSales', 'Code', 'isocurrencycode'],
    ['name', 'toSales', 'Description', 'currencyname'],
  ),
  unitOfMeasure: mapped('UnitsOfMeasure', 'Code', ['number', 'toSales', 'Code', 'baseuomname']),
  unitGroup: mapped('UnitGroups', 'Source_No', ['name', 'toSales', 'Code', 'name']),
  customerPriceGroup: mapped('CustomerPriceGroups', 'Code', ['number', 'toSales', 'Code', 'name']),
  salesOrder: alsoMapped(
    mapped(
      'SalesOrders',
      'No',
      ['requestedDate', 'toSales', 'Requested_Delivery_Date', 'requestdeliveryby'],
      ['amount', 'toSales', 'Amount', 'totalamountlessfreight', 2],
      ['amountWithTax', 'toSales', 'Amount_Including_VAT', 'totalamount', 2],
    ),
    [salesperson],
    ['customer', 'currency', 'paymentTerms', 'shipmentMethod'],
  ),
  opportunity: alsoMapped(
    mapped(
      'Opportunities',
      'No',
      ['name', 'bidirectional', 'Description', 'name'],
      ['estimatedValue', 'toSales', 'Estimated_Value_LCY', 'estimatedvalue', 2],
      ['closeDate', 'toSales', 'Estimated_Closing_Date', 'estimatedclosedate'],
    ),
    [salesperson],
    ['contact', 'company'],
  ),
  postedSalesInvoice: alsoMapped(
    mapped(
      'PostedSalesInvoices',
      'No',
      ['number', 'toSales', 'No', 'invoicenumber'],
      ['amount', 'toSales', 'Amount', 'totalamountlessfreight', 2],
      ['amountWithTax', 'toSales', 'Amount_Including_VAT', 'totalamount', 2],
      ['dueDate', 'toSales', 'Due_Date', 'duedate'],
    ),
    [],
    ['customer', 'salesperson', 'currency', 'paymentTerms'],
  ),
};
