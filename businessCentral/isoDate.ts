/** A calendar day, `yyyy-MM-dd`. */
export type IsoDate = string;

const millisecondsPerDay = 86_400_000;

/** Whole days from one day to another; negative where `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;
}
