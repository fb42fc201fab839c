import type { SalesLine } from '../company/records';
import { documentLineTypes, documentTypes, shortcutDimensions } from './documentLineOptions';
import { constant, option, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Amount of the line after its discount, to the penny. */
function lineAmount(line: SalesLine): number {
  return Math.round(line.Quantity * line.unitPrice * (100 - line.lineDiscountPercent)) / 100;
}

/** Page 516: lines of all sales documents, quotes and orders alike; properties as served in 2026. */
export const salesLines = readOnlyPage<SalesLine>({
  name: 'SalesLines',
  object: 'Page 516 Sales Lines',
  key: ['Document_Type', 'Document_No', 'Line_No'],
  table: (company) => company.salesLines,
  fields: [
    option('Document_Type', documentTypes, (line) => line.Document_Type),
    text('Document_No', 20, (line) => line.Document_No),
    typed('Line_No', 'Edm.Int32', (line) => line.Line_No),
    text('Sell_to_Customer_No', 20, (line) => line.Sell_to_Customer_No),
    text('Sell_to_Customer_Name', 100, (line) => line.Sell_to_Customer_Name),
    option('Type', documentLineTypes, (line) => line.Type),
    text('No', 20, (line) => line.No),
    text('Variant_Code', 10, (line) => line.Variant_Code),
    text('Description', 100, (line) => line.Description),
    constant('Description_2', 'Edm.String', ''),
    text('Location_Code', 10, (line) => line.Location_Code),
    constant('Reserve', 'Edm.String', 'Optional'),
    typed('Quantity', 'Edm.Decimal', (line) => line.Quantity),
    typed('Qty_to_Ship', 'Edm.Decimal', (line) => line.Outstanding_Quantity),
    constant('Reserved_Qty_Base', 'Edm.Decimal', 0),
    text('Unit_of_Measure_Code', 10, (line) => line.Unit_of_Measure_Code),
    typed('Line_Amount', 'Edm.Decimal', lineAmount),
    constant('Allocation_Account_No', 'Edm.String', ''),
    constant('Job_No', 'Edm.String', ''),
    constant('Work_Type_Code', 'Edm.String', ''),
    ...shortcutDimensions.map((name) => constant<SalesLine>(name, 'Edm.String', '')),
    typed('Shipment_Date', 'Edm.Date', (line) => line.Shipment_Date),
    typed('Outstanding_Quantity', 'Edm.Decimal', (line) => line.Outstanding_Quantity),
  ],
});
