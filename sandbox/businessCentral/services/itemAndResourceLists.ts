import { resourceTypes, type Resource } from '../company/coupledRecords';
import { inventoryOf } from '../company/flowFields';
import type { Item } from '../company/records';
import { itemTableId, resourceTableId } from '../company/tableIds';
import { coupledToDataverse } from './coupledToDataverse';
import { constant, flowField, flowFilter, option, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Page 31; on it "Inventory" has been `InventoryField` since version 17 (seen on the wire). */
export const itemList = readOnlyPage<Item>({
  name: 'ItemList',
  object: 'Page 31 Item List',
  key: ['No'],
  table: (company) => company.items,
  fields: [
    text('No', 20, (item) => item.No),
    text('Description', 100, (item) => item.Description),
    text('Description_2', 50, (item) => item.Description_2),
    option('Type', ['Inventory', 'Service', 'Non-Inventory'], (item) => item.Type),
    flowField<Item>('InventoryField', ({ No }, company, filters) => inventoryOf(company, No, filters)),
    constant('Created_From_Nonstock_Item', 'Edm.Boolean', false),
    constant('Substitutes_Exist', 'Edm.Boolean', false),
    constant('Stockkeeping_Unit_Exists', 'Edm.Boolean', false),
    constant('Assembly_BOM', 'Edm.Boolean', false),
    constant('Production_BOM_No', 'Edm.String', ''),
    constant('Routing_No', 'Edm.String', ''),
    text('Base_Unit_of_Measure', 10, (item) => item.Base_Unit_of_Measure),
    constant('Shelf_No', 'Edm.String', ''),
    constant('Costing_Method', 'Edm.String', 'FIFO'),
    constant('Cost_is_Adjusted', 'Edm.Boolean', true),
    constant('Standard_Cost', 'Edm.Decimal', 0),
    typed('Unit_Cost', 'Edm.Decimal', (item) => item.Unit_Cost),
    constant('Price_Profit_Calculation', 'Edm.String', 'Profit=Price-Cost'),
    typed('Unit_Price', 'Edm.Decimal', (item) => item.Unit_Price),
    text('Inventory_Posting_Group', 20, (item) => item.Inventory_Posting_Group),
    text('Gen_Prod_Posting_Group', 20, (item) => item.Gen_Prod_Posting_Group),
    constant('Item_Disc_Group', 'Edm.String', ''),
    text('Vendor_No', 20, (item) => item.Vendor_No),
    text('Vendor_Item_No', 50, (item) => item.Vendor_Item_No),
    constant('Tariff_No', 'Edm.String', ''),
    text('Search_Description', 100, (item) => item.Description.toUpperCase()),
    text('Item_Category_Code', 20, (item) => item.Item_Category_Code),
    typed('Blocked', 'Edm.Boolean', (item) => item.Blocked),
    typed('Last_Date_Modified', 'Edm.Date', (item) => item.Last_Date_Modified),
    text('Item_Tracking_Code', 10, (item) => item.Item_Tracking_Code),
    coupledToDataverse(itemTableId),
    flowFilter('Global_Dimension_1_Filter'),
    flowFilter('Global_Dimension_2_Filter'),
    flowFilter('Location_Filter'),
    flowFilter('Drop_Shipment_Filter'),
    flowFilter('Variant_Filter'),
    flowFilter('Date_Filter'),
  ],
});

/** Page 77. */
export const resourceList = readOnlyPage<Resource>({
  name: 'ResourceList',
  object: 'Page 77 Resource List',
  key: ['No'],
  table: (company) => company.resources,
  fields: [
    text('No', 20, (resource) => resource.No),
    text('Name', 100, (resource) => resource.Name),
    option('Type', resourceTypes, (resource) => resource.Type),
    text('Base_Unit_of_Measure', 10, (resource) => resource.Base_Unit_of_Measure),
    constant('Resource_Group_No', 'Edm.String', ''),
    constant('Direct_Unit_Cost', 'Edm.Decimal', 0),
    constant('Indirect_Cost_Percent', 'Edm.Decimal', 0),
    typed('Unit_Cost', 'Edm.Decimal', (resource) => resource.Unit_Cost),
    constant('Price_Profit_Calculation', 'Edm.String', 'Profit=Price-Cost'),
    constant('Profit_Percent', 'Edm.Decimal', 0),
    typed('Unit_Price', 'Edm.Decimal', (resource) => resource.Unit_Price),
    text('Gen_Prod_Posting_Group', 20, (resource) => resource.Gen_Prod_Posting_Group),
    constant('VAT_Prod_Posting_Group', 'Edm.String', 'REDUCED'),
    text('Search_Name', 100, (resource) => resource.Name.toUpperCase()),
    constant('Default_Deferral_Template_Code', 'Edm.String', ''),
    typed('Blocked', 'Edm.Boolean', (resource) => resource.Blocked),
    constant('Privacy_Blocked', 'Edm.Boolean', false),
    coupledToDataverse(resourceTableId),
  ],
});
