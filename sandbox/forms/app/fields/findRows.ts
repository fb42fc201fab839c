import { request, rowsOf, textIn } from '../dataverse/request';
import type { Tables } from '../dataverse/tables';
import { textLiteral } from '../dataverse/textLiteral';
import type { LookupReference } from '../record/columnValue';

/** A row that a lookup offers, with a second line that tells rows of one name apart. */
export interface LookupOffer extends LookupReference {
  readonly detail: string;
}

/** The columns, beside the name, by which people know the rows of a table. */
const numberColumns: Readonly<Record<string, string>> = {
  account: 'accountnumber',
  contact: 'emailaddress1',
  product: 'productnumber',
  quote: 'quotenumber',
  salesorder: 'ordernumber',
  systemuser: 'internalemailaddress',
};

const rowsOffered = 10;

/**
 * Finds active rows whose name or number holds a text.
 * @param filter what the rows must fulfil beside it
 * @throws DataverseError
 */
export async function findRows(
  tables: Tables,
  tableName: string,
  text: string,
  filter: string | null,
  signal?: AbortSignal,
): Promise<LookupOffer[]> {
  const table = await tables.tableOf(tableName);
  const number = numberColumns[tableName];
  const searched = [table.primaryName, number].filter(
    (column): column is string => column !== undefined && table.columns.has(column),
  );
  const conditions = [
    ...(table.columns.has('statecode') ? ['statecode eq 0'] : []),
    ...(filter === null ? [] : [filter]),
    ...(text === ''
      ? []
      : [`(${searched.map((column) => `contains(${column},${textLiteral(text)})`).join(' or ')})`]),
  ];
  const query = [
    `$select=${[table.primaryId, ...searched].join(',')}`,
    ...(conditions.length === 0 ? [] : [`$filter=${encodeURIComponent(conditions.join(' and '))}`]),
    `$orderby=${table.primaryName}`,
    `$top=${rowsOffered}`,
  ].join('&');
  const answer = await request(`${table.entitySetName}?${query}`, signal === undefined ? {} : { signal });
  return rowsOf(answer).map((row) => ({
    id: textIn(row[table.primaryId]),
    name: textIn(row[table.primaryName]),
    table: tableName,
    detail: number === undefined ? '' : textIn(row[number]),
  }));
}
