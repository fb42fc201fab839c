import { objectIn, objectsIn, textIn, type Json } from './request';
import type { Choice, Column, ColumnKind, Table } from './table';

/** The text of a `Label` in a language, else in the language that the server thinks right. */
export function labelIn(label: unknown, language: number): string {
  const { LocalizedLabels: localized, UserLocalizedLabel: fallback } = objectIn(label);
  const own = objectsIn(localized).find((candidate) => candidate['LanguageCode'] === language);
  return textIn(own?.['Label']) || textIn(objectIn(fallback)['Label']);
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  String: 'text',
  EntityName: 'text',
  Memo: 'memo',
  Integer: 'integer',
  BigInt: 'integer',
  Decimal: 'decimal',
  Double: 'decimal',
  Money: 'money',
  Boolean: 'twoOptions',
  Picklist: 'choice',
  State: 'choice',
  Status: 'choice',
  Lookup: 'lookup',
  Customer: 'lookup',
  Owner: 'lookup',
  Uniqueidentifier: 'uniqueId',
};

function kindOf(attribute: Json): ColumnKind {
  const type = textIn(attribute['AttributeType']);
  if (type === 'DateTime') {
    return attribute['Format'] === 'DateOnly' ? 'dateOnly' : 'dateTime';
  }
  return kinds[type] ?? 'text';
}

const requiredLevels = ['None', 'SystemRequired', 'ApplicationRequired', 'Recommended'] as const;

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function choicesOf(attribute: Json, language: number): Choice[] {
  const optionSet = objectIn(attribute['OptionSet']);
  const options =
    attribute['AttributeType'] === 'Boolean'
      ? [objectIn(optionSet['FalseOption']), objectIn(optionSet['TrueOption'])]
      : objectsIn(optionSet['Options']);
  return options.map((option, position) => ({
    value: numberOrNull(option['Value']) ?? position,
    label: labelIn(option['Label'], language),
  }));
}

function columnOf(attribute: Json, language: number): Column {
  const logicalName = textIn(attribute['LogicalName']);
  const kind = kindOf(attribute);
  const requiredLevel = objectIn(attribute['RequiredLevel'])['Value'];
  return {
    logicalName,
    label: labelIn(attribute['DisplayName'], language) || logicalName,
    description: labelIn(attribute['Description'], language),
    kind,
    requiredLevel: requiredLevels.find((level) => level === requiredLevel) ?? 'None',
    isSecured: attribute['IsSecured'] === true,
    canBeCreated: attribute['IsValidForCreate'] !== false,
    canBeUpdated: attribute['IsValidForUpdate'] !== false,
    precision: kind === 'integer' ? 0 : (numberOrNull(attribute['Precision']) ?? (kind === 'money' ? 2 : 0)),
    minimum: numberOrNull(attribute['MinValue']),
    maximum: numberOrNull(attribute['MaxValue']),
    maximumLength: numberOrNull(attribute['MaxLength']),
    format: textIn(attribute['Format']),
    targets: Array.isArray(attribute['Targets']) ? attribute['Targets'].map(textIn) : [],
    choices: choicesOf(attribute, language),
  };
}

/** Reads an `EntityMetadata` with its attributes and many-to-one relationships. */
export function readTable(definition: Json, language: number): Table {
  const logicalName = textIn(definition['LogicalName']);
  const columns = objectsIn(definition['Attributes']).map((attribute) => columnOf(attribute, language));
  return {
    logicalName,
    label: labelIn(definition['DisplayName'], language) || logicalName,
    collectionLabel: labelIn(definition['DisplayCollectionName'], language) || logicalName,
    entitySetName: textIn(definition['EntitySetName']),
    primaryId: textIn(definition['PrimaryIdAttribute']),
    primaryName: textIn(definition['PrimaryNameAttribute']),
    columns: new Map(columns.map((column) => [column.logicalName, column])),
    manyToOne: objectsIn(definition['ManyToOneRelationships']).map((relationship) => ({
      schemaName: textIn(relationship['SchemaName']),
      column: textIn(relationship['ReferencingAttribute']),
      target: textIn(relationship['ReferencedEntity']),
      navigationProperty: textIn(relationship['ReferencingEntityNavigationPropertyName']),
    })),
  };
}
