import type { CouplableTable } from '../../businessCentral/coupling/pairs';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import {
  businessCentralRows,
  changeSalesRow,
  couplingsOf,
  differences,
  ended,
  openCoupling,
  refresh,
  salesRow,
  synchronize,
} from './couplingOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
afterEach(() => host.closePages());
afterAll(() => host.stop());

describe('Create in Business Central makes', () => {
  it.each<[string, CouplableTable, string, RegExp, string, string]>([
    ['an item', 'product', 'BOOTH-10', /item BOOTH-10 Phone booth for two/, 'ItemCard', "No eq 'BOOTH-10'"],
    [
      'a resource',
      'product',
      'PLANNER',
      /resource PLANNER Office planner/,
      'ResourceList',
      "No eq 'PLANNER'",
    ],
    [
      'a salesperson',
      'systemuser',
      'Nils Berg',
      /salesperson NB Nils Berg/,
      'SalespersonsPurchasers',
      "Code eq 'NB'",
    ],
    [
      'a sales order',
      'salesorder',
      'ORD-05003',
      /sales order S-ORD101001 Alpine Furnishings/,
      'SalesOrders',
      "No eq 'S-ORD101001'",
    ],
  ])('%s of %s %s, coupled and in agreement', async (_, table, key, says, service, filter) => {
    const opened = await openCoupling(host, table, key);
    const { control } = opened;
    expect(await businessCentralRows(host, service, filter)).toEqual([]);
    await control.getByRole('button', { name: 'Create in Business Central' }).click();
    await ended(control, 'Created in Business Central and coupled');
    expect(await wordsOf(control)).toMatch(says);
    expect(await businessCentralRows(host, service, filter)).toHaveLength(1);
    expect(await couplingsOf(host, table, key)).toHaveLength(1);
    expect(scriptErrors(opened)).toEqual([]);
  });
});

it('an opportunity that was made of one of Sales takes Business Central’s data', async () => {
  const key = 'Reading room for the library';
  const { control } = await openCoupling(host, 'opportunity', key);
  await control.getByRole('button', { name: 'Create in Business Central' }).click();
  await ended(control, 'Created in Business Central and coupled');
  changeSalesRow(host, 'opportunity', key, { name: 'Something else' });
  await refresh(control);
  expect(await differences(control)).toContain('Name');
  await synchronize(control, 'toSales');
  expect(await differences(control)).toEqual([]);
  expect(salesRow(host, 'opportunity', key)['name']).toBe(key);
});
