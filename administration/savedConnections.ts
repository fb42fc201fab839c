import type { Company } from '../businessCentral/company';
import { openCompany } from '../businessCentral/company';
import { connectOnce } from '../businessCentral/connectOnce';
import type { BusinessCentralConnection } from '../businessCentral/connection';
import type { ConnectionRow, WritingWebApi } from '../sales/administration/types';
import { dataverseReader } from '../sales/dataverseReader';
import { textOf } from '../sales/dataverseRow';
import { gatewayAuthorizations } from '../sales/gatewayAuthorization';
import type { AuthorizationAt } from '../sales/gatewayAuthorization';
import { SalesError } from '../sales/sales';
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

const keyColumn = 'bcs_webserviceaccesskey';

export function savedConnectionsOf(webAPI: WritingWebApi): SavedConnections {
  const { one, many } = dataverseReader(webAPI);
  const authorizationAt = gatewayAuthorizations(webAPI);
  const openOnce = connectOnce((connection) => openCompany(connection));

  const storedKey = async (connectionId: string): Promise<string> => {
    const key = textOf(await one('bcs_connection', connectionId, `?$select=${keyColumn}`), keyColumn);
    if (key === null) {
      // Dataverse gives an unreadable secured column as nothing; it cannot be told from an empty one.
      throw new SalesError('keyUnreadable');
    }
    return key;
  };
  const connectionOf = async (row: ConnectionRow): Promise<BusinessCentralConnection> => {
    const isDirect = row.gatewayUrl === '';
    return {
      odataUrl: isDirect ? row.odataUrl : `${row.gatewayUrl}/ODataV4`,
      authorization: isDirect
        ? { kind: 'accessKey', userName: row.userName, webServiceAccessKey: await storedKey(row.id) }
        : authorizationAt(row.gatewayUrl),
      company: row.company,
      matchBy: row.matchBy,
      ...(row.webClientUrl === '' ? {} : { webClientUrl: row.webClientUrl }),
      services: parseServiceSettings(row.services),
    };
  };
  return {
    authorizationAt,
    hasKey: async (connectionId) => {
      // The condition is judged by Dataverse, so that the key does not come along.
      const filter = `bcs_connectionid eq ${connectionId} and ${keyColumn} ne null`;
      const options = `?$select=bcs_connectionid&$filter=${filter}`;
      return (await many('bcs_connection', options, 'notPermitted')).length > 0;
    },
    storedKey,
    connectionOf,
    companyOf: async (row) => openOnce(await connectionOf(row)),
  };
}
