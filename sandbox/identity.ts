import { createHash } from 'node:crypto';

/**
 * A GUID that is the same in every run, so that the small Dataverse and the small Business Central agree on
 * couplings, and a bookmarked form stays valid.
 * @param table logical name of the Dataverse table, or `bc:<table number>` for a Business Central record
 * @param key what identifies the row to a person, such as an item number
 * @returns lower case, without braces; of the form of a version 5 UUID (RFC 9562 §5.5)
 */
export function recordId(table: string, key: string): string {
  const hex = createHash('sha1').update(`${table}\u0000${key}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
