import { wordsOf } from './availabilityOnForms';
import {
  businessCentralRows,
  callCompanion,
  couplingsOf,
  loseAnswerOf,
  openCoupling,
  recouple,
  showCouplingTab,
  uncoupleElsewhere,
  coupleElsewhere,
} from './couplingOnForms';
import { recordId } from '../../sandbox/identity';
import { startHost, type HostUnderTest } from './hostUnderTest';

/** A Business Central with many customers, whose jobs run one after the other, and end when a test lets them. */
let host: HostUnderTest;

jest.setTimeout(120_000);

beforeAll(async () => {
  host = await startHost({ bulkCustomers: 100_000, jobMilliseconds: 300 });
}, 120_000);
afterEach(() => host.closePages());
afterAll(() => host.stop());

it('100,000 customers: the first answer comes within two round trips, and says that there are more', async () => {
  const { control } = await openCoupling(host, 'account', '76000');
  await control.getByRole('button', { name: 'Couple…' }).click();
  await control.getByRole('option').first().waitFor();
  host.sandbox.businessCentral.requests.clear();
  const box = control.getByRole('searchbox');
  await box.fill('a');
  await box.press('Enter');
  await control
    .getByText(/There are more/)
    .first()
    .waitFor();
  const asked = host.sandbox.businessCentral.requests.all().filter(({ method }) => method !== 'OPTIONS');
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(await control.getByRole('option').count()).toBeLessThan(100);
});

it('a form that is left in the middle of a job loses nothing', async () => {
  const letEnd = host.sandbox.businessCentral.jobs.hold();
  const { page, control } = await openCoupling(host, 'account', '10000');
  await control.getByRole('button', { name: 'Synchronize', exact: true }).click();
  await control.getByRole('button', { name: 'Send Sales’ data to Business Central' }).click();
  await control
    .getByText(/You may leave this form/)
    .first()
    .waitFor();
  // What waits in the queue is not to be seen from outside; what has begun is.
  await control.getByText('Waiting for its turn').first().waitFor({ state: 'detached' });
  await page.reload();
  await showCouplingTab(page);
  await control.getByText('A synchronization is under way').first().waitFor();
  letEnd();
  await host.sandbox.businessCentral.jobs.idle();
  await control.getByText('A synchronization is under way').first().waitFor({ state: 'detached' });
  const [coupling] = await couplingsOf(host, 'account', '10000');
  expect(coupling?.['Last_Synch_Result']).toBe('Success');
  const jobs = await businessCentralRows(
    host,
    'IntegrationSynchJobs',
    "Integration_Table_Mapping_Name eq 'CUSTOMER'",
  );
  // Two jobs of the demo data went well; the one that was asked for ran once.
  expect(jobs.filter(({ Failed }) => Failed === 0)).toHaveLength(3);
});

it('a form that is left between the two steps of coupling to another record loses nothing', async () => {
  await coupleElsewhere(host, '76000', '76000');
  const letEnd = host.sandbox.businessCentral.jobs.hold();
  const { page, control } = await openCoupling(host, 'account', '76000');
  await recouple(control, '76070');
  await control
    .getByText(/keep this tab of the browser open/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Products', exact: true }).first().click();
  await page.waitForURL(/etn=product/);
  await control.waitFor({ state: 'detached' });
  expect((await couplingsOf(host, 'account', '76000'))[0]?.['Record_No']).toBe('76000');
  // The second step follows the end of the first step's job.
  letEnd();
  await host.sandbox.businessCentral.jobs.idle();
  const deadline = Date.now() + 30_000;
  let coupled: unknown;
  do {
    coupled = (await couplingsOf(host, 'account', '76000'))[0]?.['Record_No'];
  } while (coupled !== '76070' && Date.now() < deadline);
  expect(coupled).toBe('76070');
  await uncoupleElsewhere(host, '76000');
});

it('a record that is being made although the answer was lost stays open until it comes', async () => {
  const key = '76001';
  // Another job is before it, so that nothing of it is to be seen until that has ended.
  const letEnd = host.sandbox.businessCentral.jobs.hold();
  await callCompanion(host, 'Synchronize', {
    tableId: 156,
    crmId: recordId('product', 'LIFT'),
    direction: 1,
  });
  const { page, control } = await openCoupling(host, 'account', key);
  await loseAnswerOf(page, 'CRMCoupling_CreateFromSales');
  await control.getByRole('button', { name: 'Create in Business Central' }).click();
  await control.getByText('It is not known yet whether it was done.').first().waitFor();
  expect(await wordsOf(control)).not.toContain('Nothing has been changed');
  expect(await control.getByRole('button', { name: /Couple|Create/ }).count()).toBe(0);
  letEnd();
  await control
    .getByText('Created in Business Central and coupled', { exact: true })
    .last()
    .waitFor({ timeout: 60_000 });
  expect(await couplingsOf(host, 'account', key)).toHaveLength(1);
});
