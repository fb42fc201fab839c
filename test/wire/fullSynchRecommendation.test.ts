import {
  fullSynchReview,
  startAllFullSynch,
  startFullSynch,
} from '../../businessCentral/administration/fullSynchReview';
import type { Company } from '../../businessCentral/company';
import { integrationApplicationId } from '../../sandbox/dataverse/cronus/users';
import { startAdministrationWorld, type AdministrationWorld } from './administrationWorld';
import { startCronus, type Cronus } from './cronus';

const branch = 'Branch 01';

let world: AdministrationWorld;
let cronus: Cronus;

beforeAll(async () => {
  world = await startAdministrationWorld();
  const authorization = `Bearer ${world.dataverse.tokenFor(integrationApplicationId)}`;
  cronus = await startCronus({
    dataverse: { url: world.origin, headers: { authorization } },
    emptyCompanies: [branch],
  });
});
afterAll(() => Promise.all([world.close(), cronus.server.close()]));

async function advice(company: Company): Promise<Readonly<Record<string, string>>> {
  const lines = await fullSynchReview(company);
  return Object.fromEntries(lines.map(({ mapping, recommendation }) => [mapping, recommendation]));
}

function emptyInSales(table: string): void {
  for (const row of [...world.dataverse.rows.all(table)]) {
    world.dataverse.rows.delete(table, row[`${table}id`] as string);
  }
}

it('couples first where both sides have rows, and brings salespeople over whatever they have', async () => {
  expect(await advice(cronus.company())).toMatchObject({
    SALESPEOPLE: 'full',
    CURRENCY: 'coupleFirst',
    CUSTOMER: 'coupleFirst',
    'ITEM-PRODUCT': 'coupleFirst',
    'SALESORDER-ORDER': 'coupleFirst',
  });
});

it('brings everything over where one side has rows', async () => {
  expect(await advice(cronus.company({ company: branch }))).toMatchObject({
    CUSTOMER: 'full',
    'ITEM-PRODUCT': 'full',
  });
});

it('has nothing to bring over where neither side has rows', async () => {
  emptyInSales('opportunity');
  expect(await advice(cronus.company({ company: branch }))).toMatchObject({ OPPORTUNITY: 'nothing' });
  expect(await advice(cronus.company())).toMatchObject({ OPPORTUNITY: 'full' });
});

it('keeps the advice of the time before a mapping was started', async () => {
  await startFullSynch(cronus.company(), 'CUSTPRCGRP-PRICE');
  await cronus.server.jobs.idle();
  emptyInSales('pricelevel');
  expect(await advice(cronus.company())).toMatchObject({ 'CUSTPRCGRP-PRICE': 'coupleFirst' });
  expect(await advice(cronus.company({ company: branch }))).toMatchObject({ 'CUSTPRCGRP-PRICE': 'nothing' });
});

it('starts all with one request, in which the mappings that are not coupled first are named', async () => {
  const authorization = `Bearer ${world.dataverse.tokenFor(integrationApplicationId)}`;
  const fresh = await startCronus({ dataverse: { url: world.origin, headers: { authorization } } });
  expect(await startAllFullSynch(fresh.company(), ['CUSTOMER', 'VENDOR'])).toMatchObject({ kind: 'done' });
  const asked = fresh.server.requests.all().filter(({ method }) => method === 'POST');
  expect(asked.map(({ url }) => url.split('?')[0])).toEqual(['/BC/ODataV4/CRMCoupling_StartAllFullSynch']);
  await fresh.server.jobs.idle();
  const lines = await fullSynchReview(fresh.company());
  // Before what is looked at, so that a failure leaves nothing open.
  await fresh.server.close();
  const kinds = Object.fromEntries(lines.map(({ mapping, job }) => [mapping, job?.kind]));
  expect(kinds).toMatchObject({
    CUSTOMER: 'synchronization',
    VENDOR: 'synchronization',
    CONTACT: 'coupling',
  });
  await fresh.server.close();
});

it('cannot be told while Dataverse refuses Business Central', async () => {
  cronus.server.connectDataverse({ url: world.origin, headers: { authorization: 'Bearer nobody' } });
  await expect(fullSynchReview(cronus.company({ company: branch }))).rejects.toMatchObject({
    code: 'businessCentralFailed',
  });
});
