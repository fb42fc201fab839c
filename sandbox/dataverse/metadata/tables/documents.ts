import type { Column } from '../column';
import { defineTable } from '../defineTable';
import { addressColumns } from './addresses';
import { paymentTerms } from './customers';
import {
  choice,
  customer,
  date,
  decimal,
  integer,
  lookup,
  memo,
  moment,
  money,
  target,
  text,
  yesNo,
} from '../standardColumns';

/** Columns that quotes and orders share: customer, prices, totals, delivery. */
function documentColumns(name: 'quote' | 'order'): readonly Column[] {
  const table = name === 'quote' ? 'quote' : 'salesorder';
  const total = { writable: 'never' } as const;
  return [
    text('name', 'Name', 300, { required: 'ApplicationRequired' }),
    customer(
      'customerid',
      'Potential Customer',
      [
        target('account', `${name}_customer_accounts`, 'customerid_account', 'Restrict'),
        target('contact', `${name}_customer_contacts`, 'customerid_contact', 'Restrict'),
      ],
      { required: 'ApplicationRequired' },
    ),
    lookup('pricelevelid', 'Price List', 'pricelevel', `price_level_${name}s`, { onDelete: 'Restrict' }),
    lookup('transactioncurrencyid', 'Currency', 'transactioncurrency', `transactioncurrency_${table}`, {
      required: 'ApplicationRequired',
      onDelete: 'Restrict',
    }),
    date('requestdeliveryby', 'Requested Delivery Date'),
    choice('paymenttermscode', 'Payment Terms', paymentTerms),
    choice('freighttermscode', 'Freight Terms', { 1: 'FOB', 2: 'No Charge' }),
    money('totallineitemamount', 'Total Detail Amount', total),
    money('totallineitemdiscountamount', 'Total Line Item Discount Amount', total),
    decimal('discountpercentage', 'Discount (%)', 2),
    money('discountamount', 'Discount Amount'),
    money('totaldiscountamount', 'Total Discount Amount', total),
    money('totalamountlessfreight', 'Total Pre-Freight Amount', total),
    money('freightamount', 'Freight Amount'),
    money('totaltax', 'Total Tax', total),
    money('totalamount', 'Total Amount', total),
    yesNo('willcall', 'Ship To'),
    ...addressColumns('shipto', 'Ship To'),
    ...addressColumns('billto', 'Bill To'),
    memo('description', 'Description', 2000),
  ];
}

/** Columns that the lines of quotes and orders share. */
function lineColumns(document: 'quote' | 'salesorder'): readonly Column[] {
  const line = document === 'quote' ? 'quote' : 'order';
  const computed = { writable: 'never' } as const;
  return [
    lookup(
      `${document}id`,
      document === 'quote' ? 'Quote' : 'Order',
      document,
      document === 'quote' ? 'quote_details' : 'order_details',
      { required: 'SystemRequired', writable: 'create', onDelete: 'Cascade' },
    ),
    yesNo('isproductoverridden', 'Select Product', { writable: 'create' }),
    lookup('productid', 'Existing Product', 'product', `product_${line}_details`, { onDelete: 'Restrict' }),
    text('productdescription', 'Write-In Product', 500),
    lookup('uomid', 'Unit', 'uom', `unit_of_measurement_${line}_details`, { onDelete: 'Restrict' }),
    decimal('quantity', 'Quantity', 5),
    yesNo('ispriceoverridden', 'Pricing'),
    money('priceperunit', 'Price Per Unit'),
    money('volumediscountamount', 'Volume Discount', computed),
    money('baseamount', 'Amount', computed),
    money('manualdiscountamount', 'Manual Discount'),
    money('tax', 'Tax'),
    money('extendedamount', 'Extended Amount', computed),
    date('requestdeliveryby', 'Requested Delivery Date'),
    integer('lineitemnumber', 'Line Item Number'),
    integer('sequencenumber', 'Sequence Number'),
    lookup('salesrepid', 'Salesperson', 'systemuser', `system_user_${line}_details`),
    lookup(
      'transactioncurrencyid',
      'Currency',
      'transactioncurrency',
      `transactioncurrency_${document}detail`,
      {
        onDelete: 'Restrict',
      },
    ),
    yesNo('willcall', 'Ship To'),
    ...addressColumns('shipto', 'Ship To'),
    memo('description', 'Description', 2000),
  ];
}

