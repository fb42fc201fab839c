import { missingOfAnswer, type MissingPart } from '../missingParts';
import { all, compare } from '../odata/filter';
import { decimal, guid, isGuid } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import type { ReadOutcome } from '../odata/reader';
import { readRows } from '../odata/row';
import { contractFields } from './contractFields';
import type { ItemSupply, ProductSupply } from './types';

/** What is known of the sales order that an order of Sales has become. */
export interface OwnOrder {
  /** Its number; empty: it is not in Business Central, or that could not be read. */
  readonly no: string;
  readonly missing: readonly MissingPart[];
}

/** Table Sales Header. */
const salesHeader = 36;

/**
 * The operation that asks for the number of an order, none where there is no order. Its filter is the only one that a
 * gateway lets through to whoever may see nothing but availability (docs/gateway.md).
 * @param order `salesorderid`
 */
export function ownOrderQuestion(order: string | undefined): ReadOperation[] {
  return order === undefined || !isGuid(order)
    ? []
    : [
        {
          service: 'CRMIntegrationRecords',
          filter: all(compare('CRM_ID', 'eq', guid(order)), compare('Table_ID', 'eq', decimal(salesHeader))),
          select: contractFields.CRMIntegrationRecords,
        },
      ];
}

/** @param outcome undefined: it was not asked for */
export function ownOrderOf(outcome: ReadOutcome | undefined): OwnOrder {
  const { values, complete } = readRows(outcome?.ok === true ? outcome.rows : [], (row) =>
    row.text('Record_No').trim(),
  );
  return { no: values[0] ?? '', missing: missingOfAnswer('CRMIntegrationRecords', outcome, complete) };
}

/** Leaves an order's own lines out of what is counted as requirements: they are what is being judged. */
export function withoutOwnLines(answer: ProductSupply, { no, missing }: OwnOrder): ProductSupply {
  if (answer.status !== 'found' || (no === '' && missing.length === 0)) {
    return answer;
  }
  const supply: ItemSupply = {
    ...answer.supply,
    requirements: answer.supply.requirements?.filter(({ documentNo }) => documentNo !== no) ?? null,
    ...(no === '' ? {} : { ownOrderNo: no }),
    missing: [...answer.supply.missing, ...missing],
  };
  return { ...answer, supply };
}
