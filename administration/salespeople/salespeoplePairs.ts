import type {
  Salesperson,
  SalespersonProposal,
  UserToCouple,
} from '../../businessCentral/administration/types';
import type { Pairing } from './questions';

/** A salesperson beside the user that it is, or may become, coupled to. */
export interface SalespersonPair {
  readonly salesperson: Salesperson;
  /** Null: none; also where it is coupled to a user whom nobody may see, or who is disabled. */
  readonly user: UserToCouple | null;
  readonly state: 'coupled' | 'proposed' | 'chosen' | 'open';
  /** Why the user is proposed; null: it is not. */
  readonly by: SalespersonProposal['by'] | null;
}

/** What the page works with. */
export interface KnownSalespeople {
  readonly salespeople: readonly Salesperson[];
  readonly users: readonly UserToCouple[];
  readonly proposals: readonly SalespersonProposal[];
}

/**
 * Every salesperson with its user. What somebody chose comes before what is proposed, and a user who was chosen for one
 * is not proposed for another.
 * @param choices user by salesperson
 */
export function pairsOf(
  { salespeople, users, proposals }: KnownSalespeople,
  choices: ReadonlyMap<string, string>,
): readonly SalespersonPair[] {
  const userById = new Map(users.map((user) => [user.id, user]));
  const proposalByCode = new Map(proposals.map((proposal) => [proposal.code, proposal]));
  const taken = new Set(choices.values());
  return salespeople.map((salesperson) => {
    const choice = choices.get(salesperson.code);
    if (choice !== undefined && choice !== salesperson.coupledTo) {
      return { salesperson, user: userById.get(choice) ?? null, state: 'chosen', by: null };
    }
    if (salesperson.coupledTo !== null) {
      const user = userById.get(salesperson.coupledTo) ?? null;
      return { salesperson, user, state: 'coupled', by: 'coupled' };
    }
    const proposal = proposalByCode.get(salesperson.code);
    const user = proposal === undefined ? undefined : userById.get(proposal.userId);
    return proposal === undefined || user === undefined || taken.has(user.id)
      ? { salesperson, user: null, state: 'open', by: null }
      : { salesperson, user, state: 'proposed', by: proposal.by };
  });
}

/** Pairs that are to be coupled, as far as that is known. */
export function pairingsOf(pairs: readonly SalespersonPair[]): readonly Pairing[] {
  return pairs.flatMap(({ salesperson, user, state }) =>
    user !== null && (state === 'proposed' || state === 'chosen')
      ? [{ code: salesperson.code, userId: user.id, insteadOf: salesperson.coupledTo }]
      : [],
  );
}

/** Users that another salesperson is coupled to; they cannot be chosen. */
export function takenUsers(pairs: readonly SalespersonPair[], code: string): ReadonlySet<string> {
  return new Set(
    pairs.flatMap(({ salesperson, user, state }) =>
      salesperson.code === code
        ? []
        : [salesperson.coupledTo, state === 'chosen' ? (user?.id ?? null) : null].filter((id) => id !== null),
    ),
  );
}

/** A user whose rows do not synchronize, because no salesperson is coupled to them. */
export interface UserWithoutSalesperson {
  readonly user: UserToCouple;
  /** Rows that they own; null: not known. */
  readonly rows: number | null;
}

/** @param ownedRows null: could not be read @returns those who own the most first */
export function usersWithoutSalesperson(
  { salespeople, users }: Pick<KnownSalespeople, 'salespeople' | 'users'>,
  ownedRows: ReadonlyMap<string, number> | null,
): readonly UserWithoutSalesperson[] {
  const coupled = new Set(salespeople.map(({ coupledTo }) => coupledTo));
  return users
    .filter(({ id }) => !coupled.has(id))
    .map((user) => ({ user, rows: ownedRows === null ? null : (ownedRows.get(user.id) ?? 0) }))
    .sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0) || a.user.name.localeCompare(b.user.name));
}

/** Rows that do not synchronize; null: not known. */
export function rowsHeldUp(users: readonly UserWithoutSalesperson[]): number | null {
  return users.some(({ rows }) => rows === null)
    ? null
    : users.reduce((sum, { rows }) => sum + (rows ?? 0), 0);
}

/**
 * Users whose name or e-mail holds the text, those that begin with it first.
 * @param most so many at most
 */
export function usersMatching(
  users: readonly UserToCouple[],
  text: string,
  most: number,
): readonly UserToCouple[] {
  const wanted = text.trim().toLocaleLowerCase();
  const place = ({ name, email }: UserToCouple) => {
    const places = [name, email].map((each) => each.toLocaleLowerCase().indexOf(wanted));
    const found = places.filter((at) => at >= 0);
    return found.length === 0 ? -1 : Math.min(...found);
  };
  return users
    .map((user) => ({ user, at: place(user) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || a.user.name.localeCompare(b.user.name))
    .slice(0, most)
    .map(({ user }) => user);
}
