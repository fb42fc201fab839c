import { labelIn } from '../../dataverse/readTable';
import { objectsIn, textIn, type Json } from '../../dataverse/request';
import type { Dialogs } from '../../shell/dialogs';
import type { Session } from '../../session';

/** The collection that `getEntityMetadata` keeps columns in (Client API, "Collections"). */
function collectionOf(attributes: readonly Json[]) {
  return {
    get: (name: string) => attributes.find((attribute) => attribute['LogicalName'] === name) ?? null,
    getAll: () => [...attributes],
    getByIndex: (index: number) => attributes[index] ?? null,
    getLength: () => attributes.length,
    forEach: (visit: (attribute: Json, index: number) => void) => attributes.forEach(visit),
  };
}

/** PCF's numbers of privileges, by the verbs in their names. */
const privilegeVerbs: Readonly<Record<number, string>> = {
  1: 'Create',
  2: 'Read',
  3: 'Write',
  4: 'Delete',
  5: 'Assign',
  6: 'Share',
  7: 'Append',
  8: 'AppendTo',
};

/** `context.utils`. */
export function utilsOf(session: Session, dialogs: Dialogs): ComponentFramework.Utility {
  return {
    getEntityMetadata: async (entityName, attributes) => {
      const definition = await session.tables.definitionOf(entityName);
      const described = objectsIn(definition['Attributes'])
        .filter((attribute) => attributes?.includes(textIn(attribute['LogicalName'])) ?? false)
        .map((attribute) => ({
          ...attribute,
          DisplayName: labelIn(attribute['DisplayName'], session.language),
        }));
      return {
        ...definition,
        DisplayName: labelIn(definition['DisplayName'], session.language),
        DisplayCollectionName: labelIn(definition['DisplayCollectionName'], session.language),
        Description: labelIn(definition['Description'], session.language),
        Attributes: collectionOf(described),
      };
    },

    hasEntityPrivilege: (entityTypeName, privilegeType, privilegeDepth) =>
      session.hasPrivilege(entityTypeName, privilegeVerbs[privilegeType] ?? '', privilegeDepth),

    lookupObjects: async ({ entityTypes }) => {
      const chosen = await dialogs.open('lookup', { tables: entityTypes });
      return chosen === null ? [] : [{ id: chosen.id, name: chosen.name, entityType: chosen.table }];
    },
  };
}
