/** Decimals of Business Central have five places at most; binary sums are rounded back to them. */
export function rounded(sum: number): number {
  return Math.round(sum * 100_000) / 100_000;
}

/** Sum of what each row contributes. */
export function sumOf<Row>(rows: readonly Row[], amountOf: (row: Row) => number): number {
  return rounded(rows.reduce((sum, row) => sum + amountOf(row), 0));
}

/**
 * Rounds an amount half away from zero to pennies: "Amount Rounding Precision (LCY)" 0.01, which EUR, USD and GBP
 * share.
 */
export function toPennies(amount: number): number {
  const scaled = Math.abs(amount) * 100;
  // A product such as 1.005 * 100 falls just short of its half; the nudge is far below any digit that is kept.
  return (Math.sign(amount) * Math.round(scaled + scaled * Number.EPSILON)) / 100;
}
