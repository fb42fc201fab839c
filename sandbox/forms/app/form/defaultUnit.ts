import { request } from '../dataverse/request';
import { isLookup, readValue } from '../record/columnValue';
import type { RecordSession } from '../record/recordSession';
import type { Tables } from '../dataverse/tables';

async function fill(record: RecordSession, tables: Tables): Promise<void> {
  const product = record.value('productid');
  if (!isLookup(product)) {
    record.set('uomid', null);
    return;
  }
  const column = (await tables.tableOf('product')).columns.get('defaultuomid');
  const row = await request(`products(${product.id})?$select=_defaultuomid_value`);
  const isStillChosen = record.value('productid') === product;
  if (column !== undefined && isStillChosen) {
    record.set('uomid', readValue(row, column));
  }
}

/**
 * What Sales' own form script does on the lines of quotes and orders: a chosen product brings its default unit, and
 * takes it away again. Where the product cannot be read, the unit stays as it is.
 */
export function followDefaultUnit(record: RecordSession, tables: Tables): void {
  const { columns } = record.table;
  if (columns.has('productid') && columns.has('uomid')) {
    record.subscribe((changed) => {
      if (changed.has('productid')) {
        fill(record, tables).catch(() => undefined);
      }
    });
  }
}
