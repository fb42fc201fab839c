import type { Company } from '../company/company';
import {
  daysSinceLastSale,
  documentAmountsLCY,
  overdueBalanceLCY,
  paymentsLCY,
  salesLCY,
} from '../company/customerLedger';
import {
  invoicedPrepaymentLCY,
  outstandingInvoicesLCY,
  outstandingOrdersLCY,
  shippedNotInvoicedLCY,
  totalAmountLCY,
} from '../company/customerStatistics';
import { accountingPeriod, during, fiscalYear } from '../company/fiscalPeriods';
import { noFlowFilters, type FlowFilters } from '../company/flowFields';
import type { Customer } from '../company/receivables';
import { balance, customerSince } from './customerFlowFields';
import { flowField, text, typed, variable } from './recordFields';
import { readOnlyPage, type RecordField } from './service';

/** A function of the customer, which the page shows as an expression. */
function expression(
  name: string,
  figure: (company: Company, customerNo: string) => number,
): RecordField<Customer> {
  return variable(name, 'Edm.Decimal', ({ No }, company) => figure(company, No));
}

/** The columns of the page: this period, this fiscal year, last fiscal year, lifetime. */
const columns: readonly ((company: Company) => FlowFilters)[] = [
  ({ workDate }) => during(accountingPeriod(workDate)),
  ({ workDate }) => during(fiscalYear(workDate)),
  ({ workDate }) => during(fiscalYear(workDate, -1)),
  () => noFlowFilters,
];

/** Amounts of one column; brackets of an array's element are escaped in property names. */
function column(
  number: number,
  filtersOf: (company: Company) => FlowFilters,
): readonly RecordField<Customer>[] {
  const amount = (
    name: string,
    figure: (company: Company, customerNo: string, filters: FlowFilters) => number,
  ): RecordField<Customer> =>
    expression(`${name}_x005B_${number}_x005D_`, (company, customerNo) =>
      figure(company, customerNo, filtersOf(company)),
    );
  return [
    amount('CustSalesLCY', salesLCY),
    amount('InvAmountsLCY', (company, customerNo, filters) =>
      documentAmountsLCY(company, customerNo, 'Invoice', filters),
    ),
    amount(
      'CustCrMemoAmountsLCY',
      (company, customerNo, filters) => 0 - documentAmountsLCY(company, customerNo, 'Credit Memo', filters),
    ),
    amount('CustPaymentsLCY', paymentsLCY),
    amount('CustRefundsLCY', (company, customerNo, filters) =>
      documentAmountsLCY(company, customerNo, 'Refund', filters),
    ),
  ];
}

/**
 * Page 151. `Balance_Due_LCY` is the overdue balance here, which the page computes with CalcOverdueBalance; it is not
 * the FlowField of that name. Left out of the real page: costs, profits, discounts, reminders, finance charges and
 * numbers of documents.
 */
export const customerStatistics = readOnlyPage<Customer>({
  name: 'CustomerStatistics',
  object: 'Page 151 Customer Statistics',
  key: ['No'],
  table: (company) => company.customers,
  fields: [
    text('No', 20, (customer) => customer.No),
    customerSince,
    balance,
    flowField('Outstanding_Orders_LCY', ({ No }, company) => outstandingOrdersLCY(company, No)),
    flowField('Shipped_Not_Invoiced_LCY', ({ No }, company) => shippedNotInvoicedLCY(company, No)),
    flowField('Outstanding_Invoices_LCY', ({ No }, company) => outstandingInvoicesLCY(company, No)),
    variable('DaysSinceLastSale', 'Edm.Int32', ({ No }, company) => daysSinceLastSale(company, No)),
    expression('GetTotalAmountLCY', totalAmountLCY),
    typed('Credit_Limit_LCY', 'Edm.Decimal', (customer) => customer.Credit_Limit_LCY),
    expression('Balance_Due_LCY', overdueBalanceLCY),
    expression('GetInvoicedPrepmtAmountLCY', invoicedPrepaymentLCY),
    ...columns.flatMap((filtersOf, index) => column(index + 1, filtersOf)),
  ],
});
