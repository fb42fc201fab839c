/** A calendar day, `yyyy-MM-dd`. */
export type Day = string;

/**
 * The day some days after another.
 * @param day `yyyy-MM-dd`
 * @param days whole days, may be negative
 */
export function daysAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Today by the clock of this machine: Business Central's work date is a local one. */
export function today(now: Date = new Date()): Day {
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
