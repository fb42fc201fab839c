/** Business Central keeps amounts in local currency to five decimals at most, whatever its rounding precision is. */
const decimals = 1e5;

/**
 * Removes the error that binary fractions add when amounts are summed.
 * @returns the nearest amount that Business Central can hold, never −0
 */
export function roundAmount(amount: number): number {
  const rounded = Math.round(amount * decimals) / decimals;
  return rounded === 0 ? 0 : rounded;
}

/** Sum of amounts in one currency. */
export function sumOfAmounts(amounts: readonly number[]): number {
  return roundAmount(amounts.reduce((sum, amount) => sum + amount, 0));
}
