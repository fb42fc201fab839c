/** How the form host shows and edits a column. */
export type ColumnKind =
  | 'text'
  | 'memo'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'dateOnly'
  | 'dateTime'
  | 'twoOptions'
  | 'choice'
  | 'lookup'
  | 'uniqueId';

export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** A column as `EntityDefinitions` describes it, with its texts in the user's language. */
export interface Column {
  readonly logicalName: string;
  readonly label: string;
  readonly description: string;
  readonly kind: ColumnKind;
  /** `AttributeRequiredLevel`'s own word. */
  readonly requiredLevel: 'None' | 'SystemRequired' | 'ApplicationRequired' | 'Recommended';
  readonly isSecured: boolean;
  readonly canBeCreated: boolean;
  readonly canBeUpdated: boolean;
  /** Decimals; 0 where the column has none. */
  readonly precision: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly maximumLength: number | null;
  readonly format: string;
  /** Tables that a lookup may point to. */
  readonly targets: readonly string[];
  /** For two options: No (0) and Yes (1), in this order. */
  readonly choices: readonly Choice[];
}

/** A many-to-one relationship, seen from the table that points. */
export interface ManyToOne {
  readonly schemaName: string;
  /** Logical name of the lookup. */
  readonly column: string;
  readonly target: string;
  /** Single-valued navigation property, by which the Web API takes a new value of the lookup. */
  readonly navigationProperty: string;
}

export interface Table {
  readonly logicalName: string;
  readonly label: string;
  readonly collectionLabel: string;
  readonly entitySetName: string;
  readonly primaryId: string;
  readonly primaryName: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly manyToOne: readonly ManyToOne[];
}

/** Name of the column under which the Web API writes its value. */
export function wireName(column: Column): string {
  return column.kind === 'lookup' ? `_${column.logicalName}_value` : column.logicalName;
}
