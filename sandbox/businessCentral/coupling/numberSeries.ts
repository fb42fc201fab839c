import type { Table } from '../company/table';

/**
 * The number that a number series gives next, such as C00010 (CRONUS numbers customers C00010, C00020 … after the ones
 * that the demo company begins with).
 * @param prefix what the numbers of the series begin with
 * @param first the first number, with its leading zeros
 * @param step how far apart the numbers are
 */
export function nextNumber<Row>(
  table: Table<Row>,
  numberOf: (row: Row) => string,
  { prefix, first, step }: { readonly prefix: string; readonly first: string; readonly step: number },
): string {
  const pattern = new RegExp(`^${prefix}(\\d{${first.length}})$`);
  const last = table.all().reduce(
    (highest, { row }) => {
      const digits = pattern.exec(numberOf(row))?.[1];
      return digits === undefined ? highest : Math.max(highest, Number(digits));
    },
    Number(first) - step,
  );
  return prefix + String(last + step).padStart(first.length, '0');
}
