import type { Candidate } from '../../../businessCentral/coupling/types';

/**
 * Where a key leads in the list of candidates.
 * @param key as `KeyboardEvent.key`
 * @param at index of the active option
 * @returns null: the key means nothing to the list
 */
export function optionAfterKey(
  key: string,
  at: number,
  candidates: readonly Pick<Candidate, 'recordNo' | 'name'>[],
): number | null {
  const last = candidates.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return key.length === 1 ? nextBeginningWith(key.toLocaleLowerCase(), at, candidates) : null;
  }
}

function nextBeginningWith(
  letter: string,
  at: number,
  candidates: readonly Pick<Candidate, 'recordNo' | 'name'>[],
): number | null {
  const order = candidates.map((_, step) => (at + 1 + step) % candidates.length);
  const found = order.find((index) => {
    const candidate = candidates[index];
    return [candidate?.name, candidate?.recordNo].some((text) =>
      text?.toLocaleLowerCase().startsWith(letter),
    );
  });
  return found ?? null;
}
