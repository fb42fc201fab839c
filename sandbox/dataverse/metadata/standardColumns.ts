import type {
  BooleanColumn,
  Column,
  DateColumn,
  IdColumn,
  Labels,
  LookupColumn,
  LookupTarget,
  NumberColumn,
  OnDelete,
  Option,
  OptionColumn,
  RequiredLevel,
  TextColumn,
  TextFormat,
} from './column';

/** Range of Decimal columns of the Sales tables (AttributeMetadata of quotedetail.quantity). */
const decimalRange = 100_000_000_000;
/** Range of Money columns (MoneyAttributeMetadata). */
const moneyRange = 922_337_203_685_477;
/** Range of whole numbers (IntegerAttributeMetadata). */
const integerRange = 2_147_483_647;

interface Settings {
  readonly schemaName?: string;
  readonly required?: RequiredLevel;
  /** `never`: set by the platform; `create`: fixed once the row is there. */
  readonly writable?: 'always' | 'create' | 'never';
  readonly secured?: boolean;
}

function base(logicalName: string, labels: Labels, settings: Settings) {
  const writable = settings.writable ?? 'always';
  return {
    logicalName,
    schemaName: settings.schemaName ?? logicalName,
    labels,
    required: settings.required ?? 'None',
    writableOnCreate: writable !== 'never',
    writableOnUpdate: writable === 'always',
    secured: settings.secured ?? false,
  } as const;
}

/** English label; the other languages fall back to it, as in an organization without their language packs' texts. */
export function english(text: string): Labels {
  return { 1033: text };
}

export function text(
  name: string,
  label: string,
  maxLength: number,
  settings: Settings & { readonly format?: TextFormat } = {},
): TextColumn {
  const format = settings.format ?? 'Text';
  return { ...base(name, english(label), settings), type: 'String', maxLength, format };
}

export function memo(name: string, label: string, maxLength: number, settings: Settings = {}): TextColumn {
  return { ...base(name, english(label), settings), type: 'Memo', maxLength, format: 'TextArea' };
}

export function integer(name: string, label: string, settings: Settings = {}): NumberColumn {
  const range = { precision: 0, min: -integerRange - 1, max: integerRange };
  return { ...base(name, english(label), settings), type: 'Integer', ...range };
}

export function decimal(
  name: string,
  label: string,
  precision: number,
  settings: Settings = {},
): NumberColumn {
  const range = { precision, min: -decimalRange, max: decimalRange };
  return { ...base(name, english(label), settings), type: 'Decimal', ...range };
}

/** An amount in the currency of its row, with the two decimals of the pound and the euro. */
export function money(name: string, label: string, settings: Settings = {}): NumberColumn {
  const range = { precision: 2, min: -moneyRange, max: moneyRange };
  return { ...base(name, english(label), settings), type: 'Money', ...range };
}

/** Name of the column that shows a money column in the organization's own currency. */
export function baseAmountOf(moneyColumn: string): string {
  return `${moneyColumn}_base`;
}

/**
 * What the platform adds to a table with money in a currency of the row's own: the exchange rate, and each amount in the
 * base currency (Microsoft Learn, "Transaction currency entity": `exchangerate`, `<column>_base`).
 */
export function currencyColumns(columns: readonly Column[]): readonly Column[] {
  const amounts = columns.filter((column) => column.type === 'Money');
  if (amounts.length === 0 || !columns.some((column) => column.logicalName === 'transactioncurrencyid')) {
    return [];
  }
  return [
    decimal('exchangerate', 'Exchange Rate', 10, { writable: 'never' }),
    ...amounts.map((column) =>
      money(baseAmountOf(column.logicalName), `${column.labels[1033] ?? ''} (Base)`, { writable: 'never' }),
    ),
  ];
}

export function yesNo(name: string, label: string, settings: Settings = {}): BooleanColumn {
  const labels = { trueLabels: english('Yes'), falseLabels: english('No') };
  return { ...base(name, english(label), settings), type: 'Boolean', ...labels };
}

export function date(name: string, label: string, settings: Settings = {}): DateColumn {
  return { ...base(name, english(label), settings), type: 'DateTime', behavior: 'DateOnly' };
}

export function moment(name: string, label: string, settings: Settings = {}): DateColumn {
  return { ...base(name, english(label), settings), type: 'DateTime', behavior: 'UserLocal' };
}

