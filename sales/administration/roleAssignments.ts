import type { WorkOptions } from '../../businessCentral/administration/types';
import { checkedId, type ReadingWebApi } from '../dataverseReader';
import { lookupOf, textOf } from '../dataverseRow';
import { roleIds } from '../heldRoles';
import { SalesError } from '../sales';
import { salesFailure } from '../webApiFailure';
import { pagedRows } from './pagedRows';
import type { Associations, Grant, SalesUser } from './types';
import type { HeldAccess } from './userAccess';

/** The column security profile "Business Central Credentials", by the id that the solution brings. */
const credentialsProfile = '3f5e9f45-273c-4d5a-ba97-868da8b6e775';

/** The roles of the solution by the ids that they have in the root business unit. */
const rootRoles: Readonly<Record<Exclude<Grant, 'credentials'>, string>> = {
  integrationAdministrator: roleIds.integrationAdministrator,
  integrationUser: roleIds.integrationUser,
  productAvailabilityUser: '464e94ff-deca-48be-9624-8eed295313b4',
};

/** Templates of System Administrator and System Customizer (Microsoft Learn, "Security roles"; codeunit 7201). */
const administratorTemplates = [roleIds.systemAdministrator, '119f245c-3cc8-4b62-b31c-d1a046ced15d'] as const;

/** The role that Business Central's base integration solution gives the account it synchronizes as (codeunit 7201). */
const integrationRole = 'a2b18661-9ff5-e911-a812-000d3a0b9028';

/** Roles that Dynamics 365 Sales brings for people who sell; they have no templates, and names that stay English. */
const salesRoles = ['Salesperson', 'Sales Manager', 'Vice President of Sales'] as const;

/** Relationships of the standard tables (Web API reference: systemuser, team). */
const relationships = {
  userRoles: 'systemuserroles_association',
  userProfiles: 'systemuserprofiles_association',
  teamRoles: 'teamroles_association',
  teamProfiles: 'teamprofiles_association',
  teamMembers: 'teammembership_association',
} as const;

const inAnyBusinessUnit = (root: string) => `r:r/_parentrootroleid_value eq ${root} or r/roleid eq ${root}`;
const fromTemplates = `r:${administratorTemplates.map((id) => `r/_roletemplateid_value eq ${id}`).join(' or ')}`;
const named = `r:${salesRoles.map((name) => `r/name eq '${name}'`).join(' or ')}`;
const isProfile = `p:p/fieldsecurityprofileid eq ${credentialsProfile}`;

/**
 * Who holds what, own and through teams. Asked for by what is held and not by user, so that it takes as many questions
 * for 2,000 users as for two.
 * @throws SalesError `notPermitted` where the signed-in user may not see roles or profiles
 */
