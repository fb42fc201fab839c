import type { IsoDate } from '../businessCentral/availability/types';
import { chooseConnection, connectionColumns, connectionOf } from './connectionRow';
import { dayOfColumn, lookupOf, type DataverseRow } from './dataverseRow';
import {
  documentTables,
  lineOf,
  lineOptions,
  lineTables,
  productColumns,
  productOf,
  unitColumns,
  unitOf,
} from './documentLines';
import {
  SalesError,
  type DocumentTable,
  type RecordReference,
  type Sales,
  type SalesDocument,
} from './sales';
import { salesFailure } from './webApiFailure';

/** What is used of `context.webAPI`; Dataverse is only read here. */
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
 */
export function salesOf(webAPI: DataverseReader, dayOf: (instant: Date) => IsoDate = browserDay): Sales {
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
    return { id, requestedDate, lines: rows.map((row) => lineOf(lineTable, row, requestedDate, dayOf)) };
  };

  return {
    connection: async () => {
      const options = `?$select=${connectionColumns.join(',')}&$filter=statecode eq 0`;
      return connectionOf(chooseConnection(await many('bcs_connection', options, 'notPermitted')));
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
    unit: async (id) => unitOf(await one('uom', id, `?$select=${unitColumns.join(',')}`)),
  };
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
