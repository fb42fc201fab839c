import { defineTable } from '../defineTable';
import { choice, customer, lookup, memo, money, target, text } from '../standardColumns';
import { addressColumns } from './addresses';

export const paymentTerms = {
  1: 'Net 30',
  2: '2% 10, Net 30',
  3: 'Net 45',
  4: 'Net 60',
} as const;

/** account.customertypecode: "Relationship Type" (Microsoft Learn, "account table reference"). */
const relationshipTypes = {
  1: 'Competitor',
  2: 'Consultant',
  3: 'Customer',
  4: 'Investor',
  5: 'Partner',
  6: 'Influencer',
  7: 'Press',
  8: 'Prospect',
  9: 'Reseller',
  10: 'Supplier',
  11: 'Vendor',
  12: 'Other',
} as const;

export const account = defineTable({
  schemaName: 'Account',
  objectTypeCode: 1,
  label: 'Account',
  collectionLabel: 'Accounts',
  ownership: 'UserOwned',
  primaryName: 'name',
  columns: [
    text('name', 'Account Name', 160, { required: 'ApplicationRequired' }),
    text('accountnumber', 'Account Number', 20),
    text('telephone1', 'Main Phone', 50, { format: 'Phone' }),
    text('emailaddress1', 'Email', 100, { format: 'Email' }),
    text('fax', 'Fax', 50, { format: 'Phone' }),
    text('websiteurl', 'Website', 200, { format: 'Url' }),
    choice('customertypecode', 'Relationship Type', relationshipTypes),
    lookup('primarycontactid', 'Primary Contact', 'contact', 'account_primary_contact'),
    choice('paymenttermscode', 'Payment Terms', paymentTerms),
    money('creditlimit', 'Credit Limit'),
    lookup('transactioncurrencyid', 'Currency', 'transactioncurrency', 'transactioncurrency_account', {
      onDelete: 'Restrict',
    }),
    ...addressColumns('address1', 'Address 1:'),
    text('address1_primarycontactname', 'Address 1: Primary Contact Name', 100),
    memo('description', 'Description', 2000),
  ],
});

export const contact = defineTable({
  schemaName: 'Contact',
  objectTypeCode: 2,
  label: 'Contact',
  collectionLabel: 'Contacts',
  ownership: 'UserOwned',
  primaryName: 'fullname',
  columns: [
    text('fullname', 'Full Name', 160, { writable: 'never' }),
    text('firstname', 'First Name', 50),
    text('lastname', 'Last Name', 50, { required: 'ApplicationRequired' }),
    text('jobtitle', 'Job Title', 100),
    text('telephone1', 'Business Phone', 50, { format: 'Phone' }),
    text('mobilephone', 'Mobile Phone', 50, { format: 'Phone' }),
    text('fax', 'Fax', 50, { format: 'Phone' }),
    text('emailaddress1', 'Email', 100, { format: 'Email' }),
    customer('parentcustomerid', 'Company Name', [
      target('account', 'contact_customer_accounts', 'parentcustomerid_account', 'Cascade'),
      target('contact', 'contact_customer_contacts', 'parentcustomerid_contact', 'Cascade'),
    ]),
    lookup('transactioncurrencyid', 'Currency', 'transactioncurrency', 'transactioncurrency_contact', {
      onDelete: 'Restrict',
    }),
    ...addressColumns('address1', 'Address 1:'),
    memo('description', 'Description', 2000),
  ],
});
