import type { AgeingBucket, AgeingPeriod } from '../../../businessCentral/statistics/ageing';

/** What a period has of everything that is to be paid. */
export interface AgeingShare {
  readonly period: AgeingPeriod;
  /** 0 to 100. */
  readonly percent: number;
  /** Where it begins in a bar of 100. */
  readonly start: number;
}

/**
 * The shares of the periods in which the customer has to pay something. A period in the customer's favor has none: it
 * takes nothing from any single period, and a length below zero cannot be drawn.
 */
export function ageingShares(buckets: readonly AgeingBucket[]): readonly AgeingShare[] {
  const owed = buckets.filter(({ amount }) => amount > 0);
  const sum = owed.reduce((total, { amount }) => total + amount, 0);
  let start = 0;
  return owed.map(({ period, amount }) => {
    const share = { period, percent: (amount / sum) * 100, start };
    start += share.percent;
    return share;
  });
}
