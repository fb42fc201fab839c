import { findMatches } from '../../businessCentral/administration/matchBasedCoupling';
import { coupledCounts } from '../../businessCentral/administration/prerequisites';
import { orderReadiness } from '../../businessCentral/administration/salesOrders';
import type { CoupledCount } from '../../businessCentral/administration/types';
import type { Company } from '../../businessCentral/company';
import type { RecordKind } from '../../businessCentral/coupling/pairs';
import { couplableRows } from '../../sales/administration/couplableRows';
import type { WritingWebApi } from '../../sales/administration/types';
import { recordId } from '../../sandbox/identity';
import { integrationApplicationId } from '../../sandbox/dataverse/cronus/users';
import { rawRows } from './accounts';
import { startAdministrationWorld, type AdministrationWorld } from './administrationWorld';
import { startCronus, webServiceAccessKey, type Cronus } from './cronus';

let world: AdministrationWorld;
let cronus: Cronus;
let company: Company;
let admin: WritingWebApi;

beforeAll(async () => {
  world = await startAdministrationWorld();
  const authorization = `Bearer ${world.dataverse.tokenFor(integrationApplicationId)}`;
  cronus = await startCronus({ dataverse: { url: world.origin, headers: { authorization } } });
  company = cronus.company();
  admin = world.webApiOf('Ada Admin');
});
afterAll(() => Promise.all([world.close(), cronus.server.close()]));

async function idsOf(kind: RecordKind): Promise<readonly string[]> {
  return (await couplableRows(admin, kind)).map(({ id }) => id);
}

async function countOf(kind: RecordKind): Promise<CoupledCount> {
  const counts = await coupledCounts(company, new Map([[kind, await idsOf(kind)]]));
  return counts.find((count) => count.kind === kind)!;
}

/** Ids of rows that table 5331 couples to a record that is there. */
async function coupledIds(tables: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await rawRows(cronus, 'CRMIntegrationRecords');
  return new Set(
    rows
      .filter((row) => tables.includes(Number(row['Table_ID'])) && row['Record_No'] !== '')
      .map((row) => String(row['CRM_ID'])),
  );
}

it.each([
  ['customer', [18]],
  ['vendor', [23]],
  ['item', [27]],
  ['salesOrder', [36]],
  ['unitGroup', [204, 5400]],
] as const)(
  'rows of Sales of the kind %s without a coupling are counted by their ids',
  async (kind, tables) => {
    const [rows, coupled] = await Promise.all([idsOf(kind), coupledIds(tables)]);
    const { rowsNotCoupled } = await countOf(kind);
    expect(rowsNotCoupled).toBe(rows.filter((id) => !coupled.has(id)).length);
  },
);

it('the gaps of sales orders and match-based coupling count the same rows', async () => {
  const customers = await idsOf('customer');
  const none = { products: [], units: [], currencies: [], owners: [] };
  const { gaps } = await orderReadiness(company, { ...none, customers });
  const { rowsNotCoupled, recordsNotCoupled } = await countOf('customer');
  expect(gaps).toEqual([{ gap: 'customersNotCoupled', count: rowsNotCoupled }]);
  const twins = (await couplableRows(admin, 'customer')).map((row) => ({ ...row, number: 'NOBODY' }));
  const { recordsWithoutRow } = await findMatches(company, 'customer', twins, ['number']);
  expect(recordsWithoutRow).toBe(recordsNotCoupled);
});

it('a coupling to a row that was deleted in Sales takes none of the others away', async () => {
  const before = await countOf('customer');
  const coupled = await coupledIds([18]);
  const gone = (await idsOf('customer')).find((id) => coupled.has(id))!;
  world.dataverse.rows.delete('account', gone);
  expect((await countOf('customer')).rowsNotCoupled).toBe(before.rowsNotCoupled);
});

it('a coupling to a record that was deleted in Business Central couples its row no more', async () => {
  const before = await countOf('item');
  expect(await coupledIds([27])).toContain(recordId('product', '1928-S'));
  const authorization = `Basic ${Buffer.from(`BCSALES:${webServiceAccessKey}`).toString('base64')}`;
  const item = `${cronus.server.odataUrl}/Company('CRONUS%20International%20Ltd.')/ItemCard('1928-S')`;
  expect((await fetch(item, { method: 'DELETE', headers: { authorization } })).status).toBe(204);
  const after = await countOf('item');
  expect(after.rowsNotCoupled).toBe((before.rowsNotCoupled ?? 0) + 1);
  expect(after.coupled).toBe((before.coupled ?? 0) - 1);
});
