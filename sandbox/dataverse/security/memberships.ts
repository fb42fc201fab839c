/** Who is in which role and in which column security profile. Memberships never travel in a solution. */
export class Memberships {
  private readonly byUser = new Map<string, Set<string>>();

  /** Adds a user to a role or a profile. */
  public add(userId: string, group: string): void {
    const groups = this.byUser.get(userId) ?? new Set();
    this.byUser.set(userId, groups.add(group));
  }

  /** Takes a user out; nothing happens if the user is not in. */
  public remove(userId: string, group: string): void {
    this.byUser.get(userId)?.delete(group);
  }

  public has(userId: string, group: string): boolean {
    return this.byUser.get(userId)?.has(group) ?? false;
  }

  /** Ids of the roles or profiles that a user is in. */
  public of(userId: string): readonly string[] {
    return [...(this.byUser.get(userId) ?? [])];
  }
}
