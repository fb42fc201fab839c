import { DataverseError, errorCodes } from '../dataverseError';
import { numberOf, referenceOf, textOf } from '../rows/row';
import type { Reference, Row, Value } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import { roundedTo } from '../service/rounding';
import type { BusinessLogic } from '../service/businessLogic';
import { lineAmounts } from './amounts';
import type { DocumentKind } from './documentKind';
import { updateTotals } from './documents';
import { linesOf } from './totals';

/** What Sales does when a line of a quote or an order is written: it checks, names, prices and numbers it. */
export function lineLogic(kind: DocumentKind): BusinessLogic {
  return {
    table: kind.lineTable,
    beforeCreate: (row, _given, { rows }) => {
      const document = openDocument(rows, kind, row);
      checkLine(rows, row);
      const number = nextLineNumber(rows, kind, row);
      return withAmounts({
        ...priced(rows, row),
        [kind.lineNameColumn]: lineName(rows, row),
        lineitemnumber: numberOf(row, 'lineitemnumber') ?? number,
        sequencenumber: numberOf(row, 'sequencenumber') ?? number,
        transactioncurrencyid: document.transactioncurrencyid ?? null,
      });
    },
    beforeUpdate: (row, _before, changes, { rows }) => {
      openDocument(rows, kind, row);
      checkLine(rows, row);
      const pricing = ['productid', 'uomid', 'ispriceoverridden'].some((name) => name in changes);
      return withAmounts({
        ...(pricing || changes.priceperunit !== undefined ? priced(rows, row) : row),
        [kind.lineNameColumn]: lineName(rows, row),
      });
    },
    beforeDelete: (row, { rows }) => {
      openDocument(rows, kind, row);
    },
    afterWrite: (row, context) => {
      const document = referenceOf(row, kind.parentColumn);
      if (document) {
        updateTotals(context, kind, document.id);
      }
    },
  };
}

/** The document of a line. @throws DataverseError when there is none, or it can no longer be changed */
function openDocument(rows: RowStore, kind: DocumentKind, line: Row): Row {
  const reference = referenceOf(line, kind.parentColumn);
  const document = reference && rows.get(kind.table, reference.id);
  if (!document) {
    throw new DataverseError(
      400,
      errorCodes.invalidArgument,
      `The ${kind.word} of the line is missing (${kind.parentColumn}).`,
    );
  }
  if (numberOf(document, 'statecode') !== kind.editableState) {
    throw new DataverseError(400, errorCodes.parentReadOnly, 'The parent is read only and cannot be edited.');
  }
  return document;
}

/** @throws DataverseError for a line that Sales does not take: without product, unit or quantity, or with a strange unit */
function checkLine(rows: RowStore, line: Row): void {
  if (numberOf(line, 'quantity') === null) {
    throw new DataverseError(400, errorCodes.missingQuantity, 'The Quantity is missing.');
  }
  if (line.isproductoverridden === true) {
    return;
  }
  const product = referenced(rows, referenceOf(line, 'productid'));
  const unit = referenced(rows, referenceOf(line, 'uomid'));
  if (!product) {
    throw new DataverseError(400, errorCodes.missingProduct, 'The product id is missing.');
  }
  if (!unit) {
    throw new DataverseError(400, errorCodes.missingUnit, 'The unit id is missing.');
  }
  const schedule = referenceOf(product, 'defaultuomscheduleid');
  if (schedule && referenceOf(unit, 'uomscheduleid')?.id !== schedule.id) {
    throw new DataverseError(
      400,
      errorCodes.invalidUnit,
      'The specified unit is not valid for this product.',
    );
  }
}

function referenced(rows: RowStore, reference: Reference | null): Row | undefined {
  return reference ? rows.get(reference.table, reference.id) : undefined;
}

/** A line of an existing product takes the product's price for its unit, unless the price is overridden. */
function priced(rows: RowStore, line: Row): Row {
  const product = referenced(rows, referenceOf(line, 'productid'));
  if (!product || line.ispriceoverridden === true || line.isproductoverridden === true) {
    return line;
  }
  return { ...line, priceperunit: listPrice(product, referenced(rows, referenceOf(line, 'uomid'))) };
}

/** The product's price for one of a unit: its list price is that of its base unit. */
export function listPrice(product: Row, unit: Row | undefined): number | null {
  const price = numberOf(product, 'price');
  return price === null ? null : roundedTo(price * (unit ? (numberOf(unit, 'quantity') ?? 1) : 1), 2);
}

/** A line with the amounts that follow from its quantity and its price. */
export function withAmounts(line: Row): Row {
  const { baseAmount, extendedAmount } = lineAmounts({
    quantity: numberOf(line, 'quantity'),
    pricePerUnit: numberOf(line, 'priceperunit'),
    manualDiscount: numberOf(line, 'manualdiscountamount'),
    tax: numberOf(line, 'tax'),
  });
  return { ...line, baseamount: baseAmount, extendedamount: extendedAmount };
}

/** A line is called after its product, or after the words of a write-in. */
function lineName(rows: RowStore, line: Row): Value {
  const product = referenced(rows, referenceOf(line, 'productid'));
  return (
    (line.isproductoverridden === true || !product
      ? textOf(line, 'productdescription')
      : textOf(product, 'name')
    )?.slice(0, 100) ?? null
  );
}

function nextLineNumber(rows: RowStore, kind: DocumentKind, line: Row): number {
  const document = referenceOf(line, kind.parentColumn);
  const numbers = linesOf(rows, kind, document?.id ?? '').map(
    (other) => numberOf(other, 'lineitemnumber') ?? 0,
  );
  return numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1;
}
