import { noFlowFilters, inventoryOf } from '../../company/flowFields';
import { unitGroupTableId, unitOfMeasureTableId } from '../../company/tableIds';
import { textIn, type DataverseRow } from '../../dataverse/dataverseClient';
import { boundLookup, crmIdOfNumber } from '../coupledFields';
import { items, resources, unitGroups, unitsOfMeasure } from '../coupledTables';
import { couplingOfRow } from '../couplings';
import type { FieldMapping, Transfer } from '../fieldMapping';
import { numberToSales, textField } from '../plainFields';
import { mustBeCoupled } from '../synchError';
import { unitGroupCode } from '../unitGroupCode';
import type { IntegrationTableMapping } from './mapping';

/** product.producttypecode */
const salesInventory = 1;
const services = 3;

/** A unit of Sales. @throws DataverseRefused, DataverseUnreachable */
async function unitOf({ dataverse, row }: Transfer): Promise<DataverseRow | null> {
  const id = row['_defaultuomid_value'];
  return typeof id === 'string' ? dataverse.row('uoms', id) : null;
}

/**
 * Base unit of an item or resource and default unit of the product, which belongs to a unit group of Sales. The group
 * must be the partner of a unit of measure or of a unit group.
 */
const unitField: FieldMapping = {
  field: 'Base_Unit_of_Measure',
  column: '_defaultuomid_value',
  direction: 'Bidirectional',
  toSales: async (value, transfer) => {
    const current = await unitOf(transfer);
    if (current?.['name'] === value) {
      return null;
    }
    const scheduleId = crmIdOfNumber(transfer, unitsOfMeasure, String(value), 'Unit Group');
    const [base] = await transfer.dataverse.rows(
      'uoms',
      `_uomscheduleid_value eq ${scheduleId} and isschedulebaseuom eq true`,
    );
    if (base === undefined) {
      throw mustBeCoupled(`${unitsOfMeasure.caption}: ${String(value)}`, 'Unit Group row with a base unit');
    }
    const unit = boundLookup('defaultuomid', 'uoms', String(base['uomid']));
    const schedule = boundLookup('defaultuomscheduleid', 'uomschedules', scheduleId);
    return { shown: unit.shown, sent: { ...unit.sent, ...schedule.sent } };
  },
  fromSales: async (_value, transfer) => {
    const scheduleId = textIn(transfer.row, '_defaultuomscheduleid_value');
    const isCoupled =
      couplingOfRow(transfer.company, unitOfMeasureTableId, scheduleId) !== null ||
      couplingOfRow(transfer.company, unitGroupTableId, scheduleId) !== null;
    if (!isCoupled) {
      throw mustBeCoupled('The unit group of the product', 'Unit of Measure or Unit Group record');
    }
    return textIn(await unitOf(transfer), 'name').slice(0, 10);
  },
};

/** What is on hand; Sales knows no quantity below zero (codeunit 5341). */
const inventoryField: FieldMapping = {
  ...numberToSales('Inventory', 'quantityonhand'),
  toSales: (_value, { company, record }) => {
    const onHand = Math.max(0, inventoryOf(company, String(record?.['No'] ?? ''), noFlowFilters));
    return { shown: onHand, sent: { quantityonhand: onHand } };
  },
};

/** Numbers go to Sales; a record that is made of a product takes the product's number over where it is free. */
const numberField: FieldMapping = {
  ...textField('No', 'productnumber', 20, 'ToIntegrationTable'),
};

const prices: readonly FieldMapping[] = [
  numberToSales('Unit_Price', 'price'),
  numberToSales('Unit_Cost', 'standardcost'),
  numberToSales('Unit_Cost', 'currentcost'),
];

export const itemMapping: IntegrationTableMapping = {
  name: 'ITEM-PRODUCT',
  table: items,
  integrationTableId: 5348,
  entity: 'product',
  entitySet: 'products',
  entityCaption: 'Product',
  numberColumn: 'productnumber',
  direction: 'Bidirectional',
  dependencyFilter: 'UNIT OF MEASURE|UNIT GROUP',
  tableFilter: [{ field: 'Blocked', values: [false] }],
  integrationTableFilter: [
    { field: 'statecode', values: [0] },
    { field: 'producttypecode', values: [salesInventory] },
  ],
  fields: [
    numberField,
    textField('Description', 'name', 100),
    unitField,
    ...prices,
    numberToSales('Unit_Volume', 'stockvolume'),
    numberToSales('Gross_Weight', 'stockweight'),
    textField('Vendor_Item_No', 'vendorpartnumber', 50, 'ToIntegrationTable'),
    inventoryField,
  ],
};

export const resourceMapping: IntegrationTableMapping = {
  ...itemMapping,
  name: 'RESOURCE-PRODUCT',
  table: resources,
  integrationTableFilter: [
    { field: 'statecode', values: [0] },
    { field: 'producttypecode', values: [services] },
  ],
  fields: [numberField, textField('Name', 'name', 100), unitField, ...prices],
};

/** Units of measure without the mapping of unit groups: a unit is a unit group of its own in Sales. */
export const unitOfMeasureMapping: IntegrationTableMapping = {
  name: 'UNIT OF MEASURE',
  table: unitsOfMeasure,
  integrationTableId: 5362,
  entity: 'uomschedule',
  entitySet: 'uomschedules',
  entityCaption: 'Unit Group',
  numberColumn: null,
  direction: 'ToIntegrationTable',
  dependencyFilter: '',
  tableFilter: [],
  integrationTableFilter: [],
  fields: [textField('Code', 'baseuomname', 10, 'ToIntegrationTable')],
};

/** The name of a unit group in Sales is its code. */
const unitGroupName: FieldMapping = {
  ...textField('Source_No', 'name', 200, 'ToIntegrationTable'),
  toSales: (_value, { record }) => {
    const name = unitGroupCode(String(record?.['Source_Type']), String(record?.['Source_No']));
    return { shown: name, sent: { name } };
  },
};

export const unitGroupMapping: IntegrationTableMapping = {
  ...unitOfMeasureMapping,
  name: 'UNIT GROUP',
  table: unitGroups,
  fields: [unitGroupName],
};
