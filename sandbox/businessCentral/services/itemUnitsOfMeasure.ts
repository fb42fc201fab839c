import type { ItemUnit } from '../company/records';
import { constant, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Page 5404: units of an item, with base units in one of each. */
export const itemUnitsOfMeasure = readOnlyPage<ItemUnit>({
  name: 'ItemUnitsOfMeasure',
  object: 'Page 5404 Item Units of Measure',
  key: ['Item_No', 'Code'],
  table: (company) => company.itemUnits,
  fields: [
    text('Item_No', 20, (unit) => unit.Item_No),
    text('Code', 10, (unit) => unit.Code),
    typed('Qty_per_Unit_of_Measure', 'Edm.Decimal', (unit) => unit.Qty_per_Unit_of_Measure),
    constant('Qty_Rounding_Precision', 'Edm.Decimal', 0),
    constant('Height', 'Edm.Decimal', 0),
    constant('Width', 'Edm.Decimal', 0),
    constant('Length', 'Edm.Decimal', 0),
    constant('Cubage', 'Edm.Decimal', 0),
    constant('Weight', 'Edm.Decimal', 0),
  ],
});
