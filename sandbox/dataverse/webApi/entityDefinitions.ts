import { isLookup } from '../metadata/column';
import type { Column, Labels, Option } from '../metadata/column';
import { singleNavigationsOf } from '../metadata/metadata';
import type { CollectionNavigation, SingleNavigation } from '../metadata/metadata';
import { privilegeVerbs, verbsOf } from '../metadata/table';
import type { Table } from '../metadata/table';
import { baseLanguage } from '../organization';
import type { Organization } from '../organization';
import { recordId } from '../../identity';
import { privilegedTable, privilegeName } from '../security/privileges';

type Definition = Readonly<Record<string, unknown>>;

/** A label as metadata gives it: every language, and the one of the asking user. */
function labelDefinition(labels: Labels, language: number): Definition {
  const localized = Object.entries(labels).map(([code, label]) => ({
    Label: label,
    LanguageCode: Number(code),
    IsManaged: true,
  }));
  return {
    LocalizedLabels: localized,
    UserLocalizedLabel:
      localized.find((label) => label.LanguageCode === language) ??
      localized.find((label) => label.LanguageCode === baseLanguage) ??
      null,
  };
}

/** EntityMetadata of a table, as far as a form needs it. */
export function tableDefinition(organization: Organization, table: Table, language: number): Definition {
  const owner = privilegedTable(organization.metadata, table);
  const stem = owner.privileges.kind === 'own' ? owner.privileges.stem : '';
  return {
    MetadataId: recordId('entity', table.logicalName),
    LogicalName: table.logicalName,
    SchemaName: table.schemaName,
    EntitySetName: table.entitySet,
    LogicalCollectionName: table.entitySet,
    ObjectTypeCode: table.objectTypeCode,
    OwnershipType: table.ownership,
    IsCustomEntity: table.custom,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName || null,
    DisplayName: labelDefinition(table.labels, language),
    DisplayCollectionName: labelDefinition(table.collectionLabels, language),
    Privileges: privilegeVerbs
      .filter((verb) => verbsOf(owner).includes(verb))
      .map((verb) => ({
        Name: privilegeName(verb, stem),
        PrivilegeId: recordId('privilege', privilegeName(verb, stem)),
        PrivilegeType: verb,
        CanBeBasic: owner.ownership === 'UserOwned',
        CanBeLocal: owner.ownership === 'UserOwned',
        CanBeDeep: owner.ownership === 'UserOwned',
        CanBeGlobal: true,
      })),
  };
}

/** AttributeMetadata of all columns of a table. */
export function columnDefinitions(table: Table, language: number): readonly Definition[] {
  return [...table.columns.values()].map((column) => columnDefinition(table, column, language));
}

/**
 * AttributeMetadata of a column. Unlike the real one it gives `OptionSet` and `Targets` without a cast to the derived
 * type, so that a form needs one request for a table.
 */
function columnDefinition(table: Table, column: Column, language: number): Definition {
  return {
    '@odata.type': `#Microsoft.Dynamics.CRM.${metadataType(column)}`,
    MetadataId: recordId('attribute', `${table.logicalName}.${column.logicalName}`),
    LogicalName: column.logicalName,
    SchemaName: column.schemaName,
    EntityLogicalName: table.logicalName,
    AttributeType: column.type,
    AttributeTypeName: { Value: `${column.type}Type` },
    DisplayName: labelDefinition(column.labels, language),
    Description: labelDefinition(column.description ?? {}, language),
    RequiredLevel: { Value: column.required, CanBeChanged: true },
    IsSecured: column.secured,
    IsPrimaryId: column.logicalName === table.primaryId,
    IsPrimaryName: column.logicalName === table.primaryName,
    IsValidForCreate: column.writableOnCreate,
    IsValidForUpdate: column.writableOnUpdate,
    IsValidForRead: true,
    ...typeDefinition(column, language),
  };
}

function metadataType(column: Column): string {
  switch (column.type) {
    case 'Customer':
    case 'Owner':
      return 'LookupAttributeMetadata';
    case 'Uniqueidentifier':
      return 'UniqueIdentifierAttributeMetadata';
    default:
      return `${column.type}AttributeMetadata`;
  }
}

function typeDefinition(column: Column, language: number): Definition {
  if (isLookup(column)) {
    return { Targets: column.targets.map((target) => target.table) };
  }
  switch (column.type) {
    case 'String':
    case 'Memo':
      return { MaxLength: column.maxLength, Format: column.format };
    case 'Integer':
    case 'BigInt':
    case 'Decimal':
    case 'Double':
    case 'Money':
      return { Precision: column.precision, MinValue: column.min, MaxValue: column.max };
    case 'DateTime':
      return {
        Format: column.behavior === 'DateOnly' ? 'DateOnly' : 'DateAndTime',
        DateTimeBehavior: { Value: column.behavior },
      };
    case 'Boolean':
      return {
        OptionSet: {
          OptionSetType: 'Boolean',
          TrueOption: { Value: 1, Label: labelDefinition(column.trueLabels, language) },
          FalseOption: { Value: 0, Label: labelDefinition(column.falseLabels, language) },
        },
      };
    case 'Picklist':
    case 'State':
    case 'Status':
      return {
        OptionSet: {
          OptionSetType: column.type,
          Options: column.options.map((option) => optionDefinition(option, language)),
        },
      };
    default:
      return {};
  }
}

function optionDefinition(option: Option, language: number): Definition {
  return {
    Value: option.value,
    Label: labelDefinition(option.labels, language),
    ...(option.state === undefined ? {} : { State: option.state }),
  };
}

function relationshipDefinition(
  referencing: Table,
  referenced: Table,
  navigation: Pick<SingleNavigation, 'column' | 'target'>,
): Definition {
  const { column, target } = navigation;
  return {
    MetadataId: recordId('relationship', target.relationship),
    SchemaName: target.relationship,
    RelationshipType: 'OneToManyRelationship',
    ReferencedEntity: referenced.logicalName,
    ReferencedAttribute: referenced.primaryId,
    ReferencedEntityNavigationPropertyName: target.relationship,
    ReferencingEntity: referencing.logicalName,
    ReferencingAttribute: column.logicalName,
    ReferencingEntityNavigationPropertyName: target.navigation,
    CascadeConfiguration: { Delete: target.onDelete },
  };
}

/** The relationships in which the table points at others. */
export function manyToOneDefinitions(organization: Organization, table: Table): readonly Definition[] {
  return singleNavigationsOf(table).map((navigation) =>
    relationshipDefinition(table, organization.table(navigation.target.table), navigation),
  );
}

/** The relationships in which others point at the table. */
export function oneToManyDefinitions(organization: Organization, table: Table): readonly Definition[] {
  return organization
    .collectionsOf(table)
    .map((navigation: CollectionNavigation) => relationshipDefinition(navigation.table, table, navigation));
}
