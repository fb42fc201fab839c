import type { Metadata } from '../metadata/metadata';
import { verbsOf } from '../metadata/table';
import type { PrivilegeVerb, Table } from '../metadata/table';

/** How far a privilege reaches: own rows, business unit, business units below, organization. */
export const privilegeDepths = ['Basic', 'Local', 'Deep', 'Global'] as const;
export type PrivilegeDepth = (typeof privilegeDepths)[number];

/** True when `depth` reaches at least as far as `other`. */
export function reaches(depth: PrivilegeDepth, other: PrivilegeDepth): boolean {
  return privilegeDepths.indexOf(depth) >= privilegeDepths.indexOf(other);
}

/** Name of a table's own privilege, such as prvReadOrder. */
export function privilegeName(verb: PrivilegeVerb, stem: string): string {
  return `prv${verb}${stem}`;
}

/** The table whose privileges decide over a table: itself, or the one it takes them from. */
export function privilegedTable(metadata: Metadata, table: Table): Table {
  return table.privileges.kind === 'own' ? table : metadata.table(table.privileges.table);
}

/**
 * Privileges of the platform that belong to no table of the sandbox, as exported roles carry them
 * (microsoft/coe-starter-kit, microsoft/powercat-automation-kit: Roles/*.xml).
 */
const platformPrivileges: readonly string[] = [
  ...['AppModule', 'Entity', 'Attribute', 'Relationship', 'OptionSet', 'WebResource', 'SiteMap'].flatMap(
    (stem) => (['Create', 'Read', 'Write', 'Delete'] as const).map((verb) => privilegeName(verb, stem)),
  ),
  ...[
    'PluginAssembly',
    'PluginType',
    'SdkMessage',
    'SdkMessageProcessingStep',
    'SdkMessageProcessingStepImage',
  ].map((stem) => privilegeName('Read', stem)),
  ...[
    'EnvironmentVariableDefinition',
    'EnvironmentVariableValue',
    'Team',
    'UserQuery',
    'UserEntityUISettings',
  ].flatMap((stem) =>
    (['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo'] as const).map((verb) =>
      privilegeName(verb, stem),
    ),
  ),
  ...['SharePointData', 'SharePointDocument'].flatMap((stem) =>
    (['Create', 'Read', 'Write'] as const).map((verb) => privilegeName(verb, stem)),
  ),
  'prvActOnBehalfOfAnotherUser',
  'prvAssignRole',
  'prvExportCustomization',
  'prvExportToExcel',
  'prvImportCustomization',
  'prvOverridePriceEngineOrder',
  'prvOverridePriceEngineQuote',
  'prvPublishCustomization',
];

/**
 * All privileges that exist: those of the tables that have their own, and the platform's.
 * @returns by privilege name, the table that it belongs to; null for the platform's
 */
export function existingPrivileges(metadata: Metadata): ReadonlyMap<string, Table | null> {
  const found = new Map<string, Table | null>(platformPrivileges.map((name) => [name, null]));
  for (const table of metadata.tables) {
    if (table.privileges.kind === 'own') {
      for (const verb of verbsOf(table)) {
        found.set(privilegeName(verb, table.privileges.stem), table);
      }
    }
  }
  return found;
}
