import {
  inventoryOf,
  quantityOnBlanketPurchaseOrders,
  quantityOnBlanketSalesOrders,
  quantityOnPurchaseOrders,
  quantityOnSalesOrders,
  type FlowFilters,
} from '../company/flowFields';
import type { Company } from '../company/company';
import { blankDate, type Item } from '../company/records';
import { constant, flowField, flowFilter, option, text, typed } from './recordFields';
import type { RecordField } from './service';

const itemTypes = ['Inventory', 'Service', 'Non-Inventory'] as const;

function itemSum(
  name: string,
  sum: (company: Company, itemNo: string, filters: FlowFilters) => number,
): RecordField<Item> {
  return flowField(name, (item, company, filters) => sum(company, item.No, filters));
}

function profitPercent(item: Item): number {
  return item.Unit_Price === 0
    ? 0
    : Math.round((1 - item.Unit_Cost / item.Unit_Price) * 10_000_000) / 100_000;
}

/** Item and Inventory tabs. */
const itemTab: readonly RecordField<Item>[] = [
  text('No', 20, (item) => item.No),
  text('Description', 100, (item) => item.Description),
  text('Description_2', 50, (item) => item.Description_2),
  typed('Blocked', 'Edm.Boolean', (item) => item.Blocked),
  option('Type', itemTypes, (item) => item.Type),
  text('Base_Unit_of_Measure', 10, (item) => item.Base_Unit_of_Measure),
  typed('Last_Date_Modified', 'Edm.Date', (item) => item.Last_Date_Modified),
  constant('GTIN', 'Edm.String', ''),
  text('Item_Category_Code', 20, (item) => item.Item_Category_Code),
  constant('Manufacturer_Code', 'Edm.String', ''),
  constant('Service_Item_Group', 'Edm.String', ''),
  constant('Automatic_Ext_Texts', 'Edm.Boolean', false),
  constant('Common_Item_No', 'Edm.String', ''),
  constant('Purchasing_Code', 'Edm.String', ''),
  constant('VariantMandatoryDefaultYes', 'Edm.String', 'Default'),
  constant('VariantMandatoryDefaultNo', 'Edm.String', 'Default'),
  constant('Statistics_Group', 'Edm.Int32', 0),
  constant('No_2', 'Edm.String', ''),
  constant('Alternative_Item_No', 'Edm.String', ''),
  constant('Shelf_No', 'Edm.String', ''),
  constant('Created_From_Nonstock_Item', 'Edm.Boolean', false),
  text('Search_Description', 100, (item) => item.Description.toUpperCase()),
  itemSum('Inventory', inventoryOf),
  itemSum('InventoryNonFoundation', inventoryOf),
  itemSum('Qty_on_Purch_Order', quantityOnPurchaseOrders),
  constant('Qty_on_Prod_Order', 'Edm.Decimal', 0),
  constant('Qty_on_Component_Lines', 'Edm.Decimal', 0),
  itemSum('Qty_on_Sales_Order', quantityOnSalesOrders),
  constant('Qty_on_Service_Order', 'Edm.Decimal', 0),
  constant('Qty_on_Job_Order', 'Edm.Decimal', 0),
  constant('Qty_on_Assembly_Order', 'Edm.Decimal', 0),
  constant('Qty_on_Asm_Component', 'Edm.Decimal', 0),
  itemSum('Qty_on_Blanket_Sales_Order', quantityOnBlanketSalesOrders),
  itemSum('Qty_on_Blanket_Purch_Order', quantityOnBlanketPurchaseOrders),
  constant('StockoutWarningDefaultYes', 'Edm.String', 'Default'),
  constant('StockoutWarningDefaultNo', 'Edm.String', 'Default'),
  constant('PreventNegInventoryDefaultYes', 'Edm.String', 'Default'),
  constant('PreventNegInventoryDefaultNo', 'Edm.String', 'Default'),
  typed('Net_Weight', 'Edm.Decimal', (item) => item.Net_Weight),
  typed('Gross_Weight', 'Edm.Decimal', (item) => item.Gross_Weight),
  typed('Unit_Volume', 'Edm.Decimal', (item) => item.Unit_Volume),
  constant('Over_Receipt_Code', 'Edm.String', ''),
  constant('Trans_Ord_Receipt_Qty', 'Edm.Decimal', 0),
  constant('Trans_Ord_Shipment_Qty', 'Edm.Decimal', 0),
  constant('Qty_in_Transit', 'Edm.Decimal', 0),
];

