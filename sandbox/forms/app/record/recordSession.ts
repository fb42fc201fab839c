import { request, type Json } from '../dataverse/request';
import type { Table } from '../dataverse/table';
import type { Tables } from '../dataverse/tables';
import { readFormattedValue, readValue, sameValue, writeValue, type ColumnValue } from './columnValue';

/** Tells which columns changed; an empty set says that only the record's state did (saved, saving). */
export type RecordListener = (changed: ReadonlySet<string>) => void;

/** A record as one form holds it: the values as saved, and what the user changed since. */
export class RecordSession {
  private saved = new Map<string, ColumnValue>();
  private formatted = new Map<string, string>();
  private readonly edited = new Map<string, ColumnValue>();
  private readonly listeners = new Set<RecordListener>();
  private currentId: string | null;

  /**
   * @param id null for a new record
   * @param initial what a new record starts with; saved with it, yet no edit of the user's
   */
  public constructor(
    public readonly table: Table,
    private readonly tables: Tables,
    id: string | null,
    private readonly initial: ReadonlyMap<string, ColumnValue> = new Map(),
  ) {
    this.currentId = id;
  }

  public get id(): string | null {
    return this.currentId;
  }

  public get isNew(): boolean {
    return this.currentId === null;
  }

  public get isDirty(): boolean {
    return this.edited.size > 0;
  }

  /** A row that is not in its first state (an active quote, an inactive account) is read-only in Dynamics 365. */
  public get isInactive(): boolean {
    const state = this.saved.get('statecode');
    return typeof state === 'number' && state !== 0;
  }

  public get name(): string {
    const name = this.value(this.table.primaryName);
    return typeof name === 'string' ? name : '';
  }

  public value(column: string): ColumnValue {
    return this.edited.has(column) ? (this.edited.get(column) ?? null) : this.unedited(column);
  }

  /** The value in the user's formats as Dataverse wrote it; null once it was edited. */
  public formattedValue(column: string): string | null {
    return this.edited.has(column) ? null : (this.formatted.get(column) ?? null);
  }

  public subscribe(listener: RecordListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Changes a column on the form; nothing is saved yet. */
  public set(column: string, value: ColumnValue): void {
    if (sameValue(this.value(column), value)) {
      return;
    }
    if (sameValue(this.unedited(column), value)) {
      this.edited.delete(column);
    } else {
      this.edited.set(column, value);
    }
    this.tell(new Set([column]));
  }

  /** Forgets what was edited. */
  public discard(): void {
    const changed = new Set(this.edited.keys());
    this.edited.clear();
    this.tell(changed);
  }

  /** Reads the row anew; edits are kept. @throws DataverseError */
  public async read(): Promise<void> {
    if (this.currentId !== null) {
      this.take(await this.row(this.currentId), new Map());
    }
  }

  /** Creates the row, or updates the columns that were edited, and reads it again. @throws DataverseError */
  public async save(): Promise<void> {
    const sent = new Map([...(this.isNew ? this.initial : []), ...this.edited]);
    const body = Object.assign(
      {},
      ...(await Promise.all([...sent].map((entry) => this.written(entry)))),
    ) as Json;
    if (this.currentId === null) {
      const created = await request(this.table.entitySetName, { method: 'POST', body });
      this.currentId = String(created[this.table.primaryId]);
    } else if (sent.size > 0) {
      await request(`${this.table.entitySetName}(${this.currentId})`, {
        method: 'PATCH',
        body,
        mustExist: true,
      });
    }
    this.take(await this.row(this.currentId), sent);
  }

  /** @throws DataverseError */
  public async remove(): Promise<void> {
    if (this.currentId !== null) {
      await request(`${this.table.entitySetName}(${this.currentId})`, { method: 'DELETE' });
    }
    this.edited.clear();
  }

  private unedited(column: string): ColumnValue {
    return (this.isNew ? this.initial : this.saved).get(column) ?? null;
  }

  private async written([name, value]: readonly [string, ColumnValue]): Promise<Json> {
    const column = this.table.columns.get(name);
    return column === undefined ? {} : writeValue(this.tables, this.table, column, value);
  }

  private row(id: string): Promise<Json> {
    return request(`${this.table.entitySetName}(${id})`);
  }

  /** @param settled edits that the row now holds; what was typed meanwhile is still unsaved */
  private take(row: Json, settled: ReadonlyMap<string, ColumnValue>): void {
    const columns = [...this.table.columns.values()];
    const before = new Map(columns.map(({ logicalName }) => [logicalName, this.value(logicalName)]));
    for (const [name, value] of settled) {
      if (sameValue(this.value(name), value)) {
        this.edited.delete(name);
      }
    }
    this.saved = new Map(columns.map((column) => [column.logicalName, readValue(row, column)]));
    this.formatted = new Map(
      columns.flatMap((column) => {
        const text = readFormattedValue(row, column);
        return text === null ? [] : [[column.logicalName, text]];
      }),
    );
    const changed = [...before].filter(([name, value]) => !sameValue(this.value(name), value));
    this.tell(new Set(changed.map(([name]) => name)));
  }

  private tell(changed: ReadonlySet<string>): void {
    for (const listener of [...this.listeners]) {
      listener(changed);
    }
  }
}
