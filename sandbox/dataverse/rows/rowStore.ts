import type { Row } from './row';

type Rows = ReadonlyMap<string, Row>;

/** Rows that follow from what is installed, such as forms and roles; they are computed when asked for. */
export type DerivedRows = (table: string) => Rows | undefined;

/**
 * The rows of every table, in memory, in the order in which they were made. Rows and maps are replaced and never
 * changed, so that a transaction is undone by putting the old maps back.
 */
export class RowStore {
  private tables = new Map<string, Rows>();
  private version = 1_000_000;

  public constructor(private readonly derivedRows: DerivedRows = () => undefined) {}

  public get(table: string, id: string): Row | undefined {
    return this.rowsOf(table).get(id);
  }

  public all(table: string): Iterable<Row> {
    return this.rowsOf(table).values();
  }

  /** Number of rows of a table. */
  public count(table: string): number {
    return this.rowsOf(table).size;
  }

  /** True for a table whose rows follow from what is installed: they are not written by clients. */
  public isDerived(table: string): boolean {
    return this.derivedRows(table) !== undefined;
  }

  /** Stores a row under its id, new or in place of the old one, with the next row version. */
  public put(table: string, id: string, row: Row): Row {
    this.version += 1;
    const stored = { ...row, versionnumber: this.version };
    this.tables.set(table, new Map(this.rowsOf(table)).set(id, stored));
    return stored;
  }

  /** Stores many new rows of one table at once. */
  public putAll(table: string, rows: readonly (readonly [id: string, row: Row])[]): void {
    const merged = new Map(this.rowsOf(table));
    for (const [id, row] of rows) {
      this.version += 1;
      merged.set(id, { ...row, versionnumber: this.version });
    }
    this.tables.set(table, merged);
  }

  public delete(table: string, id: string): void {
    const remaining = new Map(this.rowsOf(table));
    remaining.delete(id);
    this.tables.set(table, remaining);
  }

  /** Forgets a table that is gone, with all its rows. */
  public dropTable(table: string): void {
    this.tables.delete(table);
  }

  /** Forgets what the rows of a table hold in a column that is gone. */
  public dropColumn(table: string, column: string): void {
    const remaining = [...(this.tables.get(table) ?? [])].map(
      ([id, row]) =>
        [id, Object.fromEntries(Object.entries(row).filter(([name]) => name !== column))] as const,
    );
    this.tables.set(table, new Map(remaining));
  }

  /** Remembers all rows as they are. @returns what puts them back, as often as wanted */
  public checkpoint(): () => void {
    const before = new Map(this.tables);
    return () => {
      this.tables = new Map(before);
    };
  }

  /** Runs `work`; when it throws, every row is as it was before. */
  public transaction<Result>(work: () => Result): Result {
    const restore = this.checkpoint();
    try {
      return work();
    } catch (error) {
      restore();
      throw error;
    }
  }

  private rowsOf(table: string): Rows {
    return this.derivedRows(table) ?? this.tables.get(table) ?? new Map<string, Row>();
  }
}
