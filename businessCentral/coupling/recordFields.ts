import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import { compare, type Filter } from '../odata/filter';
import { text } from '../odata/literals';
import type { Read } from '../odata/reader';
import type { Row } from '../odata/row';
import { mappedRecords, type MappedField } from './mappedFields';
import type { RecordKind } from './pairs';
import type { ComparedField, CouplingRow } from './types';
import { sourceOfUnitGroup, unitGroupFilter } from './unitGroup';

/**
 * The mapped fields as Business Central has them; fields that its service lacks are left out.
 * @returns empty where the record is gone, or nothing of its kind can be compared
 * @throws BusinessCentralError
 */
export async function recordFields(
  { pair, recordNo }: CouplingRow,
  read: Read,
  deadline: Deadline,
): Promise<readonly ComparedField[]> {
  const mapped = mappedRecords[pair.kind];
  if (mapped === null || recordNo === '') {
    return [];
  }
  const { service, key, fields } = mapped;
  const [outcome] = await read(
    [
      {
        service,
        filter: filterOf(pair.kind, key, recordNo),
        select: [...new Set([key, ...fields.map(({ property }) => property)])],
      },
    ],
    deadline,
  );
  if (outcome === undefined) {
    throw new BusinessCentralError('unreadableAnswer', { service });
  }
  if (!outcome.ok) {
    throw outcome.error;
  }
  const [row] = outcome.rows;
  return row === undefined
    ? []
    : fields.filter(({ property }) => row.has(property)).map((field) => valueOf(field, row));
}

/** @param key property that holds a record's number */
function filterOf(kind: RecordKind, key: string, recordNo: string): Filter {
  const source = kind === 'unitGroup' ? sourceOfUnitGroup(recordNo) : null;
  return source === null ? compare(key, 'eq', text(recordNo)) : unitGroupFilter(source);
}

function valueOf(
  { field, direction, property, decimals, isComparable }: MappedField,
  row: Row,
): ComparedField {
  return { field, direction, decimals, isComparable, businessCentral: readValue(property, decimals, row) };
}

function readValue(property: string, decimals: number | null, row: Row): string | number | null {
  if (decimals !== null) {
    return row.number(property);
  }
  const value = row.text(property).trim();
  return value === '' || value === '0001-01-01' ? null : value;
}
