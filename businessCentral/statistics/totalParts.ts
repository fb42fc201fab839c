import { roundAmount, sumOfAmounts } from './amount';

/** The parts of a customer's total that Business Central shows beside it; all in local currency. */
export interface ShownParts {
  readonly balance: number;
  readonly outstandingOrders: number;
  readonly shippedNotInvoiced: number;
  readonly outstandingInvoices: number;
  /** Taken off. */
  readonly invoicedPrepayment: number;
}

/** With the parts that it does not show. */
export interface TotalParts extends ShownParts {
  /** Lines of unposted invoices that were shipped before: they are in *shipped not invoiced* already. Taken off. */
  readonly shippedOnInvoices: number;
  /** Taken off. */
  readonly returnsReceivedNotInvoiced: number;
}

/**
 * What a customer owes for sales that are done or under way: GetTotalAmountLCY of table 18 "Customer". What the service
 * module adds to it is not among the parts.
 */
export function totalOf(parts: TotalParts): number {
  return sumOfAmounts([
    parts.balance,
    parts.outstandingOrders,
    parts.shippedNotInvoiced,
    parts.outstandingInvoices,
    -parts.shippedOnInvoices,
    -parts.invoicedPrepayment,
    -parts.returnsReceivedNotInvoiced,
  ]);
}

/**
 * What of a total none of its shown parts explains: returns, lines that would count twice, and service documents.
 * @param parts the shown parts, and the total as Business Central gave it
 * @returns `other` is to be added to the shown parts; 0 as a rule
 */
export function totalParts({ total, ...parts }: ShownParts & { readonly total: number }): {
  readonly other: number;
} {
  const explained = totalOf({ ...parts, shippedOnInvoices: 0, returnsReceivedNotInvoiced: 0 });
  return { other: roundAmount(total - explained) };
}
