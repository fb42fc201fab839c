import type { WorkOptions } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { UserAccess } from '../../sales/administration/types';

/** What came of giving the same to many. */
export interface AssignedToMany {
  readonly assigned: number;
  readonly failed: readonly { readonly access: UserAccess; readonly failure: Error }[];
}

/**
 * Does the same for many users, one after the other, so that it can be followed and ended; who fails does not keep the others
 * from theirs.
 * @throws BusinessCentralError `aborted` where it was ended; what has been done stays done
 */
export async function assignToEach(
  users: readonly UserAccess[],
  assign: (user: UserAccess) => Promise<void>,
  { signal, onProgress }: WorkOptions,
): Promise<AssignedToMany> {
  const failed: AssignedToMany['failed'][number][] = [];
  for (const [done, access] of users.entries()) {
    if (signal?.aborted === true) {
      throw new BusinessCentralError('aborted');
    }
    onProgress?.({ done, total: users.length });
    try {
      await assign(access);
    } catch (reason) {
      failed.push({ access, failure: reason instanceof Error ? reason : new Error(String(reason)) });
    }
  }
  return { assigned: users.length - failed.length, failed };
}
