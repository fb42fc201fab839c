import type { RequestedCustomer } from '../businessCentral/statistics/types';
import type { DocumentWithCustomer } from './customers';
import { expandedOf, lookupOf, numberOf, textOf, type DataverseRow } from './dataverseRow';
import { SalesError, type DocumentTable } from './sales';

export const accountOptions = '$select=accountid,accountnumber';

/**
 * What is read of a quote or an order. A customer is an account or a contact; the Web API has a navigation property for
 * each, and the other one is empty.
 */
export const documentOptions =
  '?$select=totalamount,totalamount_base,statecode,_customerid_value&$expand=' +
  `transactioncurrencyid($select=isocurrencycode),customerid_account(${accountOptions}),` +
  `customerid_contact($select=contactid;$expand=parentcustomerid_account(${accountOptions}))`;

/**
 * States in which a document takes credit that Business Central does not know of: a quote in draft or active, an order
 * that is active. A submitted order is Business Central's, which counts it as outstanding; counting it here too would
 * count it twice.
 */
const openStates: Readonly<Record<DocumentTable, readonly number[]>> = { quote: [0, 1], salesorder: [0] };

/** @param row of `account`, read with {@link accountOptions} */
export function customerOf(row: DataverseRow): RequestedCustomer {
  return {
    id: textOf(row, 'accountid')?.toLowerCase() ?? '',
    number: textOf(row, 'accountnumber') ?? '',
  };
}

/** @param row of a quote or an order, read with {@link documentOptions} @throws SalesError */
export function documentCustomerOf(table: DocumentTable, row: DataverseRow): DocumentWithCustomer {
  const contact = expandedOf(row, 'customerid_contact');
  const account =
    contact === null
      ? expandedOf(row, 'customerid_account')
      : expandedOf(contact, 'parentcustomerid_account');
  const isChosen = lookupOf(row, 'customerid') !== null;
  if (isChosen && contact === null && account === null) {
    throw new SalesError('recordUnreadable');
  }
  const currency = expandedOf(row, 'transactioncurrencyid');
  const state = numberOf(row, 'statecode');
  return {
    customer: account === null ? null : customerOf(account),
    withoutCustomer: account !== null ? null : isChosen ? 'contactWithoutAccount' : 'none',
    total: numberOf(row, 'totalamount'),
    currencyCode: currency === null ? null : textOf(currency, 'isocurrencycode'),
    baseTotal: numberOf(row, 'totalamount_base'),
    isOpen: state !== null && openStates[table].includes(state),
  };
}
