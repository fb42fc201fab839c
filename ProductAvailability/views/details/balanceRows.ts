import type { IsoDate } from '../../../businessCentral/isoDate';
import type { BalanceStep, DatedQuantity, ItemSupply } from '../../../businessCentral/availability/types';

/** One change of the projected available balance, as the table shows it. */
export interface BalanceRow {
  readonly kind: 'inventory' | 'receipt' | 'requirement';
  /** The day on which it counts; null: it counts on no day. */
  readonly date: IsoDate | null;
  /** Signed; null for the inventory, from which all starts. */
  readonly change: number | null;
  /** At the end of that day, given with the day's last change. */
  readonly balance: number | null;
  /** Absent for the inventory. */
  readonly order: DatedQuantity | null;
}

/**
 * Lists what changes the balance, in the order of the days.
 *
 * Overdue and undated requirements count today, as in the steps; undated receipts come last and count never.
 * @param steps of {@link ItemSupply}'s projected available balance
 */
export function balanceRows(supply: ItemSupply, steps: readonly BalanceStep[]): BalanceRow[] {
  const rows: BalanceRow[] = [
    { kind: 'inventory', date: steps[0]?.date ?? null, change: null, balance: supply.inventory, order: null },
  ];
  for (const { date, balance, receipts, requirements } of steps) {
    const changes = [
      ...receipts.map((order) => ({ kind: 'receipt' as const, change: order.quantity, order })),
      ...requirements.map((order) => ({ kind: 'requirement' as const, change: -order.quantity, order })),
    ];
    changes.forEach((change, index) => {
      rows.push({ ...change, date, balance: index === changes.length - 1 ? balance : null });
    });
  }
  for (const order of supply.receipts ?? []) {
    if (order.date === null) {
      rows.push({ kind: 'receipt', date: null, change: order.quantity, balance: null, order });
    }
  }
  return rows;
}
