import type { UserToCouple, WorkOptions } from '../../businessCentral/administration/types';
import { flagOf, lookupOf, textOf, type DataverseRow } from '../dataverseRow';
import type { ReadingWebApi } from '../dataverseReader';
import { pagedRows } from './pagedRows';
import type { SalesUser } from './types';

const columns = [
  'fullname',
  'internalemailaddress',
  'isdisabled',
  'islicensed',
  'isintegrationuser',
  'applicationid',
  '_businessunitid_value',
];

function salesUser(row: DataverseRow): SalesUser {
  return {
    id: (textOf(row, 'systemuserid') ?? '').toLowerCase(),
    name: textOf(row, 'fullname') ?? '',
    email: textOf(row, 'internalemailaddress') ?? '',
    businessUnitId: lookupOf(row, 'businessunitid') ?? '',
    isEnabled: !flagOf(row, 'isdisabled'),
    isLicensed: flagOf(row, 'islicensed'),
    isApplication: textOf(row, 'applicationid') !== null || flagOf(row, 'isintegrationuser'),
  };
}

/**
 * The users of Sales that are enabled, application users included, in the order of their names.
 * @throws SalesError; BusinessCentralError `aborted`
 */
export async function salesUsers(
  webAPI: ReadingWebApi,
  options: WorkOptions = {},
): Promise<readonly SalesUser[]> {
  const rows = await pagedRows(
    webAPI,
    'systemuser',
    `?$select=${columns.join(',')}&$filter=isdisabled eq false&$orderby=fullname`,
    options,
  );
  return rows.map(salesUser).filter(({ id }) => id !== '');
}

/**
 * Those whom a salesperson can be coupled with, by the filter of the mapping SALESPEOPLE (codeunit 7204 "CDS Setup
 * Defaults"): enabled, licensed, and people.
 */
export function usersToCouple(users: readonly SalesUser[]): UserToCouple[] {
  return users
    .filter(({ isEnabled, isLicensed, isApplication }) => isEnabled && isLicensed && !isApplication)
    .map(({ id, name, email }) => ({ id, name, email }));
}
