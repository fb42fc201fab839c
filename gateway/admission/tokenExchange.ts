import type { Now } from '../clock';
import type { Dataverse } from './dataverse';
import { scopesOfRoles } from './roles';
import type { Scope } from './scope';
import { faultOfTicket, type TicketFault } from './ticket';

/** What came of an exchange. */
export type Exchange =
  | { readonly kind: 'granted'; readonly userId: string; readonly scopes: readonly Scope[] }
  /** The ticket is not good; the caller is not told why. */
  | { readonly kind: 'badTicket'; readonly why: TicketFault | 'unknown' | 'used' }
  /** The ticket was good, but its creator may not ask anything. */
  | { readonly kind: 'notPermitted'; readonly userId: string; readonly why: 'noRole' | 'disabled' };

export interface ExchangeParts {
  readonly dataverse: Dataverse;
  readonly now: Now;
}

/**
 * Exchanges a ticket for what its creator may ask. The row is deleted, and the delete that succeeds is the use: of
 * several exchanges at the same time one wins.
 * @param id the row's id, a GUID in lower case
 * @param value of the form of a ticket's value
 * @throws DataverseUnavailable
 */
export async function exchangeTicket(
  id: string,
  value: string,
  { dataverse, now }: ExchangeParts,
): Promise<Exchange> {
  const found = await dataverse.readTicket(id);
  if (found === null) {
    return { kind: 'badTicket', why: 'unknown' };
  }
  const { row, dataverseTime } = found;
  const fault = faultOfTicket(row, value, {
    now: dataverseTime ?? now(),
    fromDataverse: dataverseTime !== null,
  });
  if (fault !== null) {
    return { kind: 'badTicket', why: fault };
  }
  const userId = row.createdBy;
  const [wasThere, user] = await Promise.all([dataverse.deleteTicket(id), dataverse.readUser(userId)]);
  if (!wasThere) {
    return { kind: 'badTicket', why: 'used' };
  }
  if (user?.enabled !== true) {
    return { kind: 'notPermitted', userId, why: 'disabled' };
  }
  const scopes = scopesOfRoles(user.roleIds);
  return scopes.length === 0
    ? { kind: 'notPermitted', userId, why: 'noRole' }
    : { kind: 'granted', userId, scopes };
}
