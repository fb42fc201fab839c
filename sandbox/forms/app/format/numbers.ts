import type { Culture } from './culture';

/** The digits of a number with the culture's separators; `precision` fixes the number of decimals. */
export function writeNumber(value: number, precision: number, culture: Culture): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(precision).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, culture.groupSeparator);
  const digits = decimals === undefined ? grouped : `${grouped}${culture.decimalSeparator}${decimals}`;
  const isNegative = value < 0 && /[1-9]/.test(digits);
  return isNegative ? `-${digits}` : digits;
}

/** An amount with its currency symbol where the culture puts it. */
export function writeMoney(value: number, precision: number, symbol: string, culture: Culture): string {
  const amount = writeNumber(Math.abs(value), precision, culture);
  const written = culture.currencyPositivePattern === 0 ? `${symbol}${amount}` : `${amount}\u00a0${symbol}`;
  const isNegative = value < 0 && /[1-9]/.test(amount);
  if (!isNegative) {
    return written;
  }
  return culture.currencyNegativePattern === 0 ? `(${written})` : `-${written}`;
}

/**
 * Reads a number as a person types it in the culture: group separators and any kind of space are passed over.
 * @returns null where it is no number
 */
export function readNumber(text: string, culture: Culture): number | null {
  const plain = text
    .replace(/\s/g, '')
    .split(culture.groupSeparator)
    .join('')
    .replace(culture.decimalSeparator, '.')
    .replace('\u2212', '-');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