export function choice(
  name: string,
  label: string,
  options: Readonly<Record<number, string>>,
  settings: Settings = {},
): OptionColumn {
  return {
    ...base(name, english(label), settings),
    type: 'Picklist',
    options: Object.entries(options).map(([value, words]) => ({
      value: Number(value),
      labels: english(words),
    })),
  };
}

/** `table` with the relationship's schema name, and how the row behaves when the row it points at is deleted. */
export function target(
  table: string,
  relationship: string,
  navigation: string,
  onDelete: OnDelete = 'RemoveLink',
): LookupTarget {
  return { table, relationship, navigation, onDelete };
}

export function lookup(
  name: string,
  label: string,
  table: string,
  relationship: string,
  settings: Settings & { readonly onDelete?: OnDelete } = {},
): LookupColumn {
  const targets = [target(table, relationship, settings.schemaName ?? name, settings.onDelete)];
  return { ...base(name, english(label), settings), type: 'Lookup', targets };
}

/** A lookup that points at an account or a contact, such as the customer of a quote. */
export function customer(
  name: string,
  label: string,
  targets: readonly LookupTarget[],
  settings: Settings = {},
): LookupColumn {
  return { ...base(name, english(label), settings), type: 'Customer', targets };
}

export function primaryId(logicalName: string, schemaName: string, label: string): IdColumn {
  return {
    ...base(logicalName, english(label), { schemaName, required: 'SystemRequired', writable: 'create' }),
    type: 'Uniqueidentifier',
  };
}

export function uniqueIdentifier(name: string, label: string, settings: Settings = {}): IdColumn {
  return { ...base(name, english(label), settings), type: 'Uniqueidentifier' };
}

export interface States {
  /** State labels by value. */
  readonly states: Readonly<Record<number, string>>;
  /** Status reasons: value, the state they belong to, label. The first of a state is its default. */
  readonly reasons: readonly (readonly [value: number, state: number, label: string])[];
}

export const activeInactive: States = {
  states: { 0: 'Active', 1: 'Inactive' },
  reasons: [
    [1, 0, 'Active'],
    [2, 1, 'Inactive'],
  ],
};

/** `statecode` and `statuscode`. */
export function stateColumns({ states, reasons }: States): readonly OptionColumn[] {
  const stateOptions: readonly Option[] = Object.entries(states).map(([value, words]) => ({
    value: Number(value),
    labels: english(words),
  }));
  const statusOptions = reasons.map(([value, state, words]) => ({ value, state, labels: english(words) }));
  const settings = { required: 'SystemRequired' } as const;
  return [
    { ...base('statecode', english('Status'), settings), type: 'State', options: stateOptions },
    { ...base('statuscode', english('Status Reason'), settings), type: 'Status', options: statusOptions },
  ];
}

/** The columns that the platform keeps on every table: who made and changed the row, and when. */
export function auditColumns(table: string): readonly Column[] {
  const user = (name: string, label: string) =>
    lookup(name, label, 'systemuser', `lk_${table}_${name}`, { writable: 'never' });
  return [
    moment('createdon', 'Created On', { writable: 'never' }),
    user('createdby', 'Created By'),
    moment('modifiedon', 'Modified On', { writable: 'never' }),
    user('modifiedby', 'Modified By'),
    {
      ...base('versionnumber', english('Version Number'), { writable: 'never' }),
      type: 'BigInt',
      precision: 0,
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
    },
  ];
}

/** Owner, owning user and owning business unit of a user-owned table. */
export function ownerColumns(table: string): readonly Column[] {
  return [
    {
      ...base('ownerid', english('Owner'), { required: 'SystemRequired' }),
      type: 'Owner',
      // One navigation property for both: what it leads to follows from the row.
      targets: [
        target('systemuser', `owner_${table}s`, 'ownerid', 'Restrict'),
        target('team', `team_owner_${table}s`, 'ownerid', 'Restrict'),
      ],
    },
    lookup('owninguser', 'Owning User', 'systemuser', `user_${table}s`, { writable: 'never' }),
    lookup('owningteam', 'Owning Team', 'team', `team_${table}s`, { writable: 'never' }),
    lookup('owningbusinessunit', 'Owning Business Unit', 'businessunit', `business_unit_${table}s`, {
      writable: 'never',
    }),
  ];
}