/** Costs & Posting tab. */
const costsAndPostingTab: readonly RecordField<Item>[] = [
  constant('Costing_Method', 'Edm.String', 'FIFO'),
  constant('Standard_Cost', 'Edm.Decimal', 0),
  typed('Unit_Cost', 'Edm.Decimal', (item) => item.Unit_Cost),
  constant('Indirect_Cost_Percent', 'Edm.Decimal', 0),
  typed('Last_Direct_Cost', 'Edm.Decimal', (item) => item.Unit_Cost),
  itemSum('Net_Invoiced_Qty', inventoryOf),
  constant('Cost_is_Adjusted', 'Edm.Boolean', true),
  constant('Excluded_from_Cost_Adjustment', 'Edm.Boolean', false),
  constant('Cost_is_Posted_to_G_L', 'Edm.Boolean', true),
  constant('Inventory_Value_Zero', 'Edm.Boolean', false),
  constant('SpecialPurchPriceListTxt', 'Edm.String', 'Create New...'),
  constant('SpecialPurchPricesAndDiscountsTxt', 'Edm.String', 'Create New...'),
  text('Gen_Prod_Posting_Group', 20, (item) => item.Gen_Prod_Posting_Group),
  constant('VAT_Prod_Posting_Group', 'Edm.String', 'STANDARD'),
  constant('Tax_Group_Code', 'Edm.String', ''),
  text('Inventory_Posting_Group', 20, (item) => item.Inventory_Posting_Group),
  constant('Default_Deferral_Template_Code', 'Edm.String', ''),
  constant('Tariff_No', 'Edm.String', ''),
  constant('Country_Region_of_Origin_Code', 'Edm.String', ''),
];

/** Prices & Sales tab. */
const pricesAndSalesTab: readonly RecordField<Item>[] = [
  typed('Unit_Price', 'Edm.Decimal', (item) => item.Unit_Price),
  typed('CalcUnitPriceExclVAT', 'Edm.Decimal', (item) => item.Unit_Price),
  constant('Price_Includes_VAT', 'Edm.Boolean', false),
  constant('Price_Profit_Calculation', 'Edm.String', 'Profit=Price-Cost'),
  typed('Profit_Percent', 'Edm.Decimal', profitPercent),
  constant('SpecialSalesPriceListTxt', 'Edm.String', 'Create New...'),
  constant('SpecialPricesAndDiscountsTxt', 'Edm.String', 'Create New...'),
  constant('Allow_Invoice_Disc', 'Edm.Boolean', true),
  constant('Item_Disc_Group', 'Edm.String', ''),
  text('Sales_Unit_of_Measure', 10, (item) => item.Base_Unit_of_Measure),
  constant('Service_Commitment_Option', 'Edm.String', 'No Subscription'),
  constant('Sales_Blocked', 'Edm.Boolean', false),
  constant('Service_Blocked', 'Edm.Boolean', false),
  constant('Application_Wksh_User_ID', 'Edm.String', ''),
  constant('VAT_Bus_Posting_Gr_Price', 'Edm.String', ''),
];

