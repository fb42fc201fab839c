import type { OpenEntry } from '../../../businessCentral/statistics/types';

/**
 * Open entries with the most overdue first and those without a due date last. Business Central keeps a blank date as
 * the earliest of all, so its own order has them first.
 */
export function overdueFirst(entries: readonly OpenEntry[]): readonly OpenEntry[] {
  return [...entries].sort(
    (one, other) => compareDueDates(one.dueDate, other.dueDate) || one.entryNo - other.entryNo,
  );
}

function compareDueDates(one: string | null, other: string | null): number {
  if (one === null || other === null) {
    return Number(one === null) - Number(other === null);
  }
  return one < other ? -1 : one > other ? 1 : 0;
}
