import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordId } from '../../sandbox/identity';
import { companyName } from '../../sandbox/dataverse/cronus/seedCronus';
import { answered, scriptErrors, wordsOf } from './availabilityOnForms';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';
import { startWalk, type SetupWalk, type WalkLanguage } from './setupWalk';

let host: HostUnderTest;

afterEach(async () => {
  await host.closePages();
  await host.stop();
});

/** Gives somebody a role or the profile on the step Roles. */
async function give(
  walk: SetupWalk,
  user: string,
  grant: 'grant_integrationAdministrator' | 'grant_integrationUser' | 'grant_credentials',
): Promise<void> {
  await walk.enter('roles_search', user);
  await walk.pressNamed(`${walk.words('roles_change')}: ${user}`);
  await walk.pressNamed(`${walk.words('roles_assign')}: ${walk.words(grant)}`);
  await walk.frame
    .getByText(walk.words('roles_assigned', { grant: walk.words(grant), user }))
    .last()
    .waitFor();
}

/** From the step Services to the end, as it is in either way. */
async function walkToTheEnd(walk: SetupWalk): Promise<void> {
  await walk.frame.getByRole('table').first().waitFor();
  await walk.goOnTo('matching');
  await walk.goOnTo('roles');
  await give(walk, 'Paolo Rossi', 'grant_integrationUser');
}

/** Couples the salesperson that Business Central and Sales both know, on the step Salespeople. */
async function coupleSalesperson(walk: SetupWalk): Promise<void> {
  await walk.goOnTo('salespeople');
  await walk.pressNamed(`${walk.words('salespeople_couple')}: PR Paolo Rossi`);
  const paolo = walk.frame.getByRole('row', { name: /^PR / });
  await paolo.getByText(walk.words('salespeople_state_coupled'), { exact: true }).waitFor();
}

/** Starts all mappings on the step Synchronize, and waits until all have ended. */
async function synchronize(walk: SetupWalk): Promise<void> {
  await walk.goOnTo('synchronize');
  await walk.press('synch_startAll');
  await walk.press('synch_start', walk.frame.getByRole('alertdialog'));
  const [ended = ''] = walk.words('synch_runEnded_other').split(':');
  await walk.frame
    .getByText(new RegExp(`^${ended}: `))
    .first()
    .waitFor();
}

async function stockIsSeenBy(userName: string): Promise<void> {
  const path = recordPath('quote', recordId('quote', 'QUO-01002'), `&user=${encodeURIComponent(userName)}`);
  const { page } = await host.open(path);
  expect(await wordsOf(await answered(page))).toMatch(/ATHENS Desk/);
}

const languages: readonly (readonly [string, WalkLanguage])[] = [
  ['English', 1033],
  ['Italian', 1040],
];

/** What docs/install.md says that the way through the gateway takes. */
function documentedWalk(): { readonly clicks: number; readonly entries: number } {
  const guide = readFileSync(join(__dirname, '../../docs/install.md'), 'utf8');
  const [, clicks, entries] = /(\d+) clicks and (\d+) entries/.exec(guide) ?? [];
  return { clicks: Number(clicks), entries: Number(entries) };
}

describe('from a fresh import to stock on a line', () => {
  it.each(languages)(
    'through the gateway, in %s',
    async (_, language) => {
      host = await startHost({ fresh: true, direct: false });
      const walk = await startWalk(host, language, '&user=ada');
      expect([...host.sandbox.dataverse.rows.all('bcs_connection')]).toEqual([]);
      await walk.enter('column_gatewayUrl', host.sandbox.gatewayOrigin ?? '');
      // The gateway lets in whoever has a role of the solution, which nobody has yet; the page says where to get it.
      await walk.press('saveAndNext');
      await walk.frame.getByText(walk.words('checkFailed_noRole')).first().waitFor();
      await walk.open('roles');
      await give(walk, 'Ada Admin', 'grant_integrationAdministrator');
      await walk.open('way');
      await walk.goOnTo('businessCentral', 'saveAndNext');
      await walk.press('company_list');
      await walk.frame.getByText(walk.words('company_found_one', { count: '1' })).waitFor();
      await walk.enter('column_company', companyName);
      await walk.enter('column_webClientUrl', host.sandbox.businessCentral.webClientUrl);
      await walk.goOnTo('services', 'saveAndNext');
      await walkToTheEnd(walk);
      await coupleSalesperson(walk);
      await synchronize(walk);
      expect(scriptErrors(walk)).toEqual([]);
      expect(walk.foreignRequests).toEqual([]);
      expect(walk.counted()).toEqual(documentedWalk());
      await stockIsSeenBy('Paolo Rossi');
    },
    90_000,
  );

  it('directly, with a key that is then nowhere to be seen', async () => {
    host = await startHost({ fresh: true });
    const { userName, webServiceAccessKey } = host.sandbox.integrationUser;
    const walk = await startWalk(host, 1033, '&user=ada');
    await walk.choose('way_direct');
    await walk.choose('way_accept');
    await walk.goOnTo('businessCentral', 'saveAndNext');
    await walk.enter('column_odataUrl', `${host.sandbox.businessCentral.odataUrl}/`);
    await walk.enter('column_userName', userName);
    await walk.enter('key', webServiceAccessKey);
    await walk.enter('column_company', companyName);
    await walk.goOnTo('services', 'saveAndNext');
    await walkToTheEnd(walk);
    await give(walk, 'Paolo Rossi', 'grant_credentials');
    const shown = await Promise.all(
      walk.page
        .frames()
        .map((frame) => frame.evaluate(() => document.documentElement.outerHTML + location.href)),
    );
    expect([...shown, ...walk.errors].join('\n')).not.toContain(webServiceAccessKey);
    expect(scriptErrors(walk)).toEqual([]);
    await stockIsSeenBy('Paolo Rossi');
  }, 90_000);
});
