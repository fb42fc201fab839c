type KeyValue = string | number;

/** A record with the row version that its etag is made of. */
export interface StoredRecord<Row> {
  readonly row: Row;
  /** Grows with every change of the table, as SQL Server's rowversion does. */
  readonly rowVersion: number;
}

function compareKeys(left: readonly KeyValue[], right: readonly KeyValue[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    if (other === undefined || value === other) {
      continue;
    }
    return value < other ? -1 : 1;
  }
  return 0;
}

/** A table of one company: records by primary key, in the order of that key. */
export class Table<Row> {
  private rows = new Map<string, StoredRecord<Row>>();
  private lastRowVersion = 0;
  private sorted: readonly StoredRecord<Row>[] | null = null;
  private groups: ReadonlyMap<string, readonly Row[]> | null = null;

  /**
   * @param keyOf values of the primary key
   * @param groupOf value that `group` finds records by, such as the item number
   */
  public constructor(
    private readonly keyOf: (row: Row) => readonly KeyValue[],
    private readonly groupOf: (row: Row) => string,
    initial: Iterable<Row> = [],
  ) {
    for (const row of initial) {
      this.put(row);
    }
  }

  /** All records in the order of the primary key. */
  public all(): readonly StoredRecord<Row>[] {
    this.sorted ??= [...this.rows.values()].sort((left, right) =>
      compareKeys(this.keyOf(left.row), this.keyOf(right.row)),
    );
    return this.sorted;
  }

  public get(...key: KeyValue[]): StoredRecord<Row> | undefined {
    return this.rows.get(JSON.stringify(key));
  }

  /** Records whose group value is the given one. */
  public group(value: string): readonly Row[] {
    this.groups ??= this.grouped();
    return this.groups.get(value) ?? [];
  }

  /** Inserts a record, or replaces the one with its key. */
  public put(row: Row): StoredRecord<Row> {
    const stored = { row, rowVersion: ++this.lastRowVersion };
    this.rows.set(JSON.stringify(this.keyOf(row)), stored);
    this.forget();
    return stored;
  }

  public remove(...key: KeyValue[]): void {
    this.rows.delete(JSON.stringify(key));
    this.forget();
  }

  /** Remembers all records; the returned function brings them back. */
  public snapshot(): () => void {
    const remembered = new Map(this.rows);
    return () => {
      this.rows = new Map(remembered);
      this.forget();
    };
  }

  private grouped(): ReadonlyMap<string, readonly Row[]> {
    const groups = new Map<string, Row[]>();
    for (const { row } of this.rows.values()) {
      const value = this.groupOf(row);
      const group = groups.get(value);
      if (group === undefined) {
        groups.set(value, [row]);
      } else {
        group.push(row);
      }
    }
    return groups;
  }

  private forget(): void {
    this.sorted = null;
    this.groups = null;
  }
}
