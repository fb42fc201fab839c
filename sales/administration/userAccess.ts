import type { AccessWarning, Grant, SalesUser, UserAccess } from './types';

/** What is held, by whom; ids of users. */
export interface HeldAccess {
  readonly own: Readonly<Record<Grant, ReadonlySet<string>>>;
  /** Teams with what they grant to their members. */
  readonly teams: readonly {
    readonly name: string;
    readonly grants: readonly Grant[];
    readonly isSystemAdministrator: boolean;
    readonly members: ReadonlySet<string>;
  }[];
  /** System Administrator or System Customizer, own. */
  readonly systemAdministrators: ReadonlySet<string>;
  /** Accounts that Business Central synchronizes as. */
  readonly integrationAccounts: ReadonlySet<string>;
  /** A role of Sales that people sell with. */
  readonly salespeople: ReadonlySet<string>;
}

const roles: readonly Grant[] = ['integrationAdministrator', 'integrationUser', 'productAvailabilityUser'];

/**
 * Who may use what, and what is to be said about it.
 * @param usesGateway the connection goes through a gateway, so nobody needs to read the key
 */
export function userAccess(
  users: readonly SalesUser[],
  held: HeldAccess,
  usesGateway: boolean,
): UserAccess[] {
  return users.map((user) => {
    const own = (Object.keys(held.own) as Grant[]).filter((grant) => held.own[grant].has(user.id));
    const teams = held.teams.filter(({ members }) => members.has(user.id));
    const throughTeams = teams.flatMap(({ name, grants }) => grants.map((grant) => ({ grant, team: name })));
    const isSystemAdministrator =
      held.systemAdministrators.has(user.id) || teams.some((team) => team.isSystemAdministrator);
    const granted = new Set<Grant>([...own, ...throughTeams.map(({ grant }) => grant)]);
    return {
      user,
      own,
      throughTeams,
      isSystemAdministrator,
      warnings: warningsOf(user, held, granted, isSystemAdministrator, usesGateway),
    };
  });
}

function warningsOf(
  { id, isApplication }: SalesUser,
  { integrationAccounts, salespeople }: HeldAccess,
  granted: ReadonlySet<Grant>,
  isSystemAdministrator: boolean,
  usesGateway: boolean,
): AccessWarning[] {
  if (integrationAccounts.has(id)) {
    return [
      ...(isSystemAdministrator ? (['integrationUserIsAdministrator'] as const) : []),
      ...(salespeople.has(id) ? (['integrationUserHasSalesRole'] as const) : []),
    ];
  }
  if (isApplication) {
    return [];
  }
  const hasRole = roles.some((role) => granted.has(role));
  const readsKey = granted.has('credentials') || isSystemAdministrator;
  return [
    ...(salespeople.has(id) && !hasRole && !isSystemAdministrator ? (['noRole'] as const) : []),
    ...(hasRole && !usesGateway && !readsKey ? (['keyUnreadable'] as const) : []),
    ...(granted.has('credentials') && (usesGateway || !(hasRole || isSystemAdministrator))
      ? (['keyReadableInVain'] as const)
      : []),
  ];
}
