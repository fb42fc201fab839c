import type { IsoDate } from '../isoDate';
import type { Entries, SalesEntry } from './types';

/**
 * The day up to which entries may be missing where only the latest were read: more may have been posted on the day of the
 * oldest one.
 * @returns null where all were read
 */
export function completeAfter({ entries, total }: Entries<Pick<SalesEntry, 'postingDate'>>): IsoDate | null {
  return total > entries.length
    ? entries.reduce((oldest, { postingDate }) => (postingDate < oldest ? postingDate : oldest), '9999-12-31')
    : null;
}
