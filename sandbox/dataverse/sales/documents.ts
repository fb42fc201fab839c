import { createHash } from 'node:crypto';
import { DataverseError, errorCodes } from '../dataverseError';
import { numberOf, referenceOf, textOf } from '../rows/row';
import type { Row, Value } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import { withBaseAmounts } from '../service/baseAmounts';
import type { BusinessContext, BusinessLogic } from '../service/businessLogic';
import type { DocumentKind } from './documentKind';
import { withTotals } from './totals';

/** What Sales does when a quote or an order is written: number, price list, totals; nothing once it is no longer open. */
export function documentLogic(kind: DocumentKind): BusinessLogic {
  return {
    table: kind.table,
    beforeCreate: (row, given, { rows }) => {
      const id = textOf(row, `${kind.table}id`) ?? '';
      const document: Row = {
        ...row,
        statecode: kind.editableState,
        [kind.numberColumn]: textOf(given, kind.numberColumn) ?? nextNumber(rows, kind),
        pricelevelid: row.pricelevelid ?? defaultPriceList(rows, row),
        ...(kind.table === 'quote' ? { revisionnumber: 0 } : {}),
      };
      return withTotals(rows, kind, document, id);
    },
    beforeUpdate: (row, before, changes, context) => {
      if (!mayChangeSubmitted(kind, context)) {
        checkState(kind, before, changes);
      }
      return withTotals(context.rows, kind, row, textOf(row, `${kind.table}id`) ?? '');
    },
  };
}

/**
 * An order that another system fulfills stays open to that system's user after it was submitted ("sales order
 * processing integration", organization.issopintegrationenabled).
 */
function mayChangeSubmitted({ table }: DocumentKind, { caller }: BusinessContext): boolean {
  return (
    table === 'salesorder' &&
    caller.roles.some(({ privileges }) => privileges.has('prvOverridePriceEngineOrder'))
  );
}

function checkState(kind: DocumentKind, before: Row, changes: Row): void {
  const state = numberOf(before, 'statecode') ?? kind.editableState;
  const next = numberOf(changes, 'statecode') ?? state;
  const others = Object.keys(changes).filter((name) => name !== 'statecode' && name !== 'statuscode');
  if (state !== kind.editableState && (others.length > 0 || next !== state)) {
    throw new DataverseError(
      400,
      errorCodes.invalidArgument,
      `The ${kind.word} cannot be updated because it is read-only in its state.`,
    );
  }
  if (next !== state && !kind.nextStates.includes(next)) {
    throw new DataverseError(
      400,
      errorCodes.invalidArgument,
      `${next} is not a valid state to set on a ${kind.word} by an update.`,
    );
  }
}

/** The first price list in the document's currency. */
function defaultPriceList(rows: RowStore, document: Row): Value {
  const currency = referenceOf(document, 'transactioncurrencyid');
  for (const priceList of rows.all('pricelevel')) {
    const id = textOf(priceList, 'pricelevelid');
    if (id !== null && referenceOf(priceList, 'transactioncurrencyid')?.id === currency?.id) {
      return { table: 'pricelevel', id };
    }
  }
  return null;
}

/** A number as autonumbering gives it, such as QUO-01004-K7W3ZP: counted on, with a suffix that nobody can guess wrong. */
function nextNumber(rows: RowStore, kind: DocumentKind): string {
  const pattern = new RegExp(`^${kind.numberPrefix}-(\\d{5})`);
  const used = [...rows.all(kind.table)].map((row) =>
    Number(pattern.exec(textOf(row, kind.numberColumn) ?? '')?.[1] ?? 0),
  );
  const counter = used.reduce((highest, number) => Math.max(highest, number), 0) + 1;
  const suffix = createHash('sha1').update(`${kind.table}${counter}`).digest('hex').slice(0, 6).toUpperCase();
  return `${kind.numberPrefix}-${String(counter).padStart(5, '0')}-${suffix}`;
}

/** Puts the totals of a document in place after one of its lines changed. */
export function updateTotals(
  { rows, organization }: Pick<BusinessContext, 'rows' | 'organization'>,
  kind: DocumentKind,
  documentId: string,
): void {
  const document = rows.get(kind.table, documentId);
  if (document) {
    const totalled = withTotals(rows, kind, document, documentId);
    rows.put(kind.table, documentId, withBaseAmounts(organization.table(kind.table), totalled, rows));
  }
}
