import {
  balanceDueLCY,
  balanceLCY,
  firstTransactionDate,
  paymentsLCY,
  salesLCY,
} from '../company/customerLedger';
import type { Customer } from '../company/receivables';
import { blankDate } from '../company/records';
import { flowField } from './recordFields';
import type { RecordField } from './service';

/** FlowFields of table 18 that several pages show, under one name on all of them. */
export const balance = flowField<Customer>('Balance_LCY', ({ No }, company) => balanceLCY(company, No));
export const balanceDue = flowField<Customer>('Balance_Due_LCY', ({ No }, company) =>
  balanceDueLCY(company, No),
);
export const sales = flowField<Customer>('Sales_LCY', ({ No }, company, filters) =>
  salesLCY(company, No, filters),
);
export const payments = flowField<Customer>('Payments_LCY', ({ No }, company, filters) =>
  paymentsLCY(company, No, filters),
);

/** "First Transaction Date", which pages 21 and 151 call CustomerSince. */
export const customerSince: RecordField<Customer> = {
  name: 'CustomerSince',
  type: 'Edm.Date',
  kind: 'field',
  value: ({ No }, company) => firstTransactionDate(company, No) ?? blankDate,
};
