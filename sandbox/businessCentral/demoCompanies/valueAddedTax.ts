import { demoCustomers } from '../../demoData/demoCustomers';
import { toPennies } from '../company/decimals';

/** VAT % of CRONUS's VAT posting setup for STANDARD items, by the customer's VAT business posting group. */
const vatPercents: Readonly<Record<string, number>> = { DOMESTIC: 25, EU: 0, EXPORT: 0 };

const postingGroups = new Map(demoCustomers.map((customer) => [customer.No, customer.VAT_Bus_Posting_Group]));

/** New customers are domestic, as their template has it. */
function vatPercent(customerNo: string): number {
  return vatPercents[postingGroups.get(customerNo) ?? 'DOMESTIC'] ?? 0;
}

/** An amount with the VAT that a customer of CRONUS pays, to the penny. */
export function withVAT(amount: number, customerNo: string): number {
  return toPennies((amount * (100 + vatPercent(customerNo))) / 100);
}

/** What is left of an amount without the VAT that is in it, to the penny. */
export function withoutVAT(amount: number, customerNo: string): number {
  return toPennies((amount * 100) / (100 + vatPercent(customerNo)));
}
