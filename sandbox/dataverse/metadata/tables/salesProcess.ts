import { defineTable } from '../defineTable';
import { choice, customer, date, lookup, memo, money, target, text } from '../standardColumns';

/** What may be sold to whom, until it is won or lost. */
export const opportunity = defineTable({
  schemaName: 'Opportunity',
  entitySet: 'opportunities',
  objectTypeCode: 3,
  label: 'Opportunity',
  collectionLabel: 'Opportunities',
  ownership: 'UserOwned',
  primaryName: 'name',
  states: {
    states: { 0: 'Open', 1: 'Won', 2: 'Lost' },
    reasons: [
      [1, 0, 'In Progress'],
      [2, 0, 'On Hold'],
      [3, 1, 'Won'],
      [4, 2, 'Canceled'],
      [5, 2, 'Out-Sold'],
    ],
  },
  columns: [
    text('name', 'Topic', 300, { required: 'ApplicationRequired' }),
    lookup('parentaccountid', 'Account', 'account', 'opportunity_parent_account'),
    lookup('parentcontactid', 'Contact', 'contact', 'opportunity_parent_contact'),
    money('estimatedvalue', 'Est. Revenue'),
    date('estimatedclosedate', 'Est. Close Date'),
    choice('opportunityratingcode', 'Rating', { 1: 'Hot', 2: 'Warm', 3: 'Cold' }),
    lookup('transactioncurrencyid', 'Currency', 'transactioncurrency', 'transactioncurrency_opportunity', {
      onDelete: 'Restrict',
    }),
    memo('description', 'Description', 2000),
  ],
});

/** An invoice; where Business Central invoices, it is the copy of a posted one. */
export const invoice = defineTable({
  schemaName: 'Invoice',
  objectTypeCode: 1090,
  label: 'Invoice',
  collectionLabel: 'Invoices',
  ownership: 'UserOwned',
  primaryName: 'name',
  states: {
    states: { 0: 'Active', 1: 'Closed', 2: 'Paid', 3: 'Canceled' },
    reasons: [
      [1, 0, 'New'],
      [2, 0, 'Partially Shipped'],
      [3, 1, 'Canceled (Deprecated)'],
      [100001, 2, 'Complete'],
      [100003, 3, 'Canceled'],
    ],
  },
  columns: [
    text('name', 'Name', 300, { required: 'ApplicationRequired' }),
    text('invoicenumber', 'Invoice ID', 100),
    customer(
      'customerid',
      'Customer',
      [
        target('account', 'invoice_customer_accounts', 'customerid_account', 'Restrict'),
        target('contact', 'invoice_customer_contacts', 'customerid_contact', 'Restrict'),
      ],
      { required: 'ApplicationRequired' },
    ),
    lookup('salesorderid', 'Order', 'salesorder', 'order_invoices'),
    lookup('opportunityid', 'Opportunity', 'opportunity', 'opportunity_invoices'),
    date('duedate', 'Due Date'),
    money('totalamountlessfreight', 'Total Pre-Freight Amount'),
    money('totaltax', 'Total Tax'),
    money('totalamount', 'Total Amount'),
    lookup('transactioncurrencyid', 'Currency', 'transactioncurrency', 'transactioncurrency_invoice', {
      required: 'ApplicationRequired',
      onDelete: 'Restrict',
    }),
    memo('description', 'Description', 2000),
  ],
});
