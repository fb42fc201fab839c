import type {
  Column,
  Labels,
  LookupTarget,
  OnDelete,
  Option,
  RequiredLevel,
  TextFormat,
} from '../../metadata/column';
import { labelsIn } from '../languages';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, childText, descendant } from '../xml';
import type { XmlElement } from '../xml';

/** A many-to-one relationship of the solution. */
export interface RelationshipSource {
  readonly payload: Payload;
  readonly name: string;
  /** Table and column that point, in lower case. */
  readonly referencingTable: string;
  readonly referencingColumn: string;
  readonly referencedTable: string;
  /** Single-valued navigation property; empty: the schema name of the column. */
  readonly navigation: string;
  readonly onDelete: OnDelete;
}

/** Reads `<EntityRelationships>`; many-to-many ones are none of a column's and are passed over. */
export function readRelationships(section: XmlElement | null): readonly RelationshipSource[] {
  return (section ? childElements(section, 'EntityRelationship') : [])
    .filter((element) => childText(element, 'EntityRelationshipType') === 'OneToMany')
    .map((element) => ({
      payload: {
        type: 10,
        key: attribute(element, 'Name'),
        part: `customizations.xml, relationship ${attribute(element, 'Name')}`,
        optional: true,
      },
      name: attribute(element, 'Name'),
      referencingTable: childText(element, 'ReferencingEntityName').toLowerCase(),
      referencingColumn: childText(element, 'ReferencingAttributeName').toLowerCase(),
      referencedTable: childText(element, 'ReferencedEntityName').toLowerCase(),
      navigation: navigationIn(element),
      onDelete: onDeleteOf(childText(element, 'CascadeDelete')),
    }));
}

function navigationIn(relationship: XmlElement): string {
  const roles = descendant(relationship, 'EntityRelationshipRoles');
  const referencing = (roles ? childElements(roles, 'EntityRelationshipRole') : []).find(
    (role) => childText(role, 'RelationshipRoleType') !== '0',
  );
  return referencing ? childText(referencing, 'NavigationPropertyName') : '';
}

function onDeleteOf(cascade: string): OnDelete {
  return cascade === 'Cascade' || cascade === 'Restrict' ? cascade : 'RemoveLink';
}

const requiredLevels: Readonly<Record<string, RequiredLevel>> = {
  required: 'ApplicationRequired',
  recommended: 'Recommended',
  systemrequired: 'SystemRequired',
};

/** Largest numbers where the column says nothing of its own. */
const integerRange = 2_147_483_647;
const decimalRange = 100_000_000_000;

/**
 * Reads one `<attribute>`.
 * @returns null when it is refused
 */
