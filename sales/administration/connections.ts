import { SalesError } from '../sales';
import { checkedId } from '../dataverseReader';
import { flagOf, numberOf, textOf, type DataverseRow } from '../dataverseRow';
import { connectionColumns } from '../connectionRow';
import { salesFailure } from '../webApiFailure';
import { pagedRows } from './pagedRows';
import type { ConnectionEntries, ConnectionRow, SaveOutcome, WritingWebApi } from './types';

const table = 'bcs_connection';
const select = `?$select=${[...connectionColumns, 'statecode', 'modifiedon'].join(',')}`;

/** Option values of `bcs_matchby`. */
const matchBy = { coupling: 582_400_000, number: 582_400_001 } as const;

/** Columns of what may be entered. The key is written, and read by nobody but the controls. */
const columns: Readonly<Record<keyof ConnectionEntries, string>> = {
  name: 'bcs_name',
  odataUrl: 'bcs_odataurl',
  company: 'bcs_company',
  userName: 'bcs_username',
  webClientUrl: 'bcs_webclienturl',
  gatewayUrl: 'bcs_gatewayurl',
  matchBy: 'bcs_matchby',
  isDefault: 'bcs_isdefault',
  services: 'bcs_services',
  webServiceAccessKey: 'bcs_webserviceaccesskey',
};

/** State of a deactivated row (`statecode` 1 Inactive), and state and status of an active one. */
const inactive = { statecode: 1 } as const;
const active = { statecode: 0, statuscode: 1 } as const;

function connectionRow(row: DataverseRow): ConnectionRow {
  const text = (column: string) => textOf(row, column) ?? '';
  return {
    id: checkedId(text('bcs_connectionid')),
    name: text('bcs_name'),
    odataUrl: text('bcs_odataurl'),
    company: text('bcs_company'),
    userName: text('bcs_username'),
    webClientUrl: text('bcs_webclienturl'),
    gatewayUrl: text('bcs_gatewayurl'),
    matchBy: numberOf(row, 'bcs_matchby') === matchBy.number ? 'number' : 'coupling',
    isDefault: flagOf(row, 'bcs_isdefault'),
    isActive: numberOf(row, 'statecode') !== inactive.statecode,
    services: text('bcs_services'),
    modifiedAt: Date.parse(text('modifiedon')) || 0,
  };
}

/** All connections, active ones first. @throws SalesError `notPermitted` */
export async function listConnections(webAPI: WritingWebApi): Promise<readonly ConnectionRow[]> {
  const rows = await pagedRows(webAPI, table, select);
  return rows
    .map(connectionRow)
    .sort((a, b) => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name));
}

/** @throws SalesError `recordUnreadable` where it is gone */
export async function readConnectionRow(webAPI: WritingWebApi, id: string): Promise<ConnectionRow> {
  const row = await webAPI.retrieveRecord(table, checkedId(id), select).catch((error: unknown) => {
    throw salesFailure(error);
  });
  return connectionRow(row);
}

/** Whether a connection holds a key that the signed-in user may read. The key itself is not read. @throws SalesError */
export async function hasKey(webAPI: WritingWebApi, id: string): Promise<boolean> {
  const rows = await pagedRows(
    webAPI,
    table,
    // Dataverse judges the condition, so that the key does not come along.
    `?$select=bcs_name&$filter=bcs_connectionid eq ${checkedId(id)} and ${columns.webServiceAccessKey} ne null`,
  );
  return rows.length > 0;
}

/**
 * The key, for a check of a direct connection; it is never shown.
 * @throws SalesError `keyUnreadable`: there is none, or the signed-in user may not read it
 */
export async function storedKey(webAPI: WritingWebApi, id: string): Promise<string> {
  const row: DataverseRow = await webAPI
    .retrieveRecord(table, checkedId(id), `?$select=${columns.webServiceAccessKey}`)
    .catch((error: unknown) => {
      throw salesFailure(error);
    });
  const key = textOf(row, columns.webServiceAccessKey);
  if (key === null) {
    // Dataverse gives an unreadable secured column as nothing; it cannot be told from an empty one.
    throw new SalesError('keyUnreadable');
  }
  return key;
}

/** Makes a connection. @throws SalesError */
export async function createConnection(
  webAPI: WritingWebApi,
  entries: ConnectionEntries,
): Promise<ConnectionRow> {
  const made = await webAPI.createRecord(table, valuesOf(entries)).catch((error: unknown) => {
    throw salesFailure(error, 'notPermitted');
  });
  return readConnectionRow(webAPI, checkedId(idOf(made.id)));
}

/**
 * Changes a connection, unless somebody else has done so since it was read. `Xrm.WebApi` takes no condition along with a
 * change, so two who save within the same moment both do, and the later one stays.
 * @throws SalesError
 */
export async function saveConnection(
  webAPI: WritingWebApi,
  { id, modifiedAt }: Pick<ConnectionRow, 'id' | 'modifiedAt'>,
  entries: ConnectionEntries,
): Promise<SaveOutcome> {
  const found = await readConnectionRow(webAPI, id);
  if (found.modifiedAt !== modifiedAt) {
    return { kind: 'changedMeanwhile', connection: found };
  }
  await change(webAPI, id, valuesOf(entries));
  return { kind: 'saved', connection: await readConnectionRow(webAPI, id) };
}

/** Takes a deactivated connection into use again. @throws SalesError */
export async function reactivateConnection(webAPI: WritingWebApi, id: string): Promise<void> {
  await change(webAPI, id, active);
}

async function change(webAPI: WritingWebApi, id: string, values: Record<string, unknown>): Promise<void> {
  await webAPI.updateRecord(table, checkedId(id), values).catch((error: unknown) => {
    throw salesFailure(error, 'notPermitted');
  });
}

function valuesOf(entries: ConnectionEntries): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).map(([entry, value]) => [
      columns[entry as keyof ConnectionEntries],
      entry === 'matchBy' ? matchBy[value as keyof typeof matchBy] : value === '' ? null : value,
    ]),
  );
}

/** Typed as a text, yet some hosts give an object around it. */
function idOf(id: unknown): string {
  const bare = typeof id === 'object' && id !== null && 'guid' in id ? id.guid : id;
  if (typeof bare !== 'string') {
    throw new SalesError('salesFailed', table);
  }
  return bare;
}
