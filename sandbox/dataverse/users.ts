import { teamMembers, teamProfiles, teamRoles, userProfiles, userRoles } from './metadata/manyToMany';
import type { Organization } from './organization';
import type { Associations } from './rows/associations';
import { numberOf, textOf, valueOf } from './rows/row';
import type { Row } from './rows/row';
import type { RowStore } from './rows/rowStore';
import type { Caller } from './security/caller';
import type { Role } from './security/role';

/** A person as the sandbox lists them. */
export interface User {
  /** systemuserid, in lower case without braces. */
  readonly id: string;
  readonly name: string;
  /** Names of the security roles. */
  readonly roles: readonly string[];
  /** Windows locale id of the user interface. */
  readonly language: number;
  /** Windows locale id of the formats. */
  readonly locale: number;
}

/**
 * The users of the organization, and the roles, teams and column security profiles that they are in. People sign in,
 * applications call with a token (their rows have an `applicationid`), and neither can come the other's way.
 */
export class Users {
  public constructor(
    private readonly organization: Organization,
    private readonly rows: RowStore,
    private readonly associations: Associations,
  ) {}

  /** The people; applications have no place to sign in. */
  public list(): readonly User[] {
    return [...this.rows.all('systemuser')].filter(isPerson).map((row) => {
      const id = textOf(row, 'systemuserid') ?? '';
      const settings = this.rows.get('usersettings', id) ?? {};
      return {
        id,
        name: textOf(row, 'fullname') ?? '',
        roles: this.ownRolesOf(id).map((role) => role.name),
        language: numberOf(settings, 'uilanguageid') ?? 1033,
        locale: numberOf(settings, 'localeid') ?? 1033,
      };
    });
  }

  /** @throws Error when there is no role of this name */
  public assignRole(userId: string, roleName: string): void {
    this.associations.add(userRoles, userId, this.roleOfName(roleName).id);
  }

  /** @throws Error when there is no role of this name */
  public removeRole(userId: string, roleName: string): void {
    this.associations.remove(userRoles, userId, this.roleOfName(roleName).id);
  }

  /** @param teamId of a row of the table team */
  public addToTeam(userId: string, teamId: string): void {
    this.associations.add(teamMembers, userId, teamId);
  }

  public removeFromTeam(userId: string, teamId: string): void {
    this.associations.remove(teamMembers, userId, teamId);
  }

  /** Gives a role to all members of a team. @throws Error when there is no role of this name */
  public assignTeamRole(teamId: string, roleName: string): void {
    this.associations.add(teamRoles, teamId, this.roleOfName(roleName).id);
  }

  /** @throws Error when there is no role of this name */
  public removeTeamRole(teamId: string, roleName: string): void {
    this.associations.remove(teamRoles, teamId, this.roleOfName(roleName).id);
  }

  /** @throws Error when there is no column security profile of this name */
  public addToColumnSecurityProfile(userId: string, profileName: string): void {
    this.associations.add(userProfiles, userId, this.profileOfName(profileName));
  }

  /** @throws Error when there is no column security profile of this name */
  public removeFromColumnSecurityProfile(userId: string, profileName: string): void {
    this.associations.remove(userProfiles, userId, this.profileOfName(profileName));
  }

  /** A person as a caller, with the privileges of this moment; null: there is no such person. */
  public caller(userId: string): Caller | null {
    const row = this.rows.get('systemuser', userId);
    return row && isPerson(row) ? this.callerWithId(userId) : null;
  }

  /**
   * The user that an application is, as a caller.
   * @param applicationId client id of the application, in any case
   * @returns null: the application has no user here, or a disabled one
   */
  public application(applicationId: string): Caller | null {
    const row = [...this.rows.all('systemuser')].find(
      (user) => textOf(user, 'applicationid') === applicationId.toLowerCase(),
    );
    return row && valueOf(row, 'isdisabled') !== true
      ? this.callerWithId(textOf(row, 'systemuserid') ?? '')
      : null;
  }

  private callerWithId(userId: string): Caller {
    const teams = this.associations.of(teamMembers, userId);
    const throughTeams = teams.flatMap((team) => this.rolesWithIds(this.associations.of(teamRoles, team)));
    return {
      userId,
      roles: [...new Set([...this.ownRolesOf(userId), ...throughTeams])],
      profiles: new Set([
        ...this.associations.of(userProfiles, userId),
        ...teams.flatMap((team) => this.associations.of(teamProfiles, team)),
      ]),
    };
  }

  private ownRolesOf(userId: string): readonly Role[] {
    return this.rolesWithIds(this.associations.of(userRoles, userId));
  }

  private rolesWithIds(ids: readonly string[]): readonly Role[] {
    return ids
      .map((id) => this.organization.customizations.roles.get(id))
      .filter((role) => role !== undefined);
  }

  private roleOfName(name: string): Role {
    const role = [...this.organization.customizations.roles.values()].find(
      (candidate) => candidate.name === name,
    );
    if (!role) {
      throw new Error(`There is no security role "${name}".`);
    }
    return role;
  }

  private profileOfName(name: string): string {
    const profile = [...this.organization.customizations.profiles.values()].find(
      (candidate) => candidate.name === name,
    );
    if (!profile) {
      throw new Error(`There is no column security profile "${name}".`);
    }
    return profile.id;
  }
}

function isPerson(row: Row): boolean {
  return textOf(row, 'applicationid') === null;
}