export function readColumn(
  element: XmlElement,
  table: string,
  relationships: readonly RelationshipSource[],
  part: string,
  refusals: Refusals,
): Column | null {
  const logicalName = childText(element, 'LogicalName') || childText(element, 'Name').toLowerCase();
  const schemaName = attribute(element, 'PhysicalName');
  if (logicalName === '' || schemaName.toLowerCase() !== logicalName) {
    refusals.add(
      'invalidColumn',
      part,
      `PhysicalName "${schemaName}" and LogicalName "${logicalName}" differ.`,
    );
    return null;
  }
  const base = {
    logicalName,
    schemaName,
    labels: labelsIn(descendant(element, 'displaynames')),
    description: labelsIn(descendant(element, 'Descriptions')),
    required: requiredLevels[childText(element, 'RequiredLevel').toLowerCase()] ?? 'None',
    writableOnCreate: childText(element, 'ValidForCreateApi') !== '0',
    writableOnUpdate: childText(element, 'ValidForUpdateApi') !== '0',
    secured: childText(element, 'IsSecured') === '1',
  } as const;
  const number = (name: string, otherwise: number): number => Number(childText(element, name) || otherwise);
  const type = childText(element, 'Type').toLowerCase();
  switch (type) {
    case 'nvarchar':
      return { ...base, type: 'String', maxLength: number('MaxLength', 100), format: textFormatOf(element) };
    case 'ntext':
      return { ...base, type: 'Memo', maxLength: number('MaxLength', 2000), format: 'TextArea' };
    case 'int':
    case 'bigint':
      return {
        ...base,
        type: type === 'int' ? 'Integer' : 'BigInt',
        precision: 0,
        min: number('MinValue', -integerRange),
        max: number('MaxValue', integerRange),
      };
    case 'decimal':
    case 'float':
    case 'money':
      return {
        ...base,
        type: type === 'decimal' ? 'Decimal' : type === 'float' ? 'Double' : 'Money',
        precision: number('Accuracy', 2),
        min: number('MinValue', -decimalRange),
        max: number('MaxValue', decimalRange),
      };
    case 'bit':
      return { ...base, type: 'Boolean', ...yesAndNo(optionsOf(element)) };
    case 'datetime': {
      const dateOnly = childText(element, 'Behavior') === '2' || childText(element, 'Format') === 'date';
      return { ...base, type: 'DateTime', behavior: dateOnly ? 'DateOnly' : 'UserLocal' };
    }
    case 'picklist':
    case 'state':
    case 'status': {
      const types = { picklist: 'Picklist', state: 'State', status: 'Status' } as const;
      return { ...base, type: types[type], options: optionsOf(element) };
    }
    case 'primarykey':
    case 'uniqueidentifier':
      return { ...base, type: 'Uniqueidentifier' };
    case 'lookup':
    case 'customer':
    case 'owner': {
      const types = { lookup: 'Lookup', customer: 'Customer', owner: 'Owner' } as const;
      const targets = targetsOf(table, base, relationships);
      if (targets.length === 0) {
        refusals.add(
          'missingRelationship',
          part,
          `The following attributes ${logicalName} of entity ${table} are missing their associated relationship ` +
            'definition in customizations xml of the solution.',
        );
        return null;
      }
      return { ...base, type: types[type], targets };
    }
    default:
      refusals.add('invalidColumn', part, `This sandbox takes no columns of the type "${type}".`);
      return null;
  }
}

const textFormats: Readonly<Record<string, TextFormat>> = {
  email: 'Email',
  phone: 'Phone',
  textarea: 'TextArea',
  url: 'Url',
};

function textFormatOf(attribute: XmlElement): TextFormat {
  return textFormats[childText(attribute, 'Format').toLowerCase()] ?? 'Text';
}

/** Lookups that the platform keeps itself on every table, and where they point; their relationships need not travel. */
const platformLookups: Readonly<Record<string, string>> = {
  createdby: 'systemuser',
  createdonbehalfby: 'systemuser',
  modifiedby: 'systemuser',
  modifiedonbehalfby: 'systemuser',
  organizationid: 'organization',
  ownerid: 'systemuser',
  owningbusinessunit: 'businessunit',
  owningteam: 'team',
  owninguser: 'systemuser',
};

function targetsOf(
  table: string,
  column: { readonly logicalName: string; readonly schemaName: string },
  relationships: readonly RelationshipSource[],
): readonly LookupTarget[] {
  const own = platformLookups[column.logicalName];
  const brought = relationships
    .filter(
      (candidate) =>
        candidate.referencingTable === table && candidate.referencingColumn === column.logicalName,
    )
    .map((found) => ({
      table: found.referencedTable,
      relationship: found.name,
      navigation: found.navigation || (own === undefined ? column.schemaName : column.logicalName),
      onDelete: found.onDelete,
    }));
  return brought.length > 0 || own === undefined
    ? brought
    : [
        {
          table: own,
          relationship: `${own}_${table}_${column.logicalName}`,
          navigation: column.logicalName,
          onDelete: 'RemoveLink',
        },
      ];
}

/** The options of a choice, a state or a status. */
function optionsOf(element: XmlElement): readonly Option[] {
  const optionSet = descendant(element, 'optionset');
  const list = ['options', 'states', 'statuses']
    .map((name) => optionSet && descendant(optionSet, name))
    .find((found) => found !== null);
  return (list ? childElements(list) : []).map((option) => {
    const state = option.attributes.get('state');
    const value = Number(attribute(option, 'value'));
    const labels = labelsIn(descendant(option, 'labels'));
    return state === undefined ? { value, labels } : { value, labels, state: Number(state) };
  });
}

function yesAndNo(options: readonly Option[]): { readonly trueLabels: Labels; readonly falseLabels: Labels } {
  const labels = (value: number, otherwise: string): Labels =>
    options.find((option) => option.value === value)?.labels ?? { 1033: otherwise };
  return { trueLabels: labels(1, 'Yes'), falseLabels: labels(0, 'No') };
}
