import type { PurchaseLine } from '../company/records';
import { documentLineTypes, documentTypes, shortcutDimensions } from './documentLineOptions';
import { constant, option, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Page 518: lines of all purchase documents. */
export const purchaseLines = readOnlyPage<PurchaseLine>({
  name: 'PurchaseLines',
  object: 'Page 518 Purchase Lines',
  key: ['Document_Type', 'Document_No', 'Line_No'],
  table: (company) => company.purchaseLines,
  fields: [
    option('Document_Type', documentTypes, (line) => line.Document_Type),
    text('Document_No', 20, (line) => line.Document_No),
    typed('Line_No', 'Edm.Int32', (line) => line.Line_No),
    text('Buy_from_Vendor_No', 20, (line) => line.Buy_from_Vendor_No),
    option('Type', documentLineTypes, (line) => line.Type),
    text('No', 20, (line) => line.No),
    text('Variant_Code', 10, (line) => line.Variant_Code),
    text('Description', 100, (line) => line.Description),
    constant('Description_2', 'Edm.String', ''),
    text('Location_Code', 10, (line) => line.Location_Code),
    typed('Quantity', 'Edm.Decimal', (line) => line.Quantity),
    constant('Reserved_Qty_Base', 'Edm.Decimal', 0),
    text('Unit_of_Measure_Code', 10, (line) => line.Unit_of_Measure_Code),
    typed('Direct_Unit_Cost', 'Edm.Decimal', (line) => line.Direct_Unit_Cost),
    constant('Indirect_Cost_Percent', 'Edm.Decimal', 0),
    typed('Unit_Cost_LCY', 'Edm.Decimal', (line) => line.Direct_Unit_Cost),
    typed(
      'Line_Amount',
      'Edm.Decimal',
      (line) => Math.round(line.Quantity * line.Direct_Unit_Cost * 100) / 100,
    ),
    constant('Job_No', 'Edm.String', ''),
    constant('Job_Task_No', 'Edm.String', ''),
    constant('Job_Line_Type', 'Edm.String', ' '),
    ...shortcutDimensions.map((name) => constant<PurchaseLine>(name, 'Edm.String', '')),
    typed('Expected_Receipt_Date', 'Edm.Date', (line) => line.Expected_Receipt_Date),
    typed('Outstanding_Quantity', 'Edm.Decimal', (line) => line.Outstanding_Quantity),
  ],
});
