import { baseAmountOf } from '../metadata/standardColumns';
import type { Table } from '../metadata/table';
import { numberOf, referenceOf } from '../rows/row';
import type { Row, Value } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import { roundedTo } from './rounding';

/** Decimals of the base currency, which is the pound. */
const basePrecision = 2;

/**
 * A row with the exchange rate of its currency and its amounts in the base currency, as the platform computes them at
 * every write: the amount divided by the rate, which is units of the currency for one of the base currency. Without a
 * rate there is neither. A table without money stays as it is.
 */
export function withBaseAmounts(table: Table, row: Row, rows: RowStore): Row {
  if (table.columns.get('transactioncurrencyid')?.type !== 'Lookup' || !table.columns.has('exchangerate')) {
    return row;
  }
  const reference = referenceOf(row, 'transactioncurrencyid');
  const currency = reference === null ? undefined : rows.get(reference.table, reference.id);
  const rate = currency === undefined ? null : numberOf(currency, 'exchangerate');
  const computed: Record<string, Value> = { exchangerate: rate };
  for (const { logicalName } of table.columns.values()) {
    const base = baseAmountOf(logicalName);
    if (table.columns.has(base)) {
      const amount = numberOf(row, logicalName);
      computed[base] = amount === null || rate === null ? null : roundedTo(amount / rate, basePrecision);
    }
  }
  return { ...row, ...computed };
}
