import type { ServiceName } from '../connection';
import { BusinessCentralError } from '../errors';
import type { ReadOutcome } from '../odata/reader';
import type { Row } from '../odata/row';

/** What a service said of one item: its rows, perhaps none; or why they are not known. */
export type RowsOfItem<T> =
  | { readonly known: true; readonly rows: readonly T[] }
  | { readonly known: false; readonly error: BusinessCentralError };

/**
 * Rows of one service by item, gathered over several questions. It tells "there are none" from "not asked" and from
 * "asked in vain", which is the difference between zero and unknown.
 */
export class ItemRows<T extends { readonly itemNo: string }> {
  private readonly rows = new Map<string, T[]>();
  private readonly asked = new Set<string>();
  private readonly failures = new Map<string, BusinessCentralError>();
  private wholeList: 'notRead' | 'read' | BusinessCentralError = 'notRead';

  public constructor(
    private readonly service: ServiceName,
    private readonly parse: (rows: readonly Row[]) => { values: T[]; complete: boolean },
  ) {}

  /**
   * @param itemNos what was asked for; null: the whole list, whose answer counts only if `total` says that it is all
   */
  public take(itemNos: readonly string[] | null, outcome: ReadOutcome): void {
    if (!outcome.ok) {
      this.fail(itemNos, outcome.error);
    } else if (itemNos !== null || (outcome.total !== null && outcome.total <= outcome.rows.length)) {
      this.add(itemNos, outcome.rows);
    }
  }

  public isKnown(itemNo: string): boolean {
    return this.wholeList !== 'notRead' || this.asked.has(itemNo) || this.failures.has(itemNo);
  }

  public of(itemNo: string): RowsOfItem<T> {
    const failure = this.failures.get(itemNo);
    if (this.asked.has(itemNo) || (failure === undefined && this.wholeList === 'read')) {
      return { known: true, rows: this.rows.get(itemNo) ?? [] };
    }
    const ofAll = this.wholeList instanceof BusinessCentralError ? this.wholeList : this.unreadable();
    return { known: false, error: failure ?? ofAll };
  }

  private add(itemNos: readonly string[] | null, raw: readonly Row[]): void {
    const { values, complete } = this.parse(raw);
    if (!complete) {
      this.fail(itemNos, this.unreadable());
      return;
    }
    const byItem = new Map<string, T[]>();
    values.forEach((value) => {
      const itemNo = value.itemNo.toUpperCase();
      byItem.set(itemNo, [...(byItem.get(itemNo) ?? []), value]);
    });
    byItem.forEach((rows, itemNo) => this.rows.set(itemNo, rows));
    if (itemNos === null) {
      this.wholeList = 'read';
    }
    itemNos?.forEach((itemNo) => this.asked.add(itemNo));
  }

  private fail(itemNos: readonly string[] | null, error: BusinessCentralError): void {
    if (itemNos === null) {
      this.wholeList = error;
    }
    itemNos?.forEach((itemNo) => this.failures.set(itemNo, error));
  }

  private unreadable(): BusinessCentralError {
    return new BusinessCentralError('unreadableAnswer', { service: this.service });
  }
}
