import type { IsoDate } from '../isoDate';
import type { BalanceStep } from './types';

/**
 * What can be taken on a day without any later day going short: the lowest balance from that day on.
 * @param steps projected available balance, in order of date, from today; not empty
 * @param date today or later
 * @returns in the base unit; negative where later requirements are not covered
 */
export function availableFrom(steps: readonly BalanceStep[], date: IsoDate): number {
  let lowest = Infinity;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step === undefined) {
      break;
    }
    lowest = Math.min(lowest, step.balance);
    if (step.date <= date) {
      break;
    }
  }
  return lowest;
}

/**
 * Available-to-promise (ATP) date: the first day from which the balance never again falls below a quantity.
 * @param steps projected available balance, in order of date, from today
 * @param quantity in the base unit
 * @param earliest no date before this one is of use
 * @returns null where the balance ends below the quantity
 */
export function availableToPromiseDate(
  steps: readonly BalanceStep[],
  quantity: number,
  earliest: IsoDate,
): IsoDate | null {
  let first: IsoDate | null = null;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step === undefined || step.balance < quantity) {
      break;
    }
    first = step.date;
  }
  return first === null || first > earliest ? first : earliest;
}

/** The balance that remains after the last dated change. */
export function finalBalance(steps: readonly BalanceStep[]): number {
  return steps[steps.length - 1]?.balance ?? 0;
}
