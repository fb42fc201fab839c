import type { Company } from '../company';
import type { Pair } from './pairs';
import { sourceOfUnitGroup, unitGroupPage } from './unitGroup';

/**
 * Address of a record in the web client.
 * @param recordNo as couplings name it; blank: the record is gone
 * @returns null where there is no record or no address of the web client
 */
export function addressOfRecord(
  { recordAddress }: Pick<Company, 'recordAddress'>,
  { kind, page }: Pick<Pair, 'kind' | 'page'>,
  recordNo: string,
): string | null {
  if (recordNo === '') {
    return null;
  }
  if (kind !== 'unitGroup') {
    return recordAddress(page.number, { field: page.key, value: recordNo });
  }
  const source = sourceOfUnitGroup(recordNo);
  if (source === null) {
    return null;
  }
  const { page: number, ...key } = unitGroupPage(source);
  return recordAddress(number, key);
}
