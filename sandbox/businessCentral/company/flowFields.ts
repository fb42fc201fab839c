import type { Company } from './company';
import { rounded } from './decimals';

/** A FlowFilter: which values of the field that it stands for are summed. */
export type FlowFilter = (value: string) => boolean;

/** FlowFilters by their OData names, such as `Location_Filter`; an absent one lets everything through. */
export type FlowFilters = Readonly<Record<string, FlowFilter | undefined>>;

export const noFlowFilters: FlowFilters = {};

/** Whether a FlowFilter, where it is set, lets a value through. */
export function passes(filters: FlowFilters, name: string, value: string): boolean {
  return filters[name]?.(value) ?? true;
}

/**
 * Field 68 "Inventory" of table 27: the sum of the item ledger entries, in base units. Its CalcFormula knows the
 * location and the variant filter, but not the date filter ("Net Change" has that one).
 */
export function inventoryOf(company: Company, itemNo: string, filters: FlowFilters): number {
  return rounded(
    company.itemLedgerEntries
      .group(itemNo)
      .filter(
        (entry) =>
          passes(filters, 'Location_Filter', entry.locationCode) &&
          passes(filters, 'Variant_Filter', entry.variantCode),
      )
      .reduce((sum, entry) => sum + entry.quantity, 0),
  );
}

interface OutstandingLine {
  readonly Document_Type: string;
  readonly Type: string;
  readonly Location_Code: string;
  readonly Variant_Code: string;
  readonly Outstanding_Quantity: number;
  readonly qtyPerUnitOfMeasure: number;
}

function outstanding<Line extends OutstandingLine>(
  lines: readonly Line[],
  documentType: string,
  dateOf: (line: Line) => string,
  filters: FlowFilters,
): number {
  return rounded(
    lines
      .filter(
        (line) =>
          line.Document_Type === documentType &&
          line.Type === 'Item' &&
          passes(filters, 'Location_Filter', line.Location_Code) &&
          passes(filters, 'Variant_Filter', line.Variant_Code) &&
          passes(filters, 'Date_Filter', dateOf(line)),
      )
      .reduce((sum, line) => sum + line.Outstanding_Quantity * line.qtyPerUnitOfMeasure, 0),
  );
}

type QuantityOf = (company: Company, itemNo: string, filters: FlowFilters) => number;

function onPurchaseDocuments(documentType: string): QuantityOf {
  return (company, itemNo, filters) =>
    outstanding(
      company.purchaseLines.group(itemNo),
      documentType,
      (line) => line.Expected_Receipt_Date,
      filters,
    );
}

function onSalesDocuments(documentType: string): QuantityOf {
  return (company, itemNo, filters) =>
    outstanding(company.salesLines.group(itemNo), documentType, (line) => line.Shipment_Date, filters);
}

/** Field 84 "Qty. on Purch. Order": open purchase order lines, in base units, by expected receipt date. */
export const quantityOnPurchaseOrders = onPurchaseDocuments('Order');

/** Field 85 "Qty. on Sales Order": open sales order lines, in base units, by shipment date. */
export const quantityOnSalesOrders = onSalesDocuments('Order');

/** "Qty. on Blanket Purch. Order". */
export const quantityOnBlanketPurchaseOrders = onPurchaseDocuments('Blanket Order');

/** "Qty. on Blanket Sales Order". */
export const quantityOnBlanketSalesOrders = onSalesDocuments('Blanket Order');
