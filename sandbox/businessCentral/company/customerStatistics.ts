import type { Company } from './company';
import { balanceLCY } from './customerLedger';
import { sumOf, rounded } from './decimals';
import type { SalesLine } from './records';

/** Lines of sales documents of a type that a customer is sent the invoice for. */
function billedLines(company: Company, customerNo: string, documentType: string): readonly SalesLine[] {
  return company.salesLines
    .all()
    .map(({ row }) => row)
    .filter((line) => line.Document_Type === documentType && line.billToCustomerNo === customerNo);
}

/** Field 113 "Outstanding Orders (LCY)" of table 18. */
export function outstandingOrdersLCY(company: Company, customerNo: string): number {
  return sumOf(billedLines(company, customerNo, 'Order'), (line) => line.outstandingAmountLCY);
}

/** Field 114 "Shipped Not Invoiced (LCY)" of table 18. */
export function shippedNotInvoicedLCY(company: Company, customerNo: string): number {
  return sumOf(billedLines(company, customerNo, 'Order'), (line) => line.shippedNotInvoicedLCY);
}

/** Field 125 "Outstanding Invoices (LCY)" of table 18. */
export function outstandingInvoicesLCY(company: Company, customerNo: string): number {
  return sumOf(billedLines(company, customerNo, 'Invoice'), (line) => line.outstandingAmountLCY);
}

/**
 * OutstandingInvoiceAmountFromShipment of table 37: invoice lines that were fetched from shipments, by the customer
 * that was sold to. They are on the order as shipped not invoiced already.
 */
export function outstandingInvoicesFromShipmentsLCY(company: Company, customerNo: string): number {
  return sumOf(
    company.salesLines
      .all()
      .map(({ row }) => row)
      .filter(
        (line) =>
          line.Document_Type === 'Invoice' &&
          line.Sell_to_Customer_No === customerNo &&
          line.shipmentNo !== '',
      ),
    (line) => line.outstandingAmountLCY,
  );
}

/** GetInvoicedPrepmtAmountLCY of table 18: prepayments that were invoiced on orders, with their VAT. */
export function invoicedPrepaymentLCY(company: Company, customerNo: string): number {
  return sumOf(
    billedLines(company, customerNo, 'Order'),
    (line) => line.prepaymentInvoicedLCY + line.prepaymentVATInvoicedLCY,
  );
}

/** GetReturnRcdNotInvAmountLCY of table 18: goods that came back and are not credited yet. */
export function returnReceivedNotInvoicedLCY(company: Company, customerNo: string): number {
  return sumOf(billedLines(company, customerNo, 'Return Order'), (line) => line.returnReceivedNotInvoicedLCY);
}

/**
 * GetTotalAmountLCY of table 18: what the customer owes for sales that are done or under way. What stands on two
 * documents counts once. The company has no service documents, whose amounts would be added.
 */
export function totalAmountLCY(company: Company, customerNo: string): number {
  return rounded(
    balanceLCY(company, customerNo) +
      outstandingOrdersLCY(company, customerNo) +
      shippedNotInvoicedLCY(company, customerNo) +
      outstandingInvoicesLCY(company, customerNo) -
      outstandingInvoicesFromShipmentsLCY(company, customerNo) -
      invoicedPrepaymentLCY(company, customerNo) -
      returnReceivedNotInvoicedLCY(company, customerNo),
  );
}