export const quote = defineTable({
  schemaName: 'Quote',
  objectTypeCode: 1084,
  label: 'Quote',
  collectionLabel: 'Quotes',
  ownership: 'UserOwned',
  primaryName: 'name',
  states: {
    states: { 0: 'Draft', 1: 'Active', 2: 'Won', 3: 'Closed' },
    reasons: [
      [1, 0, 'In Progress'],
      [2, 1, 'In Progress'],
      [3, 1, 'Open'],
      [4, 2, 'Won'],
      [5, 3, 'Lost'],
      [6, 3, 'Canceled'],
      [7, 3, 'Revised'],
    ],
  },
  columns: [
    text('quotenumber', 'Quote ID', 100, { writable: 'create' }),
    integer('revisionnumber', 'Revision ID', { writable: 'never' }),
    ...documentColumns('quote'),
    date('effectivefrom', 'Effective From'),
    date('effectiveto', 'Effective To'),
    date('expireson', 'Due By'),
  ],
});

export const salesOrder = defineTable({
  schemaName: 'SalesOrder',
  objectTypeCode: 1088,
  label: 'Order',
  collectionLabel: 'Orders',
  ownership: 'UserOwned',
  // The stem is not the schema name: prvReadOrder (developers guide, "SalesOrder entity privileges" gg328477).
  privileges: { kind: 'own', stem: 'Order' },
  primaryName: 'name',
  states: {
    states: { 0: 'Active', 1: 'Submitted', 2: 'Canceled', 3: 'Fulfilled', 4: 'Invoiced' },
    reasons: [
      [1, 0, 'New'],
      [2, 0, 'Pending'],
      [3, 1, 'In Progress'],
      [4, 2, 'No Money'],
      [100001, 3, 'Complete'],
      [100002, 3, 'Partial'],
      [100003, 4, 'Invoiced'],
    ],
  },
  columns: [
    text('ordernumber', 'Order ID', 100, { writable: 'create' }),
    lookup('quoteid', 'Quote', 'quote', 'quote_orders'),
    lookup('opportunityid', 'Opportunity', 'opportunity', 'opportunity_sales_orders'),
    ...documentColumns('order'),
    date('datefulfilled', 'Date Fulfilled'),
    moment('submitdate', 'Date Submitted'),
  ],
});

/**
 * Lines have no privileges of their own: those of their document decide (developers guide, "SalesOrderDetail entity
 * privileges" gg328383), for the document that the line belongs to.
 */
export const quoteDetail = defineTable({
  schemaName: 'QuoteDetail',
  objectTypeCode: 1085,
  label: 'Quote Product',
  collectionLabel: 'Quote Products',
  ownership: 'None',
  privileges: { kind: 'through', table: 'quote', parentColumn: 'quoteid' },
  primaryName: 'quotedetailname',
  states: null,
  columns: [text('quotedetailname', 'Name', 100), ...lineColumns('quote')],
});

export const salesOrderDetail = defineTable({
  schemaName: 'SalesOrderDetail',
  objectTypeCode: 1089,
  label: 'Order Product',
  collectionLabel: 'Order Products',
  ownership: 'None',
  privileges: { kind: 'through', table: 'salesorder', parentColumn: 'salesorderid' },
  primaryName: 'salesorderdetailname',
  states: null,
  columns: [text('salesorderdetailname', 'Name', 100), ...lineColumns('salesorder')],
});
