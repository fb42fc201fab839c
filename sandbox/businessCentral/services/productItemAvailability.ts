import { inventoryOf, noFlowFilters } from '../company/flowFields';
import type { Company } from '../company/company';
import type { Item } from '../company/records';
import type { IntegrationRecord } from '../company/synchronizationRecords';
import { itemTableId } from '../company/tableIds';
import { typed, variable } from './recordFields';
import { readOnlyPage, type RecordField } from './service';

function itemOf(coupling: IntegrationRecord, company: Company): Item | undefined {
  return company.items.group(coupling.Integration_ID)[0];
}

/** A page variable that OnAfterGetRecord sets; blank where the item is gone. */
function itemVariable(
  name: string,
  type: 'Edm.String' | 'Edm.Decimal',
  blank: string | number,
  value: (item: Item, company: Company) => string | number,
): RecordField<IntegrationRecord> {
  return variable(name, type, (coupling, company) => {
    const item = itemOf(coupling, company);
    return item === undefined ? blank : value(item, company);
  });
}

/**
 * Page 5390, up to Business Central 27: couplings of products to items. Its last three fields are variables, so
 * only the first three can be filtered; inventory is on hand at all locations.
 */
export const productItemAvailability = readOnlyPage<IntegrationRecord>({
  name: 'ProductItemAvailability',
  object: 'Page 5390 Product Item Availability',
  key: ['CRM_ID', 'Integration_ID'],
  table: (company) => company.integrationRecords,
  shows: (coupling) => coupling.Table_ID === itemTableId,
  fields: [
    typed('CRM_ID', 'Edm.Guid', (coupling) => coupling.CRM_ID),
    typed('Integration_ID', 'Edm.Guid', (coupling) => coupling.Integration_ID),
    typed('Table_ID', 'Edm.Int32', (coupling) => coupling.Table_ID),
    itemVariable('ItemNo', 'Edm.String', '', (item) => item.No),
    itemVariable('UOM', 'Edm.String', '', (item) => item.Base_Unit_of_Measure),
    itemVariable('Inventory', 'Edm.Decimal', 0, (item, company) =>
      inventoryOf(company, item.No, noFlowFilters),
    ),
  ],
});
