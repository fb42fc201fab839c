import { companyName } from '../../sandbox/dataverse/cronus/seedCronus';
import { scriptErrors } from './availabilityOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { startWalk, type SetupWalk } from './setupWalk';

const moreCompanies = Array.from(
  { length: 48 },
  (_, index) => `Branch ${String(index + 1).padStart(2, '0')}`,
);

let host: HostUnderTest;
let walk: SetupWalk;

beforeAll(async () => {
  host = await startHost({
    fresh: true,
    emptyCompanies: moreCompanies,
    bulkUsers: 2000,
    bulkProducts: 20_000,
  });
  walk = await startWalk(host, 1033, '&user=ada');
}, 120_000);

afterAll(() => host.stop());

describe('an environment of 50 companies, 2,000 users and 20,000 products', () => {
  it('offers all companies, and takes the one that is picked', async () => {
    const { userName, webServiceAccessKey } = host.sandbox.integrationUser;
    await walk.choose('way_direct');
    await walk.choose('way_accept');
    await walk.goOnTo('businessCentral', 'saveAndNext');
    await walk.enter('column_odataUrl', host.sandbox.businessCentral.odataUrl);
    await walk.enter('column_userName', userName);
    await walk.enter('key', webServiceAccessKey);
    await walk.press('company_list');
    await walk.frame.getByText(walk.words('company_found_other', { count: '50' })).waitFor();
    expect(await walk.frame.locator('datalist option').count()).toBe(50);
    await walk.enter('column_company', companyName);
    await walk.goOnTo('services', 'saveAndNext');
  });

  it('tells of the dry run how far it is, lets it be cancelled, and run to its end', async () => {
    // Long enough to be cancelled, however fast this computer is.
    host.sandbox.businessCentral.setLatency(3_000);
    await walk.open('matching');
    const progress = walk.frame.getByRole('progressbar');
    await progress.waitFor();
    await walk.press('cancel');
    await walk.frame.getByText(walk.words('matching_ended')).waitFor();
    host.sandbox.businessCentral.setLatency(0);
    await walk.choose('matchBy_number');
    await walk.press('matching_run');
    await walk.frame.getByText(/1[89],\d{3} of 2[12],\d{3} match/).waitFor({ timeout: 60_000 });
    const table = walk.frame.getByRole('table', { name: /Products/ });
    expect(await table.getByRole('row').count()).toBeLessThan(200);
  }, 90_000);

  it('finds one user among the 2,000, with a page of them in the document', async () => {
    await walk.open('roles');
    const rows = walk.frame.getByRole('table').getByRole('row');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(200);
    await walk.enter('roles_search', 'seller 1999');
    await walk.pressNamed(`${walk.words('roles_change')}: Seller 1999`);
    await walk.pressNamed(`${walk.words('roles_assign')}: ${walk.words('grant_productAvailabilityUser')}`);
    await walk.frame
      .getByText(
        walk.words('roles_assigned', {
          grant: walk.words('grant_productAvailabilityUser'),
          user: 'Seller 1999',
        }),
      )
      .last()
      .waitFor();
    expect(scriptErrors(walk)).toEqual([]);
  });
});
