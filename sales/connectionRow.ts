import type { Authorization, BusinessCentralConnection } from '../businessCentral/connection';
import { isSecureAddress } from '../businessCentral/webClient';
import { flagOf, numberOf, textOf, type DataverseRow } from './dataverseRow';
import type { AuthorizationAt } from './gatewayAuthorization';
import { SalesError } from './sales';
import { parseServiceSettings } from './serviceSettings';

/** What is read of `bcs_connection`; not the key, which nobody needs who goes through a gateway. */
export const connectionColumns = [
  'bcs_name',
  'bcs_odataurl',
  'bcs_company',
  'bcs_username',
  'bcs_webclienturl',
  'bcs_gatewayurl',
  'bcs_matchby',
  'bcs_isdefault',
  'bcs_services',
] as const;

/** Option values of `bcs_matchby`. */
const matchByNumber = 582_400_001;

/**
 * Which of the connections a user works with: the only one, or the only default.
 * @throws SalesError `notConfigured`, `connectionAmbiguous`
 */
export function chooseConnection(rows: readonly DataverseRow[]): DataverseRow {
  const defaults = rows.filter((row) => flagOf(row, 'bcs_isdefault'));
  const [row, ...others] = rows.length > 1 ? defaults : rows;
  if (row !== undefined && others.length === 0) {
    return row;
  }
  throw new SalesError(rows.length === 0 ? 'notConfigured' : 'connectionAmbiguous');
}

/** What must be filled in on a connection that goes straight to Business Central, or through a gateway. */
const neededColumns = {
  direct: ['bcs_odataurl', 'bcs_company', 'bcs_username'],
  gateway: ['bcs_gatewayurl', 'bcs_company'],
} as const;

function secureAddress(address: string): string {
  if (!isSecureAddress(address)) {
    throw new SalesError('insecureAddress');
  }
  return address.trim().replace(/\/+$/, '');
}

/** The address to ask, and what opens it. */
interface Way {
  readonly odataUrl: string;
  readonly authorization: Authorization;
}

function directWay(row: DataverseRow, webServiceAccessKey: string | null): Way {
  const odataUrl = secureAddress(textOf(row, 'bcs_odataurl') ?? '');
  if (webServiceAccessKey === null) {
    // Dataverse gives an unreadable secured column as nothing; it cannot be told from an empty one.
    throw new SalesError('keyUnreadable');
  }
  const userName = textOf(row, 'bcs_username') ?? '';
  return { odataUrl, authorization: { kind: 'accessKey', userName, webServiceAccessKey } };
}

function gatewayWay(address: string, authorizationAt: AuthorizationAt): Way {
  const gatewayUrl = secureAddress(address);
  return { odataUrl: `${gatewayUrl}/ODataV4`, authorization: authorizationAt(gatewayUrl) };
}

/**
 * @param row with {@link connectionColumns}
 * @param key what the key's column holds; null: nothing that the user may read
 * @param authorizationAt how a gateway lets the user in
 * @throws SalesError `connectionIncomplete` with the names of the empty columns, `insecureAddress`, `keyUnreadable`
 */
export function connectionOf(
  row: DataverseRow,
  key: string | null,
  authorizationAt: AuthorizationAt,
): BusinessCentralConnection {
  const gatewayUrl = textOf(row, 'bcs_gatewayurl');
  const company = textOf(row, 'bcs_company');
  const needed = neededColumns[gatewayUrl === null ? 'direct' : 'gateway'];
  const missing = needed.filter((column) => textOf(row, column) === null);
  if (company === null || missing.length > 0) {
    throw new SalesError('connectionIncomplete', missing.join(', '));
  }
  const webClientUrl = textOf(row, 'bcs_webclienturl');
  return {
    ...(gatewayUrl === null ? directWay(row, key) : gatewayWay(gatewayUrl, authorizationAt)),
    company,
    matchBy: numberOf(row, 'bcs_matchby') === matchByNumber ? 'number' : 'coupling',
    ...(webClientUrl === null ? {} : { webClientUrl }),
    services: parseServiceSettings(textOf(row, 'bcs_services')),
  };
}
