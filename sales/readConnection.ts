import type { BusinessCentralConnection } from '../businessCentral/connection';
import { chooseConnection, connectionColumns, connectionOf } from './connectionRow';
import type { DataverseReader } from './dataverseReader';
import { textOf } from './dataverseRow';
import type { AuthorizationAt } from './gatewayAuthorization';

/**
 * The Business Central company that this user works with.
 * @param authorizationAt how a gateway lets the user in
 * @throws SalesError
 */
export async function readConnection(
  { many }: DataverseReader,
  authorizationAt: AuthorizationAt,
): Promise<BusinessCentralConnection> {
  const active = '&$filter=statecode eq 0';
  const [rows, keys] = await Promise.all([
    many('bcs_connection', `?$select=${connectionColumns.join(',')}${active}`, 'notPermitted'),
    // Where there is a gateway a key that was left on the connection does not even come to the browser.
    many(
      'bcs_connection',
      `?$select=bcs_webserviceaccesskey${active} and bcs_gatewayurl eq null`,
      'notPermitted',
    ),
  ]);
  const row = chooseConnection(rows);
  const keyRow = keys.find(({ bcs_connectionid: id }) => id === row['bcs_connectionid']);
  const key = keyRow === undefined ? null : textOf(keyRow, 'bcs_webserviceaccesskey');
  const connection = connectionOf(row, key, authorizationAt);
  fetchTokenAhead(connection);
  return connection;
}

/** The token is wanted as soon as there is a question, and takes two round trips; whoever asks hears of a failure. */
function fetchTokenAhead({ authorization }: BusinessCentralConnection): void {
  if (authorization.kind === 'bearer') {
    authorization.token().catch(() => undefined);
  }
}
