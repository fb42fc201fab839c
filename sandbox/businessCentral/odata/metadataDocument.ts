import XMLBuilder from 'fast-xml-builder';
import type { FieldDefinition } from '../services/field';
import type { PublishedServices } from '../services/publishedServices';
import { companyFields } from './companyList';

function property(field: FieldDefinition, key: readonly string[]): Readonly<Record<string, string>> {
  return {
    '@_Name': field.name,
    '@_Type': field.type,
    '@_Nullable': String(!key.includes(field.name) && field.type === 'Edm.String'),
    ...(field.maxLength === undefined ? {} : { '@_MaxLength': String(field.maxLength) }),
    ...(field.type === 'Edm.Decimal' ? { '@_Scale': 'Variable' } : {}),
  };
}

function entityType(name: string, key: readonly string[], fields: readonly FieldDefinition[]): object {
  return {
    '@_Name': name,
    Key: { PropertyRef: key.map((keyField) => ({ '@_Name': keyField })) },
    Property: fields.map((field) => property(field, key)),
  };
}

/** The $metadata document: what is published, with the properties that are served. */
export function metadataDocument(services: PublishedServices): string {
  const published = services.all();
  const content = {
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    'edmx:Edmx': {
      '@_Version': '4.0',
      '@_xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx',
      'edmx:DataServices': {
        Schema: {
          '@_Namespace': 'NAV',
          '@_xmlns': 'http://docs.oasis-open.org/odata/ns/edm',
          EntityType: [
            {
              ...entityType('Company', ['Name'], companyFields),
              NavigationProperty: published.map(({ publishedName }) => ({
                '@_Name': publishedName,
                '@_Type': `Collection(NAV.${publishedName})`,
                '@_ContainsTarget': 'true',
              })),
            },
            ...published.map(({ publishedName, service }) =>
              entityType(publishedName, service.key, service.fields),
            ),
          ],
          Action: services.actions().map(({ name, procedure }) => ({
            '@_Name': name,
            Parameter: procedure.parameters.map((parameter) => ({
              '@_Name': parameter.name,
              '@_Type': parameter.type,
              ...(parameter.type === 'Edm.String' ? {} : { '@_Nullable': 'false' }),
            })),
            ReturnType: { '@_Type': 'Edm.String' },
          })),
          EntityContainer: {
            '@_Name': 'NAV',
            EntitySet: ['Company', ...published.map(({ publishedName }) => publishedName)].map((name) => ({
              '@_Name': name,
              '@_EntityType': `NAV.${name}`,
            })),
            ActionImport: services.actions().map(({ name }) => ({
              '@_Name': name,
              '@_Action': `NAV.${name}`,
            })),
          },
        },
      },
    },
  };
  return new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true }).build(content);
}
