import type { Table } from '../metadata/table';
import { rootBusinessUnitId } from '../organization';
import type { Organization } from '../organization';
import { recordId } from '../../identity';
import { referenceOf } from '../rows/row';
import type { Reference, Row, Value } from '../rows/row';

/** The organization's own currency: what CRONUS keeps its books in. */
export const baseCurrencyId = recordId('transactioncurrency', 'GBP');

/** A moment as the platform keeps it: whole seconds, in UTC. */
export function momentOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** What the platform fills in on a new row where the client says nothing: owner, state, currency, who and when. */
export function withPlatformDefaults(
  organization: Organization,
  table: Table,
  userId: string,
  row: Row,
): Row {
  const defaults: Record<string, Value> = {};
  for (const column of table.columns.values()) {
    if (column.type === 'Boolean') {
      defaults[column.logicalName] = false;
    } else if (column.type === 'State' || column.type === 'Status') {
      defaults[column.logicalName] = column.options[0]?.value ?? null;
    }
  }
  if (hasMoney(table)) {
    defaults.transactioncurrencyid = { table: 'transactioncurrency', id: baseCurrencyId };
  }
  const owner = referenceOf(row, 'ownerid') ?? { table: 'systemuser', id: userId };
  const owned: Row =
    table.ownership === 'UserOwned'
      ? {
          ...ownership(owner),
          owningbusinessunit: { table: 'businessunit', id: rootBusinessUnitId },
        }
      : {};
  const now = organization.now();
  return {
    ...defaults,
    ...row,
    ...owned,
    ...stamp(userId, 'created', now),
    ...stamp(userId, 'modified', now),
  };
}

/** The columns that say who owns a row: a user or a team. */
export function ownership(owner: Reference): Row {
  return {
    ownerid: owner,
    owninguser: owner.table === 'systemuser' ? owner : null,
    owningteam: owner.table === 'team' ? owner : null,
  };
}

/** Who did something to a row, and when. */
export function stamp(userId: string, what: 'created' | 'modified', when: Date): Row {
  return {
    [`${what}on`]: momentOf(when),
    [`${what}by`]: { table: 'systemuser', id: userId },
  };
}

/** The status reason that a state starts with. */
export function defaultStatus(table: Table, state: Value): Value {
  const status = table.columns.get('statuscode');
  return status?.type === 'Status'
    ? (status.options.find((option) => option.state === state)?.value ?? null)
    : null;
}

function hasMoney(table: Table): boolean {
  return (
    table.columns.has('transactioncurrencyid') &&
    [...table.columns.values()].some((column) => column.type === 'Money')
  );
}

/** Name of a row for people, in the column that its table names rows by. */
export function nameOf(table: Table, row: Row): string {
  const name = row[table.primaryName];
  return typeof name === 'string' ? name : '';
}
