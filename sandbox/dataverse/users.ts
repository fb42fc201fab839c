import type { Organization } from './organization';
import { numberOf, textOf } from './rows/row';
import type { RowStore } from './rows/rowStore';
import type { Caller } from './security/caller';
import { Memberships } from './security/memberships';
import type { Role } from './security/role';

/** A user as the sandbox lists them. */
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

/** The users of the organization, and the roles and column security profiles that they are in. */
export class Users {
  private readonly roleMembers = new Memberships();
  private readonly profileMembers = new Memberships();

  public constructor(
    private readonly organization: Organization,
    private readonly rows: RowStore,
  ) {}

  public list(): readonly User[] {
    return [...this.rows.all('systemuser')].map((row) => {
      const id = textOf(row, 'systemuserid') ?? '';
      const settings = this.rows.get('usersettings', id) ?? {};
      return {
        id,
        name: textOf(row, 'fullname') ?? '',
        roles: this.rolesOf(id).map((role) => role.name),
        language: numberOf(settings, 'uilanguageid') ?? 1033,
        locale: numberOf(settings, 'localeid') ?? 1033,
      };
    });
  }

  /** @throws Error when there is no role of this name */
  public assignRole(userId: string, roleName: string): void {
    this.roleMembers.add(userId, this.roleOfName(roleName).id);
  }

  /** @throws Error when there is no role of this name */
  public removeRole(userId: string, roleName: string): void {
    this.roleMembers.remove(userId, this.roleOfName(roleName).id);
  }

  /** @throws Error when there is no column security profile of this name */
  public addToColumnSecurityProfile(userId: string, profileName: string): void {
    this.profileMembers.add(userId, this.profileOfName(profileName));
  }

  /** @throws Error when there is no column security profile of this name */
  public removeFromColumnSecurityProfile(userId: string, profileName: string): void {
    this.profileMembers.remove(userId, this.profileOfName(profileName));
  }

  /** The user as a caller, with the privileges of this moment; null: there is no such user. */
  public caller(userId: string): Caller | null {
    return this.rows.get('systemuser', userId)
      ? { userId, roles: this.rolesOf(userId), profiles: new Set(this.profileMembers.of(userId)) }
      : null;
  }

  private rolesOf(userId: string): readonly Role[] {
    return this.roleMembers
      .of(userId)
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
