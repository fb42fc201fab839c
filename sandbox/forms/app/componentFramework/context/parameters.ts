import type { Column } from '../../dataverse/table';
import { isoDay, localMidnight } from '../../format/dates';
import type { CodeComponentBinding } from '../../formXml/formModel';
import { isLookup, type ColumnValue } from '../../record/columnValue';
import type { RecordSession } from '../../record/recordSession';
import type { ManifestProperty } from '../manifest';

type Property = ComponentFramework.PropertyTypes.Property;

const requiredLevels = { None: 0, SystemRequired: 1, ApplicationRequired: 2, Recommended: 3 } as const;

/** A column's value as a control reads it: lookups in a list, dates as Date in the browser's time zone. */
function rawOf(value: ColumnValue, column: Column): unknown {
  if (isLookup(value)) {
    return [{ id: value.id, name: value.name, entityType: value.table }];
  }
  if (value === null) {
    return column.kind === 'lookup' ? [] : null;
  }
  switch (column.kind) {
    case 'dateOnly':
      return localMidnight(String(value));
    case 'dateTime':
      return new Date(String(value));
    default:
      return value;
  }
}

/** Metadata of the column as far as its type has it (`PropertyHelper.FieldPropertyMetadata`). */
function attributesOf(column: Column): ComponentFramework.PropertyHelper.FieldPropertyMetadata.Metadata {
  const present = Object.entries({
    ImeMode: 0,
    Format: column.format === '' ? null : column.format,
    MaxLength: column.maximumLength,
    MinValue: column.minimum,
    MaxValue: column.maximum,
    Precision: column.kind === 'decimal' || column.kind === 'money' ? column.precision : null,
    Targets: column.kind === 'lookup' ? [...column.targets] : null,
    Options:
      column.choices.length > 0
        ? column.choices.map(({ value, label }) => ({ Value: value, Label: label, Color: '' }))
        : null,
    Behavior: column.kind === 'dateOnly' ? 2 : column.kind === 'dateTime' ? 1 : null,
  }).filter(([, value]) => value !== null);
  return {
    DisplayName: column.label,
    LogicalName: column.logicalName,
    RequiredLevel: requiredLevels[column.requiredLevel],
    IsSecured: column.isSecured,
    SourceType: 0,
    Description: column.description,
    ...Object.fromEntries(present),
  };
}

function boundProperty(
  property: ManifestProperty,
  column: Column,
  record: RecordSession,
  formatted: string,
): Property {
  const value = record.value(column.logicalName);
  // A secured column without a value cannot be told from one that may not be read.
  const isReadable = !column.isSecured || value !== null;
  const isEditable = isReadable && (record.isNew ? column.canBeCreated : column.canBeUpdated);
  const plain: Property = {
    type: property.type,
    raw: rawOf(value, column),
    formatted,
    error: false,
    errorMessage: '',
    security: { readable: isReadable, editable: isEditable, secured: column.isSecured },
    attributes: attributesOf(column),
  };
  return column.kind === 'lookup'
    ? Object.assign(plain, {
        getTargetEntityType: () => (isLookup(value) ? value.table : (column.targets[0] ?? '')),
        getViewId: () => '',
      })
    : plain;
}

function valueOfText(type: string, text: string): unknown {
  if (/^(Decimal|FP|Whole|Currency)/.test(type)) {
    return text.trim() === '' ? null : Number(text);
  }
  return type === 'TwoOptions' ? text === 'true' : text;
}

function fixedProperty(property: ManifestProperty, text: string | null): Property {
  return {
    type: property.type,
    raw: text === null ? null : valueOfText(property.type, text),
    formatted: text ?? '',
    error: false,
    errorMessage: '',
  };
}

/**
 * `context.parameters`: every property of the manifest, whether the form gives it something or not.
 * @param textOf a column's value as the user reads it
 */
export function parametersOf(
  properties: readonly ManifestProperty[],
  binding: CodeComponentBinding,
  record: RecordSession,
  textOf: (column: Column) => string,
): Record<string, Property> {
  const parameterOf = (property: ManifestProperty): Property => {
    const bound = binding.properties[property.name];
    if (bound === undefined) {
      return fixedProperty(property, property.defaultValue);
    }
    if (bound.kind === 'static') {
      return fixedProperty(property, bound.value);
    }
    const column = record.table.columns.get(bound.column);
    return column === undefined
      ? fixedProperty(property, null)
      : boundProperty(property, column, record, textOf(column));
  };
  return Object.fromEntries(properties.map((property) => [property.name, parameterOf(property)]));
}

/** An output of a control as a column keeps it. */
export function valueOfOutput(output: unknown, column: Column): ColumnValue {
  if (column.kind === 'lookup') {
    const chosen: unknown = Array.isArray(output) ? output[0] : output;
    if (typeof chosen !== 'object' || chosen === null) {
      return null;
    }
    const { id, name, entityType } = chosen as Partial<ComponentFramework.LookupValue>;
    return typeof id === 'string'
      ? { id: id.replace(/[{}]/g, '').toLowerCase(), name: name ?? '', table: entityType ?? '' }
      : null;
  }
  if (output instanceof Date) {
    return column.kind === 'dateOnly' ? isoDay(output) : output.toISOString();
  }
  return typeof output === 'string' || typeof output === 'number' || typeof output === 'boolean'
    ? output
    : null;
}