/** Replenishment, Planning, Item Tracking and Warehouse tabs. */
const planningTabs: readonly RecordField<Item>[] = [
  text('Replenishment_System', 20, (item) => item.Replenishment_System),
  text('Lead_Time_Calculation', 32, (item) => item.Lead_Time_Calculation),
  text('Vendor_No', 20, (item) => item.Vendor_No),
  text('Vendor_Item_No', 50, (item) => item.Vendor_Item_No),
  text('Purch_Unit_of_Measure', 10, (item) => item.Base_Unit_of_Measure),
  constant('Purchasing_Blocked', 'Edm.Boolean', false),
  constant('UsageDataSupplierRefExists', 'Edm.Boolean', false),
  constant('Manufacturing_Policy', 'Edm.String', 'Make-to-Stock'),
  constant('Routing_No', 'Edm.String', ''),
  constant('Production_BOM_No', 'Edm.String', ''),
  constant('Rounding_Precision', 'Edm.Decimal', 1),
  constant('Flushing_Method', 'Edm.String', 'Manual'),
  constant('Overhead_Rate', 'Edm.Decimal', 0),
  constant('Scrap_Percent', 'Edm.Decimal', 0),
  constant('Lot_Size', 'Edm.Decimal', 0),
  constant('Allow_Whse_Overpick', 'Edm.Boolean', false),
  constant('Production_Blocked', 'Edm.String', ' '),
  constant('Assembly_Policy', 'Edm.String', 'Assemble-to-Stock'),
  constant('AssemblyBOM', 'Edm.Boolean', false),
  constant('Reordering_Policy', 'Edm.String', ' '),
  constant('Reserve', 'Edm.String', 'Optional'),
  constant('Order_Tracking_Policy', 'Edm.String', 'None'),
  constant('Stockkeeping_Unit_Exists', 'Edm.Boolean', false),
  constant('Dampener_Period', 'Edm.String', ''),
  constant('Dampener_Quantity', 'Edm.Decimal', 0),
  constant('Critical', 'Edm.Boolean', false),
  constant('Safety_Lead_Time', 'Edm.String', ''),
  typed('Safety_Stock_Quantity', 'Edm.Decimal', (item) => item.Safety_Stock_Quantity),
  constant('Include_Inventory', 'Edm.Boolean', true),
  constant('Lot_Accumulation_Period', 'Edm.String', ''),
  constant('Rescheduling_Period', 'Edm.String', ''),
  typed('Reorder_Point', 'Edm.Decimal', (item) => item.Reorder_Point),
  constant('Reorder_Quantity', 'Edm.Decimal', 0),
  constant('Maximum_Inventory', 'Edm.Decimal', 0),
  constant('Overflow_Level', 'Edm.Decimal', 0),
  constant('Time_Bucket', 'Edm.String', ''),
  constant('Minimum_Order_Quantity', 'Edm.Decimal', 0),
  constant('Maximum_Order_Quantity', 'Edm.Decimal', 0),
  constant('Order_Multiple', 'Edm.Decimal', 0),
  text('Item_Tracking_Code', 10, (item) => item.Item_Tracking_Code),
  constant('Serial_Nos', 'Edm.String', ''),
  constant('Lot_Nos', 'Edm.String', ''),
  constant('Expiration_Calculation', 'Edm.String', ''),
  constant('Warehouse_Class_Code', 'Edm.String', ''),
  constant('Special_Equipment_Code', 'Edm.String', ''),
  constant('Put_away_Template_Code', 'Edm.String', ''),
  constant('Put_away_Unit_of_Measure_Code', 'Edm.String', ''),
  constant('Phys_Invt_Counting_Period_Code', 'Edm.String', ''),
  constant('Last_Phys_Invt_Date', 'Edm.Date', blankDate),
  constant('Last_Counting_Period_Update', 'Edm.Date', blankDate),
  constant('Next_Counting_Start_Date', 'Edm.Date', blankDate),
  constant('Next_Counting_End_Date', 'Edm.Date', blankDate),
  constant('Identifier_Code', 'Edm.String', ''),
  constant('Use_Cross_Docking', 'Edm.Boolean', true),
];

/** FlowFilters of table Item that the card's FlowFields use. */
const flowFilters: readonly RecordField<Item>[] = [
  'Global_Dimension_1_Filter',
  'Global_Dimension_2_Filter',
  'Location_Filter',
  'Drop_Shipment_Filter',
  'Variant_Filter',
  'Lot_No_Filter',
  'Serial_No_Filter',
  'Unit_of_Measure_Filter',
  'Package_No_Filter',
  'Date_Filter',
].map((name) => flowFilter<Item>(name));

/**
 * Fields of page 30 as a Business Central of 2026 serves them, in that order, without those of country versions.
 * Fields that the sandbox's company makes no use of are constants.
 */
export const itemCardFields: readonly RecordField<Item>[] = [
  ...itemTab,
  ...costsAndPostingTab,
  ...pricesAndSalesTab,
  ...planningTabs,
  ...flowFilters,
];
