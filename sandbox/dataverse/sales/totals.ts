import { numberOf, referenceOf } from '../rows/row';
import type { Row } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import { documentTotals } from './amounts';
import type { DocumentKind } from './documentKind';

/** The lines of a document. */
export function linesOf(rows: RowStore, kind: DocumentKind, documentId: string): readonly Row[] {
  return [...rows.all(kind.lineTable)].filter(
    (line) => referenceOf(line, kind.parentColumn)?.id === documentId,
  );
}

/** A document with the totals that follow from its lines and its own terms. */
export function withTotals(rows: RowStore, kind: DocumentKind, document: Row, documentId: string): Row {
  const totals = documentTotals(
    linesOf(rows, kind, documentId).map((line) => ({
      extendedAmount: numberOf(line, 'extendedamount') ?? 0,
      manualDiscount: numberOf(line, 'manualdiscountamount') ?? 0,
      tax: numberOf(line, 'tax') ?? 0,
    })),
    {
      discountPercentage: numberOf(document, 'discountpercentage') ?? 0,
      discountAmount: numberOf(document, 'discountamount') ?? 0,
      freightAmount: numberOf(document, 'freightamount') ?? 0,
    },
  );
  return {
    ...document,
    totallineitemamount: totals.lineItemAmount,
    totallineitemdiscountamount: totals.lineItemDiscount,
    totaldiscountamount: totals.discount,
    totalamountlessfreight: totals.beforeFreight,
    totaltax: totals.tax,
    totalamount: totals.amount,
  };
}
