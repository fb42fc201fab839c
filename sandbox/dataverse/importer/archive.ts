import { unzipSync } from 'fflate';
import type { Refusals } from './refusals';

/** Most bytes that a solution may hold unpacked; what is beyond is an attack on the reader. */
const largestArchive = 256 * 1024 * 1024;

const rootParts = ['solution.xml', 'customizations.xml', '[Content_Types].xml'] as const;

/** The files of a solution, by their path. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a solution.
 * @returns its parts; null when the zip cannot be read at all
 */
export function readArchive(zip: Uint8Array, refusals: Refusals): Parts | null {
  const names = new Set<string>();
  const parts = unzipped(zip, (name) => {
    if (names.has(name)) {
      refusals.add('duplicateComponent', name, 'The archive holds this part twice.');
    }
    names.add(name);
    return checkedName(name, refusals);
  });
  if (!parts) {
    refusals.add(
      'invalidArchive',
      'solution',
      'The solution file is invalid: it is no readable zip archive.',
    );
    return null;
  }
  checkRootParts(names, refusals);
  return parts;
}

/** Unpacks the entries that are wanted; null when the archive is damaged, or too large to be a solution. */
function unzipped(zip: Uint8Array, wanted: (name: string) => boolean): Parts | null {
  let size = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (size > largestArchive) {
          throw new RangeError('The archive is too large.');
        }
        return wanted(name);
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return null;
  }
}

/** False for an entry that is left out because its name is refused. */
function checkedName(name: string, refusals: Refusals): boolean {
  if (name.includes('\\')) {
    refusals.add('invalidPartName', name, 'Part names are separated by forward slashes, not by backslashes.');
    return false;
  }
  if (name.endsWith('/')) {
    refusals.add('invalidPartName', name, 'The archive must not hold entries for directories.');
    return false;
  }
  if (name.startsWith('/') || name.split('/').includes('..')) {
    refusals.add('invalidPartName', name, 'The part lies outside the archive.');
    return false;
  }
  return true;
}

function checkRootParts(names: ReadonlySet<string>, refusals: Refusals): void {
  for (const part of rootParts) {
    if (!names.has(part)) {
      const other = [...names].find((name) => name.toLowerCase() === part.toLowerCase());
      refusals.add(
        'missingPart',
        part,
        'The solution file is invalid. The compressed file must contain the following files at its root: ' +
          'solution.xml, customizations.xml, and [Content_Types].xml.' +
          (other ? ` It holds ${other}; upper and lower case count.` : ''),
      );
    }
  }
}
