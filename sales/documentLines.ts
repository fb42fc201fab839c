import type { IsoDate } from '../businessCentral/isoDate';
import type { RequestedProduct, RequestedUnit } from '../businessCentral/availability/types';
import {
  dayOfColumn,
  expandedOf,
  flagOf,
  lookupOf,
  numberOf,
  textOf,
  type DataverseRow,
} from './dataverseRow';
import type { DocumentLine, DocumentTable, LineTable } from './sales';

/** Where the lines of a document are. */
export const lineTables: Readonly<Record<DocumentTable, LineTable>> = {
  quote: 'quotedetail',
  salesorder: 'salesorderdetail',
};

export const documentTables: Readonly<Record<LineTable, DocumentTable>> = {
  quotedetail: 'quote',
  salesorderdetail: 'salesorder',
};

export const productColumns = ['productnumber', 'name'] as const;

const unitSelect = '$select=name,quantity';

/** What is read of a unit: with the unit that it is counted in, and what that is counted in. */
export const unitOptions = `${unitSelect};$expand=baseuom(${unitSelect};$expand=baseuom(${unitSelect}))`;

/** What is read of a line; its product and unit come expanded. {@link linesOf} puts lines in order. */
export function lineOptions(table: LineTable, documentId: string): string {
  const select = [
    `${table}id`,
    'lineitemnumber',
    'sequencenumber',
    'createdon',
    'productdescription',
    'isproductoverridden',
    'quantity',
    'requestdeliveryby',
    '_productid_value',
    '_uomid_value',
  ];
  const expand = [`productid($select=${productColumns.join(',')})`, `uomid(${unitOptions})`];
  return (
    `?$select=${select.join(',')}&$expand=${expand.join(',')}` +
    `&$filter=_${documentTables[table]}id_value eq ${documentId}`
  );
}

/** @param row of `product`, with {@link productColumns} */
export function productOf(id: string, row: DataverseRow): RequestedProduct {
  return { id, number: textOf(row, 'productnumber') ?? '', name: textOf(row, 'name') ?? '' };
}

/** @param row of `uom`, read with {@link unitOptions} */
export function unitOf(id: string, row: DataverseRow): RequestedUnit {
  const bases: { name: string; quantity: number }[] = [];
  let held = numberOf(row, 'quantity');
  for (
    let base = expandedOf(row, 'baseuom');
    base !== null && held !== null;
    base = expandedOf(base, 'baseuom')
  ) {
    bases.push({ name: textOf(base, 'name') ?? '', quantity: held });
    const quantity = numberOf(base, 'quantity');
    held = quantity === null ? null : held * quantity;
  }
  return { id, name: textOf(row, 'name') ?? '', bases };
}

/**
 * The lines of one document in their order. Dataverse fills neither `lineitemnumber` nor `sequencenumber` for every
 * line, and keeps no two lines from having the same; those without a number come last, as they were made.
 * @param rows of a line table, read with {@link lineOptions}
 * @param documentDate the document's requested delivery date, for lines without one
 * @param dayOf the user's calendar day of an instant
 */
export function linesOf(
  table: LineTable,
  rows: readonly DataverseRow[],
  documentDate: IsoDate | null,
  dayOf: (instant: Date) => IsoDate,
): DocumentLine[] {
  return rows
    .map((row) => ({
      row,
      place: [
        numberOf(row, 'lineitemnumber') ?? numberOf(row, 'sequencenumber') ?? Infinity,
        textOf(row, 'createdon') ?? '',
        textOf(row, `${table}id`) ?? '',
      ],
    }))
    .sort((a, b) => inOrder(a.place, b.place))
    .map(({ row }, index) => lineOf(table, row, index + 1, documentDate, dayOf));
}

/** Compares two lists of the same kind of values, the first value first. */
function inOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}

function lineOf(
  table: LineTable,
  row: DataverseRow,
  lineNumber: number,
  documentDate: IsoDate | null,
  dayOf: (instant: Date) => IsoDate,
): DocumentLine {
  const productId = lookupOf(row, 'productid');
  const product = expandedOf(row, 'productid');
  const unitId = lookupOf(row, 'uomid');
  const unit = expandedOf(row, 'uomid');
  const requestedProduct = productId === null || product === null ? null : productOf(productId, product);
  const writeIn = flagOf(row, 'isproductoverridden');
  const ownDate = dayOfColumn(row, 'requestdeliveryby', dayOf);
  return {
    lineId: (textOf(row, `${table}id`) ?? '').toLowerCase(),
    lineNumber,
    title: requestedProduct?.name ?? textOf(row, 'productdescription') ?? '',
    product: writeIn ? null : requestedProduct,
    writeIn,
    quantity: numberOf(row, 'quantity'),
    unit: unitId === null || unit === null ? null : unitOf(unitId, unit),
    requestedDate: ownDate ?? documentDate,
    followsDocumentDate: ownDate === null,
  };
}
