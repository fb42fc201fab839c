import { defineTable } from '../defineTable';
import type { TablePrivileges } from '../table';
import { choice, decimal, integer, lookup, memo, money, text, yesNo } from '../standardColumns';

/**
 * Units and price lists have no privileges of their own: reading one takes prvReadProduct (Microsoft Learn, developers
 * guide, "PriceLevel entity privileges" gg334596; CreateUoMSchedule needs prvCreateProduct, aa613497).
 */
const asProduct: TablePrivileges = { kind: 'through', table: 'product', parentColumn: null };

export const product = defineTable({
  schemaName: 'Product',
  objectTypeCode: 1024,
  label: 'Product',
  collectionLabel: 'Products',
  ownership: 'OrganizationOwned',
  primaryName: 'name',
  states: {
    states: { 0: 'Active', 1: 'Retired', 2: 'Draft', 3: 'Under Revision' },
    reasons: [
      [1, 0, 'Active'],
      [2, 1, 'Retired'],
      [0, 2, 'Draft'],
      [3, 3, 'Under Revision'],
    ],
  },
  columns: [
    text('name', 'Name', 100, { required: 'ApplicationRequired' }),
    text('productnumber', 'Product ID', 100, { required: 'ApplicationRequired' }),
    memo('description', 'Description', 2000),
    choice('productstructure', 'Product Structure', {
      1: 'Product',
      2: 'Product Family',
      3: 'Product Bundle',
    }),
    choice('producttypecode', 'Product Type', {
      1: 'Sales Inventory',
      2: 'Miscellaneous Charges',
      3: 'Services',
      4: 'Flat Fees',
    }),
    lookup('defaultuomid', 'Default Unit', 'uom', 'unit_of_measurement_products', {
      required: 'ApplicationRequired',
      onDelete: 'Restrict',
    }),
    lookup('defaultuomscheduleid', 'Unit Group', 'uomschedule', 'unit_of_measure_schedule_products', {
      required: 'ApplicationRequired',
      onDelete: 'Restrict',
    }),
    lookup('pricelevelid', 'Default Price List', 'pricelevel', 'price_level_products'),
    integer('quantitydecimal', 'Decimals Supported', { required: 'ApplicationRequired' }),
    money('price', 'List Price'),
    money('standardcost', 'Standard Cost'),
    money('currentcost', 'Current Cost'),
    decimal('quantityonhand', 'Quantity On Hand', 5),
    decimal('stockweight', 'Stock Weight', 5),
    decimal('stockvolume', 'Stock Volume', 5),
    yesNo('isstockitem', 'Stock Item'),
    text('vendorname', 'Vendor', 100),
    text('vendorpartnumber', 'Vendor Part Number', 100),
    lookup('transactioncurrencyid', 'Currency', 'transactioncurrency', 'transactioncurrency_product', {
      onDelete: 'Restrict',
    }),
  ],
});

export const uomSchedule = defineTable({
  schemaName: 'UoMSchedule',
  objectTypeCode: 1056,
  label: 'Unit Group',
  collectionLabel: 'Unit Groups',
  ownership: 'OrganizationOwned',
  privileges: asProduct,
  primaryName: 'name',
  columns: [
    text('name', 'Name', 200, { required: 'ApplicationRequired' }),
    text('baseuomname', 'Base Unit Name', 100),
    memo('description', 'Description', 2000),
  ],
});

export const uom = defineTable({
  schemaName: 'UoM',
  objectTypeCode: 1055,
  label: 'Unit',
  collectionLabel: 'Units',
  ownership: 'OrganizationOwned',
  privileges: asProduct,
  primaryName: 'name',
  states: null,
  columns: [
    text('name', 'Name', 100, { required: 'ApplicationRequired' }),
    lookup('uomscheduleid', 'Unit Schedule', 'uomschedule', 'unit_of_measure_schedule_conversions', {
      required: 'SystemRequired',
      writable: 'create',
      onDelete: 'Cascade',
    }),
    lookup('baseuom', 'Base Unit', 'uom', 'unit_of_measurement_base_unit', { onDelete: 'Restrict' }),
    decimal('quantity', 'Quantity', 10, { required: 'ApplicationRequired' }),
    yesNo('isschedulebaseuom', 'Is Schedule Base Unit', { writable: 'never' }),
  ],
});

export const priceLevel = defineTable({
  schemaName: 'PriceLevel',
  objectTypeCode: 1022,
  label: 'Price List',
  collectionLabel: 'Price Lists',
  ownership: 'OrganizationOwned',
  privileges: asProduct,
  primaryName: 'name',
  columns: [
    text('name', 'Name', 100, { required: 'ApplicationRequired' }),
    lookup('transactioncurrencyid', 'Currency', 'transactioncurrency', 'transactioncurrency_pricelevel', {
      required: 'ApplicationRequired',
      onDelete: 'Restrict',
    }),
    memo('description', 'Description', 2000),
  ],
});

export const transactionCurrency = defineTable({
  schemaName: 'TransactionCurrency',
  entitySet: 'transactioncurrencies',
  objectTypeCode: 9105,
  label: 'Currency',
  collectionLabel: 'Currencies',
  ownership: 'OrganizationOwned',
  primaryName: 'currencyname',
  columns: [
    text('currencyname', 'Currency Name', 100, { required: 'SystemRequired' }),
    text('isocurrencycode', 'Currency Code', 5, { required: 'SystemRequired', writable: 'create' }),
    text('currencysymbol', 'Currency Symbol', 13, { required: 'SystemRequired' }),
    integer('currencyprecision', 'Currency Precision', { required: 'SystemRequired' }),
    decimal('exchangerate', 'Exchange Rate', 10, { required: 'SystemRequired' }),
  ],
});
