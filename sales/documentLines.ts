import type { IsoDate, RequestedProduct, RequestedUnit } from '../businessCentral/availability/types';
import {
  dayOfColumn,
  expandedOf,
  flagOf,
  lookupNameOf,
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
export const unitColumns = ['name', 'quantity', '_baseuom_value'] as const;

/** What is read of a line; its product and unit come expanded. */
export function lineOptions(table: LineTable, documentId: string): string {
  const select = [
    `${table}id`,
    'lineitemnumber',
    'productdescription',
    'isproductoverridden',
    'quantity',
    'requestdeliveryby',
    '_productid_value',
    '_uomid_value',
  ];
  const expand = [
    `productid($select=${productColumns.join(',')})`,
    `uomid($select=${unitColumns.join(',')})`,
  ];
  return (
    `?$select=${select.join(',')}&$expand=${expand.join(',')}` +
    `&$filter=_${documentTables[table]}id_value eq ${documentId}&$orderby=lineitemnumber asc`
  );
}

/** @param row of `product`, with {@link productColumns} */
export function productOf(id: string, row: DataverseRow): RequestedProduct {
  return { id, number: textOf(row, 'productnumber') ?? '', name: textOf(row, 'name') ?? '' };
}

/** @param row of `uom`, with {@link unitColumns} */
export function unitOf(row: DataverseRow): RequestedUnit {
  const base = lookupNameOf(row, 'baseuom');
  const quantity = numberOf(row, 'quantity');
  return {
    name: textOf(row, 'name') ?? '',
    base: base === null || quantity === null ? null : { name: base, quantity },
  };
}

/**
 * @param row of a line table, read with {@link lineOptions}
 * @param documentDate the document's requested delivery date, for lines without one
 * @param dayOf the user's calendar day of an instant
 */
export function lineOf(
  table: LineTable,
  row: DataverseRow,
  documentDate: IsoDate | null,
  dayOf: (instant: Date) => IsoDate,
): DocumentLine {
  const productId = lookupOf(row, 'productid');
  const product = expandedOf(row, 'productid');
  const unit = expandedOf(row, 'uomid');
  const requestedProduct = productId === null || product === null ? null : productOf(productId, product);
  const writeIn = flagOf(row, 'isproductoverridden');
  const ownDate = dayOfColumn(row, 'requestdeliveryby', dayOf);
  return {
    lineId: (textOf(row, `${table}id`) ?? '').toLowerCase(),
    lineNumber: numberOf(row, 'lineitemnumber') ?? 0,
    title: requestedProduct?.name ?? textOf(row, 'productdescription') ?? '',
    product: writeIn ? null : requestedProduct,
    writeIn,
    quantity: numberOf(row, 'quantity'),
    unit: unit === null ? null : unitOf(unit),
    requestedDate: ownDate ?? documentDate,
    followsDocumentDate: ownDate === null,
  };
}
