import { daysAfter, type Day } from '../../demoData/calendar';
import { cronus } from '../../demoData/cronus';
import { dateByFormula } from '../../demoData/dateFormula';
import type { DemoSalesHeader } from '../../demoData/records';
import { toPennies } from '../company/decimals';
import type { AppliedPayment, CustomerPosting } from './customerPosting';
import { lineAmount, linesOf } from './documentLines';
import { withVAT } from './valueAddedTax';

const dueDateFormulas = new Map(cronus.paymentTerms.map((terms) => [terms.Code, terms.Due_Date_Calculation]));
const latePayments = new Map(
  cronus.latePayments.map((payment) => [payment.Applies_to_Doc_No, payment.Days_After_Due_Date]),
);

/**
 * CASH is paid when it is posted; what CRONUS's data calls late is paid some days after it was due, unless that day
 * is still to come; nothing else is paid.
 */
function paymentsOf(
  header: DemoSalesHeader,
  invoice: {
    readonly documentNo: string;
    readonly amount: number;
    readonly postingDate: Day;
    readonly dueDate: Day;
  },
  today: Day,
): readonly AppliedPayment[] {
  const money = { amount: invoice.amount, amountLCY: invoice.amount };
  if (header.Payment_Method_Code === 'CASH') {
    return [{ ...money, documentNo: invoice.documentNo, date: invoice.postingDate }];
  }
  const daysLate = latePayments.get(invoice.documentNo);
  const date = daysLate === undefined ? null : daysAfter(invoice.dueDate, daysLate);
  return date === null || date > today ? [] : [{ ...money, documentNo: `P${invoice.documentNo}`, date }];
}

/** CRONUS's posted sales invoices, which are all in LCY. */
export function cronusInvoices(today: Day): readonly CustomerPosting[] {
  const sales = new Map<string, number>();
  for (const { line } of linesOf(cronus.salesInvoices)) {
    sales.set(line.Document_No, (sales.get(line.Document_No) ?? 0) + lineAmount(line));
  }
  return cronus.salesInvoices.headers
    .filter((header) => header.Status === 'Posted')
    .map((header) => {
      const salesLCY = toPennies(sales.get(header.No) ?? 0);
      const amount = withVAT(salesLCY, header.Sell_to_Customer_No);
      const postingDate = daysAfter(today, header.Posting_Date_Offset_Days);
      const dueDate = dateByFormula(
        dueDateFormulas.get(header.Payment_Terms_Code ?? '') ?? '0D',
        postingDate,
      );
      const documentNo = header.Posted_Document_No ?? header.No;
      return {
        customerNo: header.Sell_to_Customer_No,
        documentType: 'Invoice',
        documentNo,
        description: `Invoice ${header.No}`,
        postingDate,
        dueDate,
        currencyCode: '',
        amount,
        amountLCY: amount,
        salesLCY,
        salespersonCode: header.Salesperson_Code ?? '',
        paymentMethodCode: header.Payment_Method_Code ?? '',
        payments: paymentsOf(header, { documentNo, amount, postingDate, dueDate }, today),
      };
    });
}
