import type { IsoDate } from '../../../businessCentral/isoDate';
import type { BalanceStep } from '../../../businessCentral/availability/types';

/** A step line in a box of its own units; y grows downwards, as in SVG. */
export interface StepChart {
  readonly width: number;
  readonly height: number;
  /** `d` of the line. */
  readonly line: string;
  /** `d` of the area between the line and zero. */
  readonly area: string;
  /** Height of zero. */
  readonly zero: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly lowest: number;
  readonly highest: number;
}

/** A balance that never changes again is drawn on for this long, so that the line has a length. */
const daysAfterLastStep = 7;

const millisecondsPerDay = 86_400_000;

/**
 * Draws the projected available balance: flat between two changes, a step at each.
 * @param steps in order of date, the first of them today; not empty
 * @param width and height of the box, in any unit
 */
export function stepChart(steps: readonly BalanceStep[], width: number, height: number): StepChart {
  const days = steps.map(({ date }) => Date.parse(date) / millisecondsPerDay);
  const first = days[0] ?? 0;
  const span = (days[days.length - 1] ?? first) + daysAfterLastStep - first;
  const balances = steps.map(({ balance }) => balance);
  const highest = Math.max(0, ...balances);
  const lowest = Math.min(0, ...balances);
  const range = highest - lowest || 1;
  const x = (day: number) => round(((day - first) / span) * width);
  const y = (balance: number) => round(((highest - balance) / range) * height);

  let line = '';
  balances.forEach((balance, index) => {
    line += index === 0 ? `M0 ${y(balance)}` : `H${x(days[index] ?? first)}V${y(balance)}`;
  });
  line += `H${width}`;
  const zero = y(0);
  return {
    width,
    height,
    line,
    area: `M0 ${zero}V${line.slice(3)}V${zero}Z`,
    zero,
    from: dayOf(first),
    to: dayOf(first + span),
    lowest: Math.min(...balances),
    highest: Math.max(...balances),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function dayOf(day: number): IsoDate {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
