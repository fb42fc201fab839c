import {
  unitGroupSourceTypes,
  type CustomerPriceGroup,
  type UnitGroup,
  type UnitOfMeasure,
} from '../company/coupledRecords';
import type { Currency } from '../company/receivables';
import {
  currencyTableId,
  customerPriceGroupTableId,
  unitGroupTableId,
  unitOfMeasureTableId,
} from '../company/tableIds';
import { unitGroups as unitGroupTable } from '../coupling/coupledTables';
import { unitGroupCode } from '../coupling/unitGroupCode';
import { coupledToDataverse } from './coupledToDataverse';
import { constant, option, text, typed, variable } from './recordFields';
import { readOnlyPage } from './service';

/** Page 5; the local currency is not in it. */
export const currencyList = readOnlyPage<Currency>({
  name: 'CurrencyList',
  object: 'Page 5 Currencies',
  key: ['Code'],
  table: (company) => company.currencies,
  fields: [
    text('Code', 10, (currency) => currency.Code),
    text('Description', 30, (currency) => currency.Description),
    text('ISO_Code', 3, (currency) => currency.Code),
    constant('ISO_Numeric_Code', 'Edm.String', ''),
    variable('ExchangeRateDate', 'Edm.Date', (_currency, company) => company.workDate),
    variable('ExchangeRateAmt', 'Edm.Decimal', (currency) => 1 / currency.lcyPerUnit),
    constant('EMU_Currency', 'Edm.Boolean', false),
    constant('Amount_Rounding_Precision', 'Edm.Decimal', 0.01),
    constant('Amount_Decimal_Places', 'Edm.String', '2:2'),
    constant('Invoice_Rounding_Precision', 'Edm.Decimal', 0.01),
    constant('Unit_Amount_Rounding_Precision', 'Edm.Decimal', 0.001),
    coupledToDataverse(currencyTableId),
  ],
});

/** Page 209. */
export const unitsOfMeasure = readOnlyPage<UnitOfMeasure>({
  name: 'UnitsOfMeasure',
  object: 'Page 209 Units of Measure',
  key: ['Code'],
  table: (company) => company.unitsOfMeasure,
  fields: [
    text('Code', 10, (unit) => unit.Code),
    text('Description', 50, (unit) => unit.Description),
    text('International_Standard_Code', 10, (unit) => unit.International_Standard_Code),
    constant('SAT_UofM_Classification', 'Edm.String', ''),
    coupledToDataverse(unitOfMeasureTableId),
  ],
});

/** Page of the companion extension; code and name are made for each row, and cannot be filtered by. */
export const unitGroups = readOnlyPage<UnitGroup>({
  name: 'UnitGroups',
  object: 'Page Unit Groups (companion)',
  key: ['Source_Type', 'Source_Id'],
  table: (company) => company.unitGroups,
  fields: [
    variable('Code', 'Edm.String', (group) => unitGroupCode(group.Source_Type, group.Source_No)),
    text('Source_No', 20, (group) => group.Source_No),
    variable('Source_Name', 'Edm.String', (group, company) =>
      unitGroupTable.nameOf({ systemId: group.systemId }, company),
    ),
    option('Source_Type', unitGroupSourceTypes, (group) => group.Source_Type),
    typed('Source_Id', 'Edm.Guid', (group) => group.Source_Id),
    coupledToDataverse(unitGroupTableId),
  ],
});

/** Page 7. */
export const customerPriceGroups = readOnlyPage<CustomerPriceGroup>({
  name: 'CustomerPriceGroups',
  object: 'Page 7 Customer Price Groups',
  key: ['Code'],
  table: (company) => company.customerPriceGroups,
  fields: [
    text('Code', 10, (group) => group.Code),
    text('Description', 100, (group) => group.Description),
    constant('Allow_Line_Disc', 'Edm.Boolean', true),
    constant('Allow_Invoice_Disc', 'Edm.Boolean', true),
    constant('Price_Includes_VAT', 'Edm.Boolean', false),
    constant('VAT_Bus_Posting_Gr_Price', 'Edm.String', ''),
    coupledToDataverse(customerPriceGroupTableId),
  ],
});
