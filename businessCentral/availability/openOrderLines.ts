import type { ReadOperation } from '../odata/readOperation';
import { all, compare, oneOf, type Filter } from '../odata/filter';
import { decimal, text } from '../odata/literals';
import { readRows, type Row } from '../odata/row';
import { contractFields } from './contractFields';
import type { IsoDate } from '../isoDate';

/** Pages 516 and 518: what is going out and what is coming in. */
export type OrderLineService = 'SalesLines' | 'PurchaseLines';

/** An open order line as Business Central gives it, in its own unit. */
export interface OpenOrderLine {
  readonly itemNo: string;
  readonly date: IsoDate | null;
  /** In `unit`. */
  readonly outstanding: number;
  /** Blank: the item's base unit. */
  readonly unit: string;
  /** In the base unit. */
  readonly reserved: number;
  readonly documentNo: string;
  readonly lineNo: number;
  readonly locationCode: string;
}

const dateFields = { SalesLines: 'Shipment_Date', PurchaseLines: 'Expected_Receipt_Date' } as const;

/** Quotes, invoices, return and blanket orders neither take nor bring stock yet. */
function openOrdersForItems(): Filter[] {
  return [
    compare('Document_Type', 'eq', text('Order')),
    compare('Type', 'eq', text('Item')),
    compare('Outstanding_Quantity', 'gt', decimal(0)),
  ];
}

/** @param itemNos as many as one filter takes */
export function orderLinesOfItems(service: OrderLineService, itemNos: readonly string[]): ReadOperation {
  return {
    service,
    filter: all(...openOrdersForItems(), oneOf('No', itemNos.map(text))),
    select: contractFields[service],
  };
}

/** The open order lines of all items, if there are at most `top`; their number tells whether these are all. */
export function allOrderLines(service: OrderLineService, top: number): ReadOperation {
  return { service, filter: all(...openOrdersForItems()), select: contractFields[service], top, count: true };
}

export function openOrderLines(
  service: OrderLineService,
  rows: readonly Row[],
): { values: OpenOrderLine[]; complete: boolean } {
  return readRows(rows, (row) => ({
    itemNo: row.text('No'),
    date: row.date(dateFields[service]),
    outstanding: row.number('Outstanding_Quantity'),
    unit: row.text('Unit_of_Measure_Code').trim(),
    reserved: row.has('Reserved_Qty_Base') ? Math.abs(row.number('Reserved_Qty_Base')) : 0,
    documentNo: row.text('Document_No'),
    lineNo: row.number('Line_No'),
    locationCode: row.has('Location_Code') ? row.text('Location_Code') : '',
  }));
}
