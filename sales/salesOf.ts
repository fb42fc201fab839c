import type { IsoDate } from '../businessCentral/availability/types';
import type { BusinessCentralConnection } from '../businessCentral/connection';
import { chooseConnection, connectionColumns, connectionOf } from './connectionRow';
import { dayOfColumn, lookupOf, textOf, type DataverseRow } from './dataverseRow';
import {
  documentTables,
  linesOf,
  lineOptions,
  lineTables,
  productColumns,
  productOf,
  unitOf,
  unitOptions,
} from './documentLines';
import { gatewayAuthorizations, type AuthorizationAt } from './gatewayAuthorization';
import type { TicketMaker } from './gatewayTicket';
import {
  SalesError,
  type DocumentTable,
  type RecordReference,
  type Sales,
  type SalesDocument,
} from './sales';
import { salesFailure } from './webApiFailure';

/** What is used of `context.webAPI` to read. */
export type DataverseReader = Pick<ComponentFramework.WebApi, 'retrieveRecord' | 'retrieveMultipleRecords'>;

/** Dataverse gives at most this many rows at a time. */
const rowsPerPage = 5000;

/** A document of more lines than this is not one that a person made. */
const mostPages = 4;

/** The calendar day of an instant in the browser's time zone. */
function browserDay(instant: Date): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/**
 * The controls' questions to Dataverse, asked as the signed-in user.
 * @param webAPI of the component framework's context
 * @param dayOf the user's calendar day of an instant
 * @param authorizationAt how a gateway lets the user in
 */
export function salesOf(
  webAPI: DataverseReader & TicketMaker,
  dayOf: (instant: Date) => IsoDate = browserDay,
  authorizationAt: AuthorizationAt = gatewayAuthorizations(webAPI),
): Sales {
  const one = (table: string, id: string, options: string): Promise<DataverseRow> =>
    webAPI.retrieveRecord(table, checkedId(id), options).then(
      (row) => row as DataverseRow,
      (error: unknown) => {
        throw salesFailure(error);
      },
    );

  const many = async (
    table: string,
    options: string,
    whenDenied?: 'notPermitted' | 'recordUnreadable',
  ): Promise<DataverseRow[]> => {
    const rows: DataverseRow[] = [];
    let next: string | undefined = options;
    for (let page = 0; next !== undefined && next !== '' && page < mostPages; page += 1) {
      const answer: ComponentFramework.WebApi.RetrieveMultipleResponse = await webAPI
        .retrieveMultipleRecords(table, next, rowsPerPage)
        .catch((error: unknown) => {
          throw salesFailure(error, whenDenied);
        });
      rows.push(...(answer.entities as DataverseRow[]));
      next = pageOptions(answer.nextLink);
    }
    return rows;
  };

  const document = async ({ table, id }: RecordReference<DocumentTable>): Promise<SalesDocument> => {
    const lineTable = lineTables[table];
    const [head, rows] = await Promise.all([
      one(table, id, '?$select=requestdeliveryby'),
      many(lineTable, lineOptions(lineTable, checkedId(id))),
    ]);
    const requestedDate = dayOfColumn(head, 'requestdeliveryby', dayOf);
    return { id, requestedDate, lines: linesOf(lineTable, rows, requestedDate, dayOf) };
  };

  return {
    connection: async () => {
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
    },
    document,
    documentOfLine: async ({ table, id }) => {
      const documentTable = documentTables[table];
      const row = await one(table, id, `?$select=_${documentTable}id_value`);
      const documentId = lookupOf(row, `${documentTable}id`);
      if (documentId === null) {
        throw new SalesError('recordUnreadable');
      }
      return document({ table: documentTable, id: documentId });
    },
    product: async (id) => productOf(id, await one('product', id, `?$select=${productColumns.join(',')}`)),
    unit: async (id) => unitOf(id, await one('uom', id, `?${unitOptions.replace(';', '&')}`)),
  };
}

/** The token is wanted as soon as there is a question, and takes two round trips; whoever asks hears of a failure. */
function fetchTokenAhead({ authorization }: BusinessCentralConnection): void {
  if (authorization.kind === 'bearer') {
    authorization.token().catch(() => undefined);
  }
}

/** An id becomes part of a query, so nothing else gets through. */
function checkedId(id: string): string {
  const bare = id.replace(/[{}]/g, '').toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bare)) {
    throw new SalesError('recordUnreadable');
  }
  return bare;
}

/** The client API wants the options of the next page, and gives its whole address. */
function pageOptions(nextLink: string | undefined): string | undefined {
  const start = nextLink?.indexOf('?') ?? -1;
  return start < 0 ? undefined : nextLink?.slice(start);
}
