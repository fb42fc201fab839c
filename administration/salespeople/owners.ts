import type { KnownSalespeople } from './salespeoplePairs';

/** Owners of records that synchronize by their owner. */
export interface CoupledOwners {
  /** Those that a salesperson is coupled to. */
  readonly coupled: number;
  /** Those that no salesperson is coupled to, so that their records do not go over. */
  readonly notCoupled: number;
}

/**
 * How many owners of records are coupled. Purchasers and salespeople who own nothing in Sales do not count: nothing of theirs
 * waits.
 * @param ownedRows how many rows each user owns
 */
export function coupledOwners(
  { salespeople, users }: Pick<KnownSalespeople, 'salespeople' | 'users'>,
  ownedRows: ReadonlyMap<string, number>,
): CoupledOwners {
  const coupledTo = new Set(salespeople.map((salesperson) => salesperson.coupledTo));
  const owners = users.filter(({ id }) => (ownedRows.get(id) ?? 0) > 0);
  const coupled = owners.filter(({ id }) => coupledTo.has(id)).length;
  return { coupled, notCoupled: owners.length - coupled };
}
