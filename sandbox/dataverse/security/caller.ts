import type { Role } from './role';

/** The user on whose behalf something is done, with what the roles give at this moment. */
export interface Caller {
  readonly userId: string;
  readonly roles: readonly Role[];
  /** Ids of the user's column security profiles. */
  readonly profiles: ReadonlySet<string>;
}
