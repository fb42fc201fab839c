/** A text in several languages, by Windows locale id; 1033 is always there. */
export type Labels = Readonly<Record<number, string>>;

/** How much a column wants a value (`RequiredLevel` of AttributeMetadata). Only the platform's own is enforced. */
export type RequiredLevel = 'None' | 'Recommended' | 'ApplicationRequired' | 'SystemRequired';

interface ColumnBase {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly labels: Labels;
  /** What the column is for; nothing for the standard ones. */
  readonly description?: Labels;
  readonly required: RequiredLevel;
  /** False: the platform sets the value; a client's value is passed over in silence (as ValidForCreate false is). */
  readonly writableOnCreate: boolean;
  readonly writableOnUpdate: boolean;
  /** Column-level security is on: only a column security profile lets anybody but an administrator read it. */
  readonly secured: boolean;
}

/** What a text holds (StringAttributeMetadata.Format). */
export type TextFormat = 'Text' | 'TextArea' | 'Email' | 'Phone' | 'Url';

export interface TextColumn extends ColumnBase {
  readonly type: 'String' | 'Memo';
  readonly maxLength: number;
  readonly format: TextFormat;
}

export interface NumberColumn extends ColumnBase {
  readonly type: 'Integer' | 'BigInt' | 'Decimal' | 'Double' | 'Money';
  /** Digits after the decimal sign; 0 for whole numbers. */
  readonly precision: number;
  readonly min: number;
  readonly max: number;
}

export interface BooleanColumn extends ColumnBase {
  readonly type: 'Boolean';
  readonly trueLabels: Labels;
  readonly falseLabels: Labels;
}

export interface DateColumn extends ColumnBase {
  readonly type: 'DateTime';
  /** `DateOnly` travels as `yyyy-MM-dd`, `UserLocal` as a moment in UTC. */
  readonly behavior: 'DateOnly' | 'UserLocal';
}

export interface Option {
  readonly value: number;
  readonly labels: Labels;
  /** State that a status belongs to. */
  readonly state?: number;
}

export interface OptionColumn extends ColumnBase {
  readonly type: 'Picklist' | 'State' | 'Status';
  readonly options: readonly Option[];
}

/** What becomes of the rows that point at a row which is deleted (`CascadeConfiguration.Delete`). */
export type OnDelete = 'Cascade' | 'RemoveLink' | 'Restrict';

/** One many-to-one relationship behind a lookup column. */
export interface LookupTarget {
  readonly table: string;
  /** Schema name of the relationship; also the collection-valued navigation property of the other table. */
  readonly relationship: string;
  /** Single-valued navigation property of this table. */
  readonly navigation: string;
  readonly onDelete: OnDelete;
}

export interface LookupColumn extends ColumnBase {
  readonly type: 'Lookup' | 'Customer' | 'Owner';
  readonly targets: readonly LookupTarget[];
}

export interface IdColumn extends ColumnBase {
  readonly type: 'Uniqueidentifier';
}

/** A column of a table; `type` is AttributeTypeCode of the Web API's AttributeMetadata. */
export type Column =
  TextColumn | NumberColumn | BooleanColumn | DateColumn | OptionColumn | LookupColumn | IdColumn;

/** True for every column that holds a reference to a row. */
export function isLookup(column: Column): column is LookupColumn {
  return column.type === 'Lookup' || column.type === 'Customer' || column.type === 'Owner';
}

/** Text of a label in a language, else in the base language of the organization. */
export function labelIn(labels: Labels, language: number): string {
  return labels[language] ?? labels[1033] ?? '';
}
