import type { Company } from '../company';
import { webClientPages } from '../webClient';
import type { Pair } from './pairs';
import type { CouplableRecord } from './types';
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

/**
 * Address of Business Central's own way in (page 5329 "CRM Redirect"), which looks the coupling up itself.
 * @returns null where there is no address of the web client
 */
export function redirectAddress(
  { recordAddress }: Pick<Company, 'recordAddress'>,
  { table, id }: CouplableRecord,
): string | null {
  return recordAddress(webClientPages.crmRedirect, {
    field: 'Filter',
    value: `CRMID:{${id}};CRMType:${table}`,
  });
}
