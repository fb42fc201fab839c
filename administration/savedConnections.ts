import type { Company } from '../businessCentral/company';
import { openCompany } from '../businessCentral/company';
import { connectOnce } from '../businessCentral/connectOnce';
import type { BusinessCentralConnection } from '../businessCentral/connection';
import { hasKey, storedKey } from '../sales/administration/connections';
import type { ConnectionRow, WritingWebApi } from '../sales/administration/types';
import { gatewayAuthorizations } from '../sales/gatewayAuthorization';
import type { AuthorizationAt } from '../sales/gatewayAuthorization';
import { parseServiceSettings } from '../sales/serviceSettings';

/** The way from a saved connection to its company. A stored key stays in here; no page is given it. */
export interface SavedConnections {
  readonly authorizationAt: AuthorizationAt;
  /** Whether a connection holds a key, as far as this user may see. @throws SalesError */
  hasKey(connectionId: string): Promise<boolean>;
  /** @throws SalesError `keyUnreadable` */
  storedKey(connectionId: string): Promise<string>;
  /** @throws SalesError `keyUnreadable` */
  connectionOf(row: ConnectionRow): Promise<BusinessCentralConnection>;
  /** The same object again, as long as the connection says the same. @throws SalesError `keyUnreadable` */
  companyOf(row: ConnectionRow): Promise<Company>;
}

export function savedConnectionsOf(webAPI: WritingWebApi): SavedConnections {
  const authorizationAt = gatewayAuthorizations(webAPI);
  const openOnce = connectOnce((connection) => openCompany(connection));

  const connectionOf = async (row: ConnectionRow): Promise<BusinessCentralConnection> => {
    const isDirect = row.gatewayUrl === '';
    return {
      odataUrl: isDirect ? row.odataUrl : `${row.gatewayUrl}/ODataV4`,
      authorization: isDirect
        ? { kind: 'accessKey', userName: row.userName, webServiceAccessKey: await storedKey(webAPI, row.id) }
        : authorizationAt(row.gatewayUrl),
      company: row.company,
      matchBy: row.matchBy,
      ...(row.webClientUrl === '' ? {} : { webClientUrl: row.webClientUrl }),
      services: parseServiceSettings(row.services),
    };
  };
  return {
    authorizationAt,
    hasKey: (connectionId) => hasKey(webAPI, connectionId),
    storedKey: (connectionId) => storedKey(webAPI, connectionId),
    connectionOf,
    companyOf: async (row) => openOnce(await connectionOf(row)),
  };
}
