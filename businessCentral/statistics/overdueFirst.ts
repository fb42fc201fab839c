import type { OpenEntry } from './types';

/**
 * Open entries with the most overdue first, and among them those without a due date last. What is in the customer's favor
 * (payments, credit memos) follows after all that is owed: nobody is late with it. Business Central keeps a blank date as
 * the earliest of all, so its own order has them first.
 */
export function overdueFirst(entries: readonly OpenEntry[]): readonly OpenEntry[] {
  return [...entries].sort(
    (one, other) =>
      Number(isCredit(one)) - Number(isCredit(other)) ||
      compareDueDates(one.dueDate, other.dueDate) ||
      one.entryNo - other.entryNo,
  );
}

/** Whether an entry is in the customer's favor. */
export function isCredit({ remaining }: Pick<OpenEntry, 'remaining'>): boolean {
  return remaining < 0;
}

function compareDueDates(one: string | null, other: string | null): number {
  if (one === null || other === null) {
    return Number(one === null) - Number(other === null);
  }
  return one < other ? -1 : one > other ? 1 : 0;
}
