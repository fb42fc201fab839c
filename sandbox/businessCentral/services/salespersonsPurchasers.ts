import type { Salesperson } from '../company/coupledRecords';
import { salespersonTableId } from '../company/tableIds';
import { coupledToDataverse } from './coupledToDataverse';
import { constant, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Page 14. */
export const salespersonsPurchasers = readOnlyPage<Salesperson>({
  name: 'SalespersonsPurchasers',
  object: 'Page 14 Salespersons/Purchasers',
  key: ['Code'],
  table: (company) => company.salespeople,
  fields: [
    text('Code', 20, (salesperson) => salesperson.Code),
    text('Name', 50, (salesperson) => salesperson.Name),
    typed('Commission_Percent', 'Edm.Decimal', (salesperson) => salesperson.commissionPercent),
    text('Phone_No', 30, (salesperson) => salesperson.Phone_No),
    text('E_Mail', 80, (salesperson) => salesperson.E_Mail),
    constant('Privacy_Blocked', 'Edm.Boolean', false),
    typed('Blocked', 'Edm.Boolean', (salesperson) => salesperson.Blocked),
    coupledToDataverse(salespersonTableId),
  ],
});
