import type { Company } from '../company/company';
import { synchDirections } from '../company/synchronizationRecords';
import { blankMoment } from '../company/records';
import type { IntegrationTableMapping } from '../coupling/mappings/mapping';
import { mappings } from '../coupling/mappings/mappings';
import { shownFilter } from './mappingFilters';
import { constant, option, text, typed } from './recordFields';
import { Table } from '../company/table';
import { readOnlyPage } from './service';

/** The same mappings in all companies. */
const mappingTable = new Table<IntegrationTableMapping>(
  (mapping) => [mapping.name],
  (mapping) => mapping.entity,
  mappings,
);

function skippedIn(company: Company, tableId: number): number {
  return company.integrationRecords.all().filter(({ row }) => row.Table_ID === tableId && row.skipped).length;
}

/** Page 5335, with the numbers of both tables, which the companion adds. */
export const integrationTableMappings = readOnlyPage<IntegrationTableMapping>({
  name: 'IntegrationTableMappings',
  object: 'Page 5335 Integration Table Mapping List',
  key: ['Name'],
  table: () => mappingTable,
  fields: [
    text('Name', 20, (mapping) => mapping.name),
    {
      ...typed('NoOfSkipped', 'Edm.Int32', () => 0),
      value: ({ table }, company) => skippedIn(company, table.tableId),
    },
    text('TableCaptionValue', 250, (mapping) => mapping.table.caption),
    {
      ...text('TableFilterValue', 250, () => ''),
      value: (mapping, company) => shownFilter(mapping, 'record', company),
    },
    option('Direction', synchDirections, (mapping) => mapping.direction),
    text('IntegrationTableCaptionValue', 250, (mapping) => mapping.entityCaption),
    {
      ...text('IntegrationTableFilter', 250, () => ''),
      value: (mapping, company) => shownFilter(mapping, 'row', company),
    },
    constant('Table_Config_Template_Code', 'Edm.String', ''),
    constant('Int_Tbl_Config_Template_Code', 'Edm.String', ''),
    constant('Synch_Only_Coupled_Records', 'Edm.Boolean', true),
    constant('Multi_Company_Synch_Enabled', 'Edm.Boolean', false),
    constant('Int_Tbl_Caption_Prefix', 'Edm.String', ''),
    constant('Synch_Modified_On_Filter', 'Edm.DateTimeOffset', blankMoment),
    constant('Synch_Int_Tbl_Mod_On_Fltr', 'Edm.DateTimeOffset', blankMoment),
    text('Dependency_Filter', 250, (mapping) => mapping.dependencyFilter),
    constant('Create_New_in_Case_of_No_Match', 'Edm.Boolean', false),
    constant('Deletion_Conflict_Resolution', 'Edm.String', 'None'),
    constant('Update_Conflict_Resolution', 'Edm.String', 'None'),
    typed('Table_ID', 'Edm.Int32', (mapping) => mapping.table.tableId),
    typed('Integration_Table_ID', 'Edm.Int32', (mapping) => mapping.integrationTableId),
  ],
});
