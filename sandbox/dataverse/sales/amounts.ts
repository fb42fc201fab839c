import { roundedTo } from '../service/rounding';

/** Decimals of money columns. */
const moneyPrecision = 2;

export interface PricedLine {
  readonly quantity: number | null;
  /** Price for one of the line's unit. */
  readonly pricePerUnit: number | null;
  readonly manualDiscount: number | null;
  readonly tax: number | null;
}

export interface LineAmounts {
  /** Price times quantity. */
  readonly baseAmount: number;
  /** What the line costs: base amount less its discount, with its tax. */
  readonly extendedAmount: number;
}

/** The amounts of a line, as Sales' own pricing computes them (quotedetail.baseamount, .extendedamount). */
export function lineAmounts({ quantity, pricePerUnit, manualDiscount, tax }: PricedLine): LineAmounts {
  const baseAmount = roundedTo((pricePerUnit ?? 0) * (quantity ?? 0), moneyPrecision);
  const extendedAmount = roundedTo(baseAmount - (manualDiscount ?? 0) + (tax ?? 0), moneyPrecision);
  return { baseAmount, extendedAmount };
}

/** One line as the totals of its document see it. */
export interface TotalledLine {
  readonly extendedAmount: number;
  readonly manualDiscount: number;
  readonly tax: number;
}

/** What is agreed for the document as a whole. */
export interface DocumentTerms {
  /** In percent of the lines' amount. */
  readonly discountPercentage: number;
  readonly discountAmount: number;
  readonly freightAmount: number;
}

export interface DocumentTotals {
  /** The lines without their tax. */
  readonly lineItemAmount: number;
  /** What the lines' own discounts come to; it is off already. */
  readonly lineItemDiscount: number;
  /** Discounts of the document. */
  readonly discount: number;
  readonly beforeFreight: number;
  readonly tax: number;
  readonly amount: number;
}

/** The totals of a quote or an order (quote.totallineitemamount and the columns after it). */
export function documentTotals(lines: readonly TotalledLine[], terms: DocumentTerms): DocumentTotals {
  const sum = (amountOf: (line: TotalledLine) => number): number =>
    roundedTo(
      lines.reduce((total, line) => total + amountOf(line), 0),
      moneyPrecision,
    );
  const lineItemAmount = sum((line) => line.extendedAmount - line.tax);
  const discount = roundedTo(
    terms.discountAmount + (lineItemAmount * terms.discountPercentage) / 100,
    moneyPrecision,
  );
  const tax = sum((line) => line.tax);
  const beforeFreight = roundedTo(lineItemAmount - discount, moneyPrecision);
  return {
    lineItemAmount,
    lineItemDiscount: sum((line) => line.manualDiscount),
    discount,
    beforeFreight,
    tax,
    amount: roundedTo(beforeFreight + terms.freightAmount + tax, moneyPrecision),
  };
}
