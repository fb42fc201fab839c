import type { BusinessCentralConnection } from '../businessCentral/connection';
import type { DataverseReader } from './dataverseReader';
import type { AuthorizationAt } from './gatewayAuthorization';
import { holdsOneOf, roleIds, type HeldRoles } from './heldRoles';
import { readConnection } from './readConnection';
import { SalesError } from './sales';

/** The roles that see couplings (docs/roles.md). */
const rolesWithCouplings = Object.values(roleIds);

/**
 * The company that this user works with, for those who may see couplings.
 * @throws SalesError
 */
export async function couplingConnection(
  reader: DataverseReader,
  roles: HeldRoles,
  authorizationAt: AuthorizationAt,
): Promise<BusinessCentralConnection> {
  const connection = await readConnection(reader, authorizationAt);
  // A gateway keeps everybody else from the couplings; without one nothing but this does (docs/security.md).
  if (
    connection.authorization.kind === 'accessKey' &&
    !(await holdsOneOf(rolesWithCouplings, roles, reader))
  ) {
    throw new SalesError('notPermitted');
  }
  return connection;
}
