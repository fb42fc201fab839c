/** The fields that availability reads of each service (docs/services.md). */
export const contractFields = {
  ProductItemAvailability: ['CRM_ID', 'ItemNo', 'UOM', 'Inventory'],
  ItemCard: ['No', 'Description', 'Type', 'Blocked', 'Base_Unit_of_Measure', 'Inventory', 'Unit_Price'],
  SalesLines: [
    'Document_No',
    'Line_No',
    'No',
    'Location_Code',
    'Unit_of_Measure_Code',
    'Outstanding_Quantity',
    'Reserved_Qty_Base',
    'Shipment_Date',
  ],
  PurchaseLines: [
    'Document_No',
    'Line_No',
    'No',
    'Location_Code',
    'Unit_of_Measure_Code',
    'Outstanding_Quantity',
    'Reserved_Qty_Base',
    'Expected_Receipt_Date',
  ],
  ItemUnitsOfMeasure: ['Item_No', 'Code', 'Qty_per_Unit_of_Measure'],
  ItemSubstitutions: ['Substitute_No', 'Description', 'Interchangeable', 'Condition'],
  LocationList: ['Code', 'Name'],
  ItemStockByLocation: ['Item_No', 'Variant_Code', 'Location_Code', 'Quantity'],
} as const;
