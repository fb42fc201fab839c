import { cronus } from '../../demoData/cronus';
import { toPennies } from '../company/decimals';

/** VAT % of CRONUS's VAT posting setup for STANDARD items, by the customer's VAT business posting group. */
const vatPercents: Readonly<Record<string, number>> = { DOMESTIC: 25, EU: 0, EXPORT: 0 };

const postingGroups = new Map(
  cronus.customers.map((customer) => [customer.No, customer.VAT_Bus_Posting_Group]),
);

/** An amount with the VAT that a customer of CRONUS pays, to the penny. */
export function withVAT(amount: number, customerNo: string): number {
  const percent = vatPercents[postingGroups.get(customerNo) ?? ''] ?? 0;
  return toPennies((amount * (100 + percent)) / 100);
}
