import { isCouplable } from '../businessCentral/coupling/pairs';
import type { CouplableRecord } from '../businessCentral/coupling/types';
import type { FormContext } from './client';

/** The row whose record of Business Central a command opens. */
export interface RecordToOpen extends CouplableRecord {
  readonly name: string;
  /** It is the form's own record; otherwise it is the customer of a quote, which Business Central does not couple. */
  readonly isOnForm: boolean;
}

/** @returns null where there is none: a quote without a customer, a record that is not saved, a table of no pair */
export function recordToOpen(form: FormContext): RecordToOpen | null {
  const { entity } = form.data;
  const table = entity.getEntityName();
  if (table === 'quote') {
    return customerIn(form.getAttribute('customerid')?.getValue());
  }
  return recordOf(table, entity.getId(), entity.getPrimaryAttributeValue(), true);
}

/** The row of a lookup column, which is a list of one. */
function customerIn(value: unknown): RecordToOpen | null {
  const [customer] = (Array.isArray(value) ? value : []) as readonly unknown[];
  if (typeof customer !== 'object' || customer === null || !('id' in customer && 'entityType' in customer)) {
    return null;
  }
  const name = 'name' in customer ? customer.name : null;
  return recordOf(
    String(customer.entityType),
    String(customer.id),
    typeof name === 'string' ? name : null,
    false,
  );
}

function recordOf(table: string, id: string, name: string | null, isOnForm: boolean): RecordToOpen | null {
  const bare = id.replace(/[{}]/g, '').toLowerCase();
  return isCouplable(table) && bare !== '' ? { table, id: bare, name: name ?? '', isOnForm } : null;
}
