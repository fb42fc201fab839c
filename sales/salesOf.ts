import type { IsoDate } from '../businessCentral/isoDate';
import { browserDay } from './browserDay';
import { checkedId, dataverseReader, type ReadingWebApi } from './dataverseReader';
import { dayOfColumn, lookupOf } from './dataverseRow';
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
import { readConnection } from './readConnection';
import {
  SalesError,
  type DocumentTable,
  type LineTable,
  type RecordReference,
  type Sales,
  type SalesDocument,
} from './sales';

/**
 * The questions about quotes and orders to Dataverse, asked as the signed-in user.
 * @param webAPI of the component framework's context
 * @param dayOf the user's calendar day of an instant
 * @param authorizationAt how a gateway lets the user in
 */
export function salesOf(
  webAPI: ReadingWebApi & TicketMaker,
  dayOf: (instant: Date) => IsoDate = browserDay,
  authorizationAt: AuthorizationAt = gatewayAuthorizations(webAPI),
): Sales {
  const reader = dataverseReader(webAPI);
  const { one, many } = reader;

  const document = async ({ table, id }: RecordReference<DocumentTable>): Promise<SalesDocument> => {
    const lineTable = lineTables[table];
    const [head, rows] = await Promise.all([
      one(table, id, '?$select=requestdeliveryby'),
      many(lineTable, lineOptions(lineTable, checkedId(id))),
    ]);
    const requestedDate = dayOfColumn(head, 'requestdeliveryby', dayOf);
    return { id, requestedDate, lines: linesOf(lineTable, rows, requestedDate, dayOf) };
  };

  /** Asked for by the line and by what is read of its document at the same time. */
  const documentIds = new Map<string, Promise<string>>();
  const documentIdOfLine = ({ table, id }: RecordReference<LineTable>): Promise<string> => {
    const column = `${documentTables[table]}id`;
    const known = documentIds.get(id);
    const asked =
      known ??
      one(table, id, `?$select=_${column}_value`).then((row) => {
        const documentId = lookupOf(row, column);
        if (documentId === null) {
          throw new SalesError('recordUnreadable');
        }
        return documentId;
      });
    documentIds.set(id, asked);
    asked.catch(() => documentIds.delete(id));
    return asked;
  };

  return {
    connection: () => readConnection(reader, authorizationAt),
    document,
    documentOfLine: async (line) =>
      document({ table: documentTables[line.table], id: await documentIdOfLine(line) }),
    documentIdOfLine,
    product: async (id) => productOf(id, await one('product', id, `?$select=${productColumns.join(',')}`)),
    unit: async (id) => unitOf(id, await one('uom', id, `?${unitOptions.replace(';', '&')}`)),
  };
}
