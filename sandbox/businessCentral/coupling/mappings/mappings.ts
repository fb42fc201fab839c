import { customerMapping, vendorMapping } from './accounts';
import { contactMapping } from './contacts';
import type { IntegrationTableMapping } from './mapping';
import { opportunityMapping } from './opportunities';
import { salespeopleMapping } from './people';
import { currencyMapping, customerPriceGroupMapping } from './prices';
import { itemMapping, resourceMapping, unitGroupMapping, unitOfMeasureMapping } from './products';
import { postedInvoiceMapping, salesOrderMapping } from './salesDocuments';

/**
 * Business Central's default mappings (codeunits 7204 "CDS Setup Defaults" and 5334 "CRM Setup Defaults"), by name.
 * A real one has either UNIT OF MEASURE or UNIT GROUP, whichever its setup says; here are both, so that both can be tried.
 */
export const mappings: readonly IntegrationTableMapping[] = [
  contactMapping,
  currencyMapping,
  customerMapping,
  customerPriceGroupMapping,
  itemMapping,
  opportunityMapping,
  postedInvoiceMapping,
  resourceMapping,
  salesOrderMapping,
  salespeopleMapping,
  unitGroupMapping,
  unitOfMeasureMapping,
  vendorMapping,
];

export function mappingOfTable(tableId: number): IntegrationTableMapping | undefined {
  return mappings.find(({ table }) => table.tableId === tableId);
}

export function mappingNamed(name: string): IntegrationTableMapping | undefined {
  return mappings.find((mapping) => mapping.name === name);
}
