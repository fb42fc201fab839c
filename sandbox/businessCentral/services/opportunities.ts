import { opportunityStatuses, type Opportunity } from '../company/coupledRecords';
import { blankDate } from '../company/records';
import { opportunityTableId } from '../company/tableIds';
import { coupledToDataverse } from './coupledToDataverse';
import { constant, option, text, typed, variable } from './recordFields';
import { readOnlyPage } from './service';

/** Page 5123. */
export const opportunities = readOnlyPage<Opportunity>({
  name: 'Opportunities',
  object: 'Page 5123 Opportunity List',
  key: ['No'],
  table: (company) => company.opportunities,
  fields: [
    text('No', 20, (opportunity) => opportunity.No),
    typed('Closed', 'Edm.Boolean', (opportunity) => opportunity.Closed),
    typed('Creation_Date', 'Edm.Date', (opportunity) => opportunity.Creation_Date),
    text('Description', 100, (opportunity) => opportunity.Description),
    text('Contact_No', 20, (opportunity) => opportunity.Contact_No),
    text('Contact_Company_No', 20, (opportunity) => opportunity.Contact_Company_No),
    text('Salesperson_Code', 20, (opportunity) => opportunity.Salesperson_Code),
    option('Status', opportunityStatuses, (opportunity) => opportunity.Status),
    text('Sales_Cycle_Code', 10, (opportunity) => opportunity.Sales_Cycle_Code),
    variable('CurrSalesCycleStage', 'Edm.String', () => ''),
    constant('Campaign_No', 'Edm.String', ''),
    constant('Campaign_Description', 'Edm.String', ''),
    constant('Sales_Document_Type', 'Edm.String', ' '),
    constant('Sales_Document_No', 'Edm.String', ''),
    constant('Date_Closed', 'Edm.Date', blankDate),
    typed('Estimated_Closing_Date', 'Edm.Date', (opportunity) => opportunity.Estimated_Closing_Date),
    typed('Estimated_Value_LCY', 'Edm.Decimal', (opportunity) => opportunity.Estimated_Value_LCY),
    typed(
      'Calcd_Current_Value_LCY',
      'Edm.Decimal',
      (opportunity) => Math.round(opportunity.Estimated_Value_LCY * opportunity.probabilityPercent) / 100,
    ),
    typed('Probability_Percent', 'Edm.Decimal', (opportunity) => opportunity.probabilityPercent),
    coupledToDataverse(opportunityTableId),
  ],
});
