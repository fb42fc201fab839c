import { compare } from '../odata/filter';
import { text } from '../odata/literals';
import type { ReadOperation } from '../odata/readOperation';
import type { ReadOutcome } from '../odata/reader';
import { readRows, Row } from '../odata/row';
import { contractFields } from './contractFields';
import { amount, code, day, figuresOf, unreadable } from './figure';
import type { Blocking, CustomerFigures, Figure } from './types';

/** What is asked of one customer for its figures. */
export function figureOperations(
  customerNo: string,
): readonly [statistics: ReadOperation, card: ReadOperation] {
  const itself = compare('No', 'eq', text(customerNo));
  return [
    { service: 'CustomerStatistics', filter: itself, select: contractFields.CustomerStatistics },
    { service: 'CustomerCard', filter: itself, select: contractFields.CustomerCard },
  ];
}

/** Option values of Customer.Blocked (enum 130 "Customer Blocked"). */
const blockings: ReadonlyMap<string, Blocking> = new Map([
  ['', 'none'],
  ['Ship', 'ship'],
  ['Invoice', 'invoice'],
  ['All', 'all'],
]);

/**
 * The figures of a customer, each known or not by itself.
 * @param outcomes of {@link figureOperations}
 * @param coupledName what the coupling calls the customer; '' where it does not say
 * @returns null where Business Central has no customer of that number
 * @throws BusinessCentralError where neither the statistics nor the card could be read
 */
export function customerFigures(
  customerNo: string,
  [statistics, card]: readonly [ReadOutcome, ReadOutcome],
  coupledName: string,
): CustomerFigures | null {
  const [rowOfStatistics, rowOfCard] = [rowOf(customerNo, statistics), rowOf(customerNo, card)];
  if (!(rowOfStatistics instanceof Row) && !(rowOfCard instanceof Row)) {
    if (rowOfStatistics === 'none' || rowOfCard === 'none') {
      return null;
    }
    throw statistics.ok ? unreadable('CustomerStatistics') : statistics.error;
  }
  const ofStatistics = figuresOf('CustomerStatistics', statistics, rowOfStatistics);
  const ofCard = figuresOf('CustomerCard', card, rowOfCard);
  const name = ofCard('Name', (row, field) => row.text(field));
  return {
    no: customerNo,
    name: name.known || coupledName === '' ? name : { known: true, value: coupledName },
    blocked: ofCard('Blocked', (row, field) => blockings.get(row.option(field)) ?? 'other'),
    currencyCode: ofCard('Currency_Code', code),
    balance: ofStatistics('Balance_LCY', amount),
    outstandingOrders: ofStatistics('Outstanding_Orders_LCY', amount),
    shippedNotInvoiced: ofStatistics('Shipped_Not_Invoiced_LCY', amount),
    outstandingInvoices: ofStatistics('Outstanding_Invoices_LCY', amount),
    total: ofStatistics('GetTotalAmountLCY', amount),
    creditLimit: ofStatistics('Credit_Limit_LCY', amount),
    overdue: ofStatistics('Balance_Due_LCY', amount),
    invoicedPrepayment: ofStatistics('GetInvoicedPrepmtAmountLCY', amount),
    salesThisFiscalYear: salesThisFiscalYear(
      ofCard('TotalSales2', amount),
      ofStatistics('CustSalesLCY_x005B_2_x005D_', amount),
    ),
    paymentsThisFiscalYear: ofStatistics('CustPaymentsLCY_x005B_2_x005D_', amount),
    customerSince: ofCard('CustomerSince', day),
  };
}

/**
 * The card says them (page 21, *Total Sales - Fiscal Year*), else the column *This Fiscal Year* of page 151. A card's 0
 * is the weaker word: people's cards are filled by a background task, and only versions that work the figure out for
 * web services, too (OnAfterGetCurrRecordFuncOData), give more than 0 here.
 */
function salesThisFiscalYear(ofCard: Figure<number>, ofStatistics: Figure<number>): Figure<number> {
  return (ofCard.known && ofCard.value !== 0) || !ofStatistics.known ? ofCard : ofStatistics;
}

/** What a service has of a customer; `failed` also where a row cannot be told to be another's. */
function rowOf(customerNo: string, outcome: ReadOutcome): Row | 'none' | 'failed' {
  if (!outcome.ok) {
    return 'failed';
  }
  const { values, complete } = readRows(outcome.rows, (row) => ({ row, no: code(row, 'No').toUpperCase() }));
  return values.find(({ no }) => no === customerNo)?.row ?? (complete ? 'none' : 'failed');
}
