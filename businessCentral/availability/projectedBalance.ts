import { roundQuantity } from './quantity';
import type { IsoDate } from '../isoDate';
import type { BalanceStep, DatedQuantity, ItemSupply } from './types';

/**
 * The day on which an open order line counts.
 *
 * What is overdue counts today: an overdue shipment still has to go out, and Business Central includes overdue
 * receipts in its own projected available balance (Microsoft Learn, "Availability overview").
 * @returns null for a line without a date; it promises nothing
 */
export function effectiveDate(entry: DatedQuantity, today: IsoDate): IsoDate | null {
  if (entry.date === null) {
    return null;
  }
  return entry.date < today ? today : entry.date;
}

/** An undated shipment may be asked for at any moment, so it counts today; an undated receipt never counts. */
function effectiveRequirementDate(entry: DatedQuantity, today: IsoDate): IsoDate {
  return effectiveDate(entry, today) ?? today;
}

/**
 * Projected available balance over time = inventory + scheduled receipts − gross requirements.
 *
 * @param supply what Business Central knows of the item; parts that did not come count as nothing here, so ask
 *   {@link ItemSupply.receipts} and the others for null before promising
 * @param today the user's today
 * @returns one step for today and one for each later day on which something changes, in order of date; quantities in
 *   the base unit of measure
 */
export function balanceOf(supply: ItemSupply, today: IsoDate): BalanceStep[] {
  return balanceSteps(supply.inventory ?? 0, supply.receipts ?? [], supply.requirements ?? [], today);
}

/** {@link balanceOf} on its bare parts; the requirements may include other lines of the same document. */
export function balanceSteps(
  inventory: number,
  receipts: readonly DatedQuantity[],
  requirements: readonly DatedQuantity[],
  today: IsoDate,
): BalanceStep[] {
  const days = new Map<IsoDate, { receipts: DatedQuantity[]; requirements: DatedQuantity[] }>();
  const day = (date: IsoDate) => {
    const known = days.get(date) ?? { receipts: [], requirements: [] };
    days.set(date, known);
    return known;
  };
  day(today);
  for (const receipt of receipts) {
    const date = effectiveDate(receipt, today);
    if (date !== null) {
      day(date).receipts.push(receipt);
    }
  }
  for (const requirement of requirements) {
    day(effectiveRequirementDate(requirement, today)).requirements.push(requirement);
  }

  let balance = inventory;
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, changes]) => {
      balance = roundQuantity(balance + sum(changes.receipts) - sum(changes.requirements));
      return { date, balance, ...changes };
    });
}

function sum(entries: readonly DatedQuantity[]): number {
  return entries.reduce((total, entry) => total + entry.quantity, 0);
}
