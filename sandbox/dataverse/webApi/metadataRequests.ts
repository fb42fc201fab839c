import { DataverseError, errorCodes } from '../dataverseError';
import type { Table } from '../metadata/table';
import type { Organization } from '../organization';
import {
  columnDefinitions,
  manyToOneDefinitions,
  oneToManyDefinitions,
  tableDefinition,
} from './entityDefinitions';
import type { ExpandItem, FilterExpression } from './query/expression';
import { queryOptionsOf } from './queryOptions';
import { notAllowed, resourceNotFound } from './resourcePath';
import type { Segment } from './resourcePath';
import type { WebApiReply, WebApiRequest } from './webApiRequest';

type Definition = Readonly<Record<string, unknown>>;

/**
 * Answers `EntityDefinitions`, `EntityDefinitions(LogicalName='quote')` and its `/Attributes`, with `$select`,
 * `$expand` (Attributes, ManyToOneRelationships, OneToManyRelationships) and filters of equality, as far as a form asks
 * for metadata.
 * @throws DataverseError 400, 404
 */
export function requestToMetadata(
  organization: Organization,
  language: number,
  request: WebApiRequest,
  [set, ...rest]: readonly Segment[],
): WebApiReply {
  if (request.method !== 'GET') {
    throw notAllowed(request);
  }
  const options = queryOptionsOf(request.query);
  const complete = (table: Table): Definition => {
    const definition = tableDefinition(organization, table, language);
    return {
      ...chosen(definition, options.select),
      MetadataId: definition.MetadataId,
      ...Object.fromEntries(
        options.expand.map((item) => [item.navigation, expanded(organization, table, language, item)]),
      ),
    };
  };
  const context = `${request.root}/$metadata#EntityDefinitions`;
  if (!set || set.key === null) {
    const value = organization.metadata.tables
      .filter((table) => equals(tableDefinition(organization, table, language), options.filter))
      .map(complete);
    return { status: 200, headers: {}, body: { '@odata.context': context, value } };
  }
  const table = tableInKey(organization, set.key);
  if (rest.length === 0) {
    return { status: 200, headers: {}, body: { '@odata.context': `${context}/$entity`, ...complete(table) } };
  }
  return requestToColumns(table, language, context, rest, options.select, options.filter);
}

function tableInKey(organization: Organization, key: string): Table {
  const name = /^LogicalName='(\w+)'$/.exec(key)?.[1] ?? key;
  const table = organization.metadata.find(name);
  if (!table) {
    throw new DataverseError(
      404,
      errorCodes.rowNotFound,
      `Could not find an entity with specified entity name: ${name}.`,
    );
  }
  return table;
}

function requestToColumns(
  table: Table,
  language: number,
  context: string,
  [segment, ...more]: readonly Segment[],
  select: readonly string[] | null,
  filter: FilterExpression | null,
): WebApiReply {
  // A cast narrows the columns to one type: Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata.
  const cast = more[0]?.name;
  if (segment?.name !== 'Attributes' || segment.key !== null || more.length > 1) {
    throw resourceNotFound(segment?.name ?? '');
  }
  const value = columnDefinitions(table, language)
    .filter((column) => cast === undefined || column['@odata.type'] === `#${cast}`)
    .filter((column) => equals(column, filter))
    .map((column) => chosen(column, select));
  const columns = `${context}('${table.logicalName}')/Attributes`;
  return { status: 200, headers: {}, body: { '@odata.context': columns, value } };
}

function expanded(
  organization: Organization,
  table: Table,
  language: number,
  item: ExpandItem,
): readonly Definition[] {
  const definitions = {
    Attributes: () => columnDefinitions(table, language),
    ManyToOneRelationships: () => manyToOneDefinitions(organization, table),
    OneToManyRelationships: () => oneToManyDefinitions(organization, table),
  } as const;
  if (!Object.hasOwn(definitions, item.navigation)) {
    throw resourceNotFound(item.navigation);
  }
  return definitions[item.navigation as keyof typeof definitions]()
    .filter((definition) => equals(definition, item.filter))
    .map((definition) => chosen(definition, item.select));
}

function chosen(definition: Definition, select: readonly string[] | null): Definition {
  if (select === null) {
    return definition;
  }
  return Object.fromEntries(
    Object.entries(definition).filter(([name]) => name.startsWith('@') || select.includes(name)),
  );
}

/** Metadata is filtered by equality and `and` alone here, as `LogicalName eq 'quote'`. */
function equals(definition: Definition, filter: FilterExpression | null): boolean {
  if (filter === null) {
    return true;
  }
  if (filter.kind === 'and') {
    return equals(definition, filter.left) && equals(definition, filter.right);
  }
  if (
    filter.kind !== 'comparison' ||
    filter.operator !== 'eq' ||
    filter.left.kind !== 'property' ||
    filter.right.kind !== 'literal'
  ) {
    throw new DataverseError(501, errorCodes.badRequest, 'This sandbox filters metadata by equality alone.');
  }
  return definition[filter.left.path.join('/')] === filter.right.value;
}
