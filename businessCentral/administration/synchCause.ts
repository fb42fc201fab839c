import type { SynchCause } from './types';

/**
 * What Business Central's sentences of errors have in common (codeunits 5330, 5336, 5340 and 5341; docs/companion.md). They
 * come in the language of the account that runs the jobs, so in another one than English the cause is `other`, and the
 * sentence itself is what there is to be read. The first that fits counts.
 */
const signs: readonly (readonly [SynchCause, RegExp])[] = [
  [
    'ownerNotSalesperson',
    /owned by a team|owner[^.]*(?:coupled|salesperson)|(?:salesperson|systemuser)[^.]*coupled/i,
  ],
  ['dependentNotCoupled', /(?:must|needs? to|has to) be coupled|(?:is|are) not coupled|no coupled/i],
  ['hiddenByFilter', /\bfilters?\b|no mapping takes/i],
  [
    'deleted',
    /\bdeleted\b|(?:not|cannot|can't|could not) (?:be )?(?:found|find)|does not exist|no longer exists/i,
  ],
  ['refusedBySales', /\bprv[A-Z]|privilege|dataverse|dynamics 365|\bcrm\b|0x8[0-9a-f]{7}/i],
];

/**
 * Why a record does not synchronize.
 * @param message Business Central's own sentence; empty: none
 * @param recordNo empty: the record has been deleted in Business Central, whatever the sentence says; null:
 *   nobody knows which record it is about
 */
export function synchCause(message: string, recordNo: string | null): SynchCause {
  return recordNo === '' ? 'deleted' : (signs.find(([, sign]) => sign.test(message))?.[0] ?? 'other');
}
