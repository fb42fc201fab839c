import type { AskOptions } from '../askOptions';
import type { Company } from '../company';
import { instantOf } from '../coupling/instant';
import { mappingsByName } from '../coupling/mappings';
import type { Mapping } from '../coupling/types';
import { readRows, type Row } from '../odata/row';
import { rowsOf } from './readAll';
import { synchronizationFields } from './synchronizationFields';

/** An integration table mapping with what an administrator looks at it for (page 5335). */
export interface MappingOverview extends Mapping {
  /** Filters in Business Central's own words; empty: none; null: this Business Central does not show them. */
  readonly recordFilter: string | null;
  readonly rowFilter: string | null;
  /** When changes were last looked for, milliseconds since 1970; null: never. */
  readonly lastToSales: number | null;
  readonly lastFromSales: number | null;
}

type Extras = Omit<MappingOverview, keyof Mapping> & Pick<Mapping, 'name'>;

/** "Synch. Modified On Filter" is how far the way to Sales has come, "Synch. Int. Tbl. Mod. On Fltr." the way from it. */
function extrasOf(row: Row): Extras {
  const filter = (field: string) => (row.has(field) ? row.text(field).trim() : null);
  const instant = (field: string) => (row.has(field) ? instantOf(row, field) : null);
  return {
    name: row.text('Name'),
    recordFilter: filter('TableFilterValue'),
    rowFilter: filter('IntegrationTableFilter'),
    lastToSales: instant('Synch_Modified_On_Filter'),
    lastFromSales: instant('Synch_Int_Tbl_Mod_On_Fltr'),
  };
}

/**
 * All mappings, in Business Central's order; one that cannot be read is left out.
 * @throws BusinessCentralError
 */
export function mappingOverviews(
  { read, withinDeadline }: Company,
  { signal }: AskOptions = {},
): Promise<readonly MappingOverview[]> {
  const service = 'IntegrationTableMappings';
  return withinDeadline(signal, async (deadline) => {
    const [outcome] = await read(
      [{ service, select: synchronizationFields.IntegrationTableMappings }],
      deadline,
      true,
    );
    const { rows } = rowsOf(outcome, service);
    const byName = mappingsByName(rows);
    return readRows(rows, extrasOf).values.flatMap((extras) => {
      const mapping = byName.get(extras.name);
      return mapping === undefined ? [] : [{ ...mapping, ...extras }];
    });
  });
}