export async function heldAccess(webAPI: ReadingWebApi, options: WorkOptions = {}): Promise<HeldAccess> {
  const rows = async (table: 'systemuser' | 'team', relationship: string, condition: string) => {
    const select = table === 'team' ? 'teamid,name' : 'systemuserid';
    const filter = `${relationship}/any(${condition})`;
    return pagedRows(webAPI, table, `?$select=${select}&$filter=${encodeURIComponent(filter)}`, options);
  };
  const users = async (relationship: string, condition: string): Promise<ReadonlySet<string>> =>
    idsIn(await rows('systemuser', relationship, condition), 'systemuserid');
  const ofUsers = (condition: string) => users(relationships.userRoles, condition);
  const ofTeams = (condition: string) => rows('team', relationships.teamRoles, condition);
  const grants = Object.entries(rootRoles) as [Exclude<Grant, 'credentials'>, string][];

  const [own, credentials, systemAdministrators, integrationAccounts, salespeople] = await Promise.all([
    Promise.all(grants.map(([, root]) => ofUsers(inAnyBusinessUnit(root)))),
    users(relationships.userProfiles, isProfile),
    ofUsers(fromTemplates),
    ofUsers(inAnyBusinessUnit(integrationRole)),
    ofUsers(named),
  ]);
  const [teamRoles, teamProfiles, teamAdministrators] = await Promise.all([
    Promise.all(grants.map(([, root]) => ofTeams(inAnyBusinessUnit(root)))),
    rows('team', relationships.teamProfiles, isProfile),
    ofTeams(fromTemplates),
  ]);
  const granting = new Map<string, { name: string; grants: Set<Grant>; isSystemAdministrator: boolean }>();
  const note = (found: Awaited<ReturnType<typeof rows>>, grant: Grant | null) => {
    for (const row of found) {
      const id = checkedId(textOf(row, 'teamid') ?? '');
      const team = granting.get(id) ?? {
        name: textOf(row, 'name') ?? '',
        grants: new Set<Grant>(),
        isSystemAdministrator: false,
      };
      granting.set(id, { ...team, isSystemAdministrator: team.isSystemAdministrator || grant === null });
      if (grant !== null) {
        team.grants.add(grant);
      }
    }
  };
  grants.forEach(([grant], index) => note(teamRoles[index] ?? [], grant));
  note(teamProfiles, 'credentials');
  note(teamAdministrators, null);

  return {
    own: {
      integrationAdministrator: own[0] ?? new Set(),
      integrationUser: own[1] ?? new Set(),
      productAvailabilityUser: own[2] ?? new Set(),
      credentials,
    },
    teams: await Promise.all(
      [...granting].map(async ([id, { name, grants: given, isSystemAdministrator }]) => ({
        name,
        grants: [...given],
        isSystemAdministrator,
        members: await users(relationships.teamMembers, `t:t/teamid eq ${id}`),
      })),
    ),
    systemAdministrators,
    integrationAccounts,
    salespeople,
  };
}

function idsIn(rows: Awaited<ReturnType<typeof pagedRows>>, column: string): ReadonlySet<string> {
  return new Set(rows.map((row) => checkedId(textOf(row, column) ?? '')));
}

/**
 * Gives a user a role or the profile, or takes it away. A role is given as its copy in the user's own business unit;
 * every copy of it is taken away.
 * @throws SalesError `notPermitted`; `recordUnreadable` where the solution's role is not there
 */
export async function changeGrant(
  webAPI: ReadingWebApi,
  associations: Associations,
  user: Pick<SalesUser, 'id' | 'businessUnitId'>,
  grant: Grant,
  isGranted: boolean,
): Promise<void> {
  await giveOrTake(webAPI, associations, user, grant, isGranted).catch((error: unknown) => {
    throw salesFailure(error, 'notPermitted');
  });
}

async function giveOrTake(
  webAPI: ReadingWebApi,
  associations: Associations,
  user: Pick<SalesUser, 'id' | 'businessUnitId'>,
  grant: Grant,
  isGranted: boolean,
): Promise<void> {
  const target = { table: 'systemuser', id: checkedId(user.id) };
  if (grant === 'credentials') {
    const profile = { table: 'fieldsecurityprofile', id: credentialsProfile };
    await (isGranted
      ? associations.associate(target, relationships.userProfiles, profile)
      : associations.disassociate(target, relationships.userProfiles, profile));
    return;
  }
  const root = rootRoles[grant];
  const copies = await pagedRows(
    webAPI,
    'role',
    `?$select=roleid,_businessunitid_value&$filter=_parentrootroleid_value eq ${root} or roleid eq ${root}`,
  );
  if (isGranted) {
    const copy = copies.find((row) => lookupOf(row, 'businessunitid') === user.businessUnitId) ?? null;
    if (copy === null) {
      throw new SalesError('recordUnreadable', grant);
    }
    const id = checkedId(textOf(copy, 'roleid') ?? '');
    await associations.associate(target, relationships.userRoles, { table: 'role', id });
    return;
  }
  const held = await heldCopies(webAPI, target.id, root);
  for (const id of held) {
    await associations.disassociate(target, relationships.userRoles, { table: 'role', id });
  }
}

async function heldCopies(webAPI: ReadingWebApi, userId: string, root: string): Promise<string[]> {
  const filter = `systemuserroles_association/any(u:u/systemuserid eq ${userId}) and (_parentrootroleid_value eq ${root} or roleid eq ${root})`;
  const rows = await pagedRows(webAPI, 'role', `?$select=roleid&$filter=${encodeURIComponent(filter)}`);
  return [...idsIn(rows, 'roleid')];
}
