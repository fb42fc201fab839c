/** Business Central keeps quantities to five decimals (`DecimalPlaces = 0:5` on its quantity fields). */
const decimals = 1e5;

/**
 * Removes the error that binary fractions add when quantities are summed or converted.
 * @param quantity in any unit
 * @returns the nearest quantity that Business Central can hold
 */
export function roundQuantity(quantity: number): number {
  const rounded = Math.round(quantity * decimals) / decimals;
  return rounded === 0 ? 0 : rounded;
}

/**
 * Rounds down, for what is promised: never promise more than there is. What binary fractions take off a whole
 * number does not count.
 * @param quantity in any unit; a negative one becomes more negative
 */
export function roundQuantityDown(quantity: number): number {
  const rounded = Math.floor(quantity * decimals + 1e-4) / decimals;
  return rounded === 0 ? 0 : rounded;
}
