import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a folder: relative path with forward slashes → content. What the packer works on; no disk behind it. */
export type FileTree = ReadonlyMap<string, Uint8Array>;

/**
 * Reads a folder with everything below it.
 * @returns paths in the order of their UTF-16 code units, so that it is the same on every machine
 * @throws Error of the file system where the folder is absent or unreadable
 */
export function readFileTree(folder: string): FileTree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(
    (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)] as const,
  );
  return new Map(pairs.sort(([a], [b]) => compareText(a, b)));
}

/** Order by code units: unlike `localeCompare` it does not depend on the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
