import { readTable } from './readTable';
import { request, type Json } from './request';
import type { Table } from './table';

/** Reads table definitions over the Web API, each once. */
export interface Tables {
  /** The table with its texts in the user's language. @throws DataverseError */
  tableOf(logicalName: string): Promise<Table>;
  /** The definition as the Web API wrote it. @throws DataverseError */
  definitionOf(logicalName: string): Promise<Json>;
  /** Name of the table's rows in addresses, which the client has from its start. @throws DataverseError */
  entitySetOf(logicalName: string): Promise<string>;
}

/**
 * @param language Windows locale id of the user interface
 * @param entitySets names of entity sets by logical names
 */
export function createTables(language: number, entitySets: ReadonlyMap<string, string>): Tables {
  const definitions = new Map<string, Promise<Json>>();
  const tables = new Map<string, Promise<Table>>();

  function definitionOf(logicalName: string): Promise<Json> {
    const known = definitions.get(logicalName);
    if (known !== undefined) {
      return known;
    }
    const asked = request(
      `EntityDefinitions(LogicalName='${logicalName}')?$expand=Attributes,ManyToOneRelationships`,
    );
    definitions.set(logicalName, asked);
    asked.catch(() => definitions.delete(logicalName));
    return asked;
  }

  function tableOf(logicalName: string): Promise<Table> {
    const known = tables.get(logicalName);
    if (known !== undefined) {
      return known;
    }
    const read = definitionOf(logicalName).then((definition) => readTable(definition, language));
    tables.set(logicalName, read);
    read.catch(() => tables.delete(logicalName));
    return read;
  }

  async function entitySetOf(logicalName: string): Promise<string> {
    return entitySets.get(logicalName) ?? (await tableOf(logicalName)).entitySetName;
  }

  return { tableOf, definitionOf, entitySetOf };
}
