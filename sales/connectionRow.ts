import type { BusinessCentralConnection } from '../businessCentral/connection';
import { isSecureAddress } from '../businessCentral/webClient';
import { flagOf, numberOf, textOf, type DataverseRow } from './dataverseRow';
import { SalesError } from './sales';
import { parseServiceSettings } from './serviceSettings';

/** What is read of `bcs_connection`. */
export const connectionColumns = [
  'bcs_name',
  'bcs_odataurl',
  'bcs_company',
  'bcs_username',
  'bcs_webserviceaccesskey',
  'bcs_webclienturl',
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

/**
 * @throws SalesError `connectionIncomplete` with the names of the empty columns, `insecureAddress`, `keyUnreadable`
 */
export function connectionOf(row: DataverseRow): BusinessCentralConnection {
  const odataUrl = textOf(row, 'bcs_odataurl');
  const company = textOf(row, 'bcs_company');
  const userName = textOf(row, 'bcs_username');
  if (odataUrl === null || company === null || userName === null) {
    const missing = { bcs_odataurl: odataUrl, bcs_company: company, bcs_username: userName };
    const names = Object.entries(missing).flatMap(([column, value]) => (value === null ? [column] : []));
    throw new SalesError('connectionIncomplete', names.join(', '));
  }
  if (!isSecureAddress(odataUrl)) {
    throw new SalesError('insecureAddress');
  }
  const webServiceAccessKey = textOf(row, 'bcs_webserviceaccesskey');
  if (webServiceAccessKey === null) {
    // Dataverse gives an unreadable secured column as nothing; it cannot be told from an empty one.
    throw new SalesError('keyUnreadable');
  }
  const webClientUrl = textOf(row, 'bcs_webclienturl');
  return {
    odataUrl: odataUrl.trim().replace(/\/+$/, ''),
    company,
    authorization: { kind: 'accessKey', userName, webServiceAccessKey },
    matchBy: numberOf(row, 'bcs_matchby') === matchByNumber ? 'number' : 'coupling',
    ...(webClientUrl === null ? {} : { webClientUrl }),
    services: parseServiceSettings(textOf(row, 'bcs_services')),
  };
}
