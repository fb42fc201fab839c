import { all, compare } from '../odata/filter';
import { decimal, guid } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import type { ReadOutcome } from '../odata/reader';
import { readRows } from '../odata/row';
import { contractFields } from './contractFields';
import { unreadable } from './figure';

/** Table 18 "Customer". */
const customerTable = 18;

/** Longest customer number (Code[20], table 18); a longer account number is no customer's. */
const longestCustomerNo = 20;

/**
 * The form in which Business Central keeps a customer number (Code fields are upper case).
 * @returns null where a text cannot be a customer number
 */
export function customerNumber(value: string): string | null {
  const number = value.trim().toUpperCase();
  return number === '' || number.length > longestCustomerNo ? null : number;
}

/** The customer that an account is coupled to. */
export type Coupling =
  | { readonly kind: 'customer'; readonly no: string; readonly name: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'customerDeleted' };

/** @param accountId a GUID */
export function couplingOperation(accountId: string): ReadOperation {
  return {
    service: 'CRMIntegrationRecords',
    filter: all(compare('CRM_ID', 'eq', guid(accountId)), compare('Table_ID', 'eq', decimal(customerTable))),
    select: contractFields.CRMIntegrationRecords,
  };
}

/**
 * Business Central couples one customer to an account. What is left of a customer that was deleted has a blank number,
 * and does not count beside another coupling.
 * @throws BusinessCentralError where the coupling could not be read, or several are not to be told apart
 */
export function couplingOf(accountId: string, outcome: ReadOutcome): Coupling {
  if (!outcome.ok) {
    throw outcome.error;
  }
  const { values, complete } = readRows(outcome.rows, (row) => ({
    accountId: row.guid('CRM_ID'),
    table: row.number('Table_ID'),
    no: row.text('Record_No').trim().toUpperCase(),
    name: row.has('Record_Name') ? row.text('Record_Name') : '',
  }));
  const own = values.filter(
    (coupling) => coupling.accountId === accountId && coupling.table === customerTable,
  );
  const [customer, ...others] = own.filter(({ no }) => no !== '');
  if (customer !== undefined && others.every(({ no }) => no === customer.no)) {
    return { kind: 'customer', no: customer.no, name: customer.name };
  }
  if (customer !== undefined || !complete) {
    throw unreadable('CRMIntegrationRecords');
  }
  return { kind: own.length === 0 ? 'none' : 'customerDeleted' };
}
