import type { IsoDate } from '../businessCentral/isoDate';

/** The calendar day of an instant in the browser's time zone. */
export function browserDay(instant: Date): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
