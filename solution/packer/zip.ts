import { zipSync } from 'fflate';
import type { FileTree } from './fileTree';

/**
 * Zip keeps local time without a zone, and the library takes it from the date's local parts: the same parts give the
 * same bytes everywhere. 1980-01-01 is the earliest that the format knows.
 */
const timestamp = new Date(1980, 0, 1);

/** A zip of these files in their order, deflated, without directory entries; the same bytes for the same files. */
export function zip(files: FileTree): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 9, mtime: timestamp });
}
