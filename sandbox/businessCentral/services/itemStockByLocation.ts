import type { Company } from '../company/company';
import { text, typed } from './recordFields';
import { rowReader, type RecordField, type Service } from './service';

interface Stock {
  readonly itemNo: string;
  readonly variantCode: string;
  readonly locationCode: string;
  readonly quantity: number;
}

const fields: readonly RecordField<Stock>[] = [
  text('Item_No', 20, (stock) => stock.itemNo),
  text('Variant_Code', 10, (stock) => stock.variantCode),
  text('Location_Code', 10, (stock) => stock.locationCode),
  typed('Quantity', 'Edm.Decimal', (stock) => stock.quantity),
];

const rowOf = rowReader(fields);

function stockByLocation(company: Company): readonly Stock[] {
  const stocks = new Map<string, Stock>();
  for (const { row: entry } of company.itemLedgerEntries.all()) {
    const key = JSON.stringify([entry.itemNo, entry.variantCode, entry.locationCode]);
    stocks.set(key, {
      itemNo: entry.itemNo,
      variantCode: entry.variantCode,
      locationCode: entry.locationCode,
      quantity: (stocks.get(key)?.quantity ?? 0) + entry.quantity,
    });
  }
  return [...stocks].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, stock]) => stock);
}

/** Query of the companion extension: item ledger entries summed by item, variant and location. */
export const itemStockByLocation: Service = {
  name: 'ItemStockByLocation',
  object: 'Query Item Stock by Location (companion)',
  kind: 'query',
  key: ['Item_No', 'Variant_Code', 'Location_Code'],
  fields,
  changes: null,
  rows: (company) => stockByLocation(company).map((stock) => rowOf(company, stock, 0)),
};
