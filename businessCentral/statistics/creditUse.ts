import { roundAmount } from './amount';

/** How much of a credit limit is used. */
export type CreditUse =
  | { readonly kind: 'noLimit' }
  | {
      readonly kind: 'limited';
      /** Per cent of the limit that the balance takes, to two decimals; more than 100 where it is passed. */
      readonly usedPercent: number;
      /** What is left of the limit beside the total; negative where the total passes it. */
      readonly available: number;
      /** Whether the total passes the limit. */
      readonly isOver: boolean;
    };

/**
 * How much of a customer's credit limit is used, as table 18 "Customer" has it: CalcCreditLimitLCYExpendedPct takes the
 * balance alone, CalcAvailableCredit the total with what is on order. Business Central stops at 100 per cent; we go
 * on, since by how much a limit is passed matters. A limit of 0 is none.
 * @param amounts in local currency
 */
export function creditUse({
  balance,
  total,
  creditLimit,
}: {
  readonly balance: number;
  readonly total: number;
  readonly creditLimit: number;
}): CreditUse {
  if (creditLimit === 0) {
    return { kind: 'noLimit' };
  }
  const available = roundAmount(creditLimit - total);
  return {
    kind: 'limited',
    usedPercent: Math.max(0, Math.round((balance / creditLimit) * 10_000) / 100),
    available,
    isOver: available < 0,
  };
}
