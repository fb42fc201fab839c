import { request, textIn } from '../dataverse/request';
import type { Column } from '../dataverse/table';
import { isLookup } from '../record/columnValue';
import type { RecordSession } from '../record/recordSession';

/**
 * The filter that Sales itself puts on a lookup: a line's unit is one of its product's unit group.
 * @returns an OData filter; null where every row may be chosen
 */
export async function relatedRowsOnly(record: RecordSession, column: Column): Promise<string | null> {
  const product = record.value('productid');
  if (column.logicalName !== 'uomid' || !isLookup(product)) {
    return null;
  }
  const row = await request(`products(${product.id})?$select=_defaultuomscheduleid_value`);
  const group = textIn(row['_defaultuomscheduleid_value']);
  return group === '' ? null : `_uomscheduleid_value eq ${group}`;
}
