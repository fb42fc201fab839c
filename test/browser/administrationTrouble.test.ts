import { recordId } from '../../sandbox/identity';
import { companyName } from '../../sandbox/dataverse/cronus/seedCronus';
import { scriptErrors } from './availabilityOnForms';
import { violationsIn } from './accessibility';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { stepNames } from '../../administration/setup/stepNames';
import { startWalk, type SetupWalk } from './setupWalk';

let host: HostUnderTest;
let restore: () => void;
const ivo = recordId('systemuser', 'Ivo Novak');
const ada = recordId('systemuser', 'Ada Admin');

beforeAll(async () => {
  host = await startHost({ fresh: true });
  restore = host.sandbox.dataverse.rows.checkpoint();
}, 120_000);

afterEach(async () => {
  await host.closePages();
  const { users } = host.sandbox.dataverse;
  for (const role of ['System Administrator', 'Integration Administrator']) {
    users.removeRole(ivo, role);
  }
  host.sandbox.expireKey(null);
  host.sandbox.businessCentral.faults.clear();
  host.sandbox.businessCentral.publish('SalesLines');
  restore();
});
afterAll(() => host.stop());

/** Goes to the second step of a direct connection, where its entries are. */
async function toEntries(more = '&user=ada'): Promise<SetupWalk> {
  const walk = await startWalk(host, 1033, more);
  await walk.choose('way_direct');
  await walk.choose('way_accept');
  await walk.goOnTo('businessCentral', 'saveAndNext');
  return walk;
}

/** Enters a connection that works. */
async function enterAll(walk: SetupWalk): Promise<void> {
  const { userName, webServiceAccessKey } = host.sandbox.integrationUser;
  await walk.enter('column_odataUrl', host.sandbox.businessCentral.odataUrl);
  await walk.enter('column_userName', userName);
  await walk.enter('key', webServiceAccessKey);
  await walk.enter('column_company', companyName);
}

async function toServices(more?: string): Promise<SetupWalk> {
  const walk = await toEntries(more);
  await enterAll(walk);
  await walk.goOnTo('services', 'saveAndNext');
  await walk.frame.getByRole('table').first().waitFor();
  return walk;
}

const shown = async (walk: SetupWalk): Promise<string> =>
  (await walk.frame.locator('body').innerText()).replace(/\s+/g, ' ');

describe('what is typed wrong', () => {
  it('an address is read as it was meant, or it is said what it is', async () => {
    const walk = await toEntries();
    const { odataUrl } = host.sandbox.businessCentral;
    const port = new URL(odataUrl).port;
    const online = 'https://api.businesscentral.dynamics.com/v2.0/0d3a4f2e-5f0b-4b8e-9d57-0f1f6f3c2b11';
    const use = (address: string) => walk.words('useAddress', { address });
    const kept = (address: string) => walk.words('addressKept', { address });
    for (const [typed, said] of [
      [`${odataUrl}/`, [kept(odataUrl)]],
      [
        `localhost:${port}/ODataV4`,
        [walk.words('address_missingScheme'), use(`https://localhost:${port}/ODataV4`)],
      ],
      [`${online}/production/api/v2.0`, [kept(`${online}/production/ODataV4`), walk.words('odata_online')]],
      ['https://server:7047/BC/WS/', [walk.words('address_soap'), use('https://server:7048/BC/ODataV4')]],
      [
        'http://server:7048/BC/ODataV4',
        [walk.words('address_insecure'), use('https://server:7048/BC/ODataV4')],
      ],
      ['what is this', [walk.words('address_notAnAddress')]],
    ] as const) {
      await walk.enter('column_odataUrl', typed);
      const page = await shown(walk);
      expect(said.filter((words) => !page.includes(words))).toEqual([]);
    }
  });

  it('a wrong key, a company spelled wrong: the part that fails is named, and what was probably meant is offered', async () => {
    const walk = await toEntries();
    await enterAll(walk);
    await walk.enter('key', 'not the key');
    await walk.press('testConnection');
    await walk.frame.getByText(walk.words('checkFailed_wrongCredentials')).first().waitFor();
    expect(await shown(walk)).not.toContain('not the key');
    await walk.enter('key', host.sandbox.integrationUser.webServiceAccessKey);
    await walk.enter('column_company', companyName.toLowerCase());
    await walk.press('testConnection');
    await walk.frame.getByText(walk.words('checkFailed_companyNotFound')).first().waitFor();
    await walk.pressNamed(walk.words('company_use', { company: companyName }));
    await walk.goOnTo('services', 'saveAndNext');
    expect(scriptErrors(walk)).toEqual([]);
  });
});

describe('what changes under an administrator', () => {
  it('a key that expires between two steps is said to have expired', async () => {
    const walk = await toServices();
    host.sandbox.expireKey(new Date(0));
    await walk.open('businessCentral');
    await walk.press('testConnection');
    await walk.frame.getByText(walk.words('checkFailed_keyExpired')).first().waitFor();
  });

  it('another one takes up what one has left, at the step that is open', async () => {
    const walk = await toServices();
    await walk.page.close();
    host.sandbox.dataverse.users.assignRole(ivo, 'System Administrator');
    const other = await startWalk(host, 1033, '&user=ivo');
    await other.stateOf('businessCentral').getByText(other.words('stepState_done')).waitFor();
    expect(host.sandbox.dataverse.users.list().find(({ id }) => id === ada)?.roles).toEqual([
      'System Administrator',
    ]);
  });

  it('two at once: who saves later is shown what the other one saved, and chooses', async () => {
    const first = await toServices();
    await first.open('businessCentral');
    const second = await startWalk(host, 1033, '&user=ada');
    await second.open('businessCentral');
    await second.enter('column_webClientUrl', host.sandbox.businessCentral.webClientUrl);
    await second.goOnTo('services', 'saveAndNext');
    await first.enter(
      'column_webClientUrl',
      'https://businesscentral.dynamics.com/contoso.onmicrosoft.com/Production',
    );
    await first.press('saveAndNext');
    await first.frame.getByText(first.words('changed')).first().waitFor();
    await first.press('changed_takeTheirs');
    await first.goOnTo('services', 'saveAndNext');
  });
});

describe('what is missing', () => {
  it('a service, with what to publish for it and what works without', async () => {
    host.sandbox.businessCentral.unpublish('SalesLines');
    const walk = await toServices();
    expect(await walk.frame.getByRole('row', { name: /SalesLines/ }).innerText()).toMatch(/516/);
  });

  it('the privilege to give roles: it is said, and nothing else breaks', async () => {
    host.sandbox.dataverse.users.assignRole(ivo, 'Integration Administrator');
    const walk = await startWalk(host, 1033, '&user=ivo');
    await walk.open('roles');
    await walk.enter('roles_search', 'Paolo');
    await walk.pressNamed('Change: Paolo Rossi');
    await walk.pressNamed(`${walk.words('roles_assign')}: ${walk.words('grant_integrationUser')}`);
    await walk.frame
      .getByText(/not (allowed|permitted)|permission|privilege/i)
      .first()
      .waitFor();
    expect(host.sandbox.dataverse.users.list().find(({ name }) => name === 'Paolo Rossi')?.roles).toEqual([
      'Salesperson',
    ]);
    expect(scriptErrors(walk)).toEqual([]);
  });
});

describe('the setup as it is used', () => {
  it('has nothing that axe finds, on a desk and on a phone, where nothing needs to be scrolled sideways', async () => {
    const walk = await toServices();
    for (const step of stepNames) {
      await walk.open(step);
      const frame = walk.page.frame({ url: /\/WebResources\// });
      expect(frame === null ? ['no frame'] : await violationsIn(frame)).toEqual([]);
    }
    await walk.page.setViewportSize({ width: 360, height: 740 });
    const frame = walk.page.frame({ url: /\/WebResources\// });
    const overflow = await frame?.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it('can be gone through with the keyboard: a step that is opened takes the focus', async () => {
    const walk = await startWalk(host, 1033, '&user=ada');
    await walk.stateOf('roles').focus();
    await walk.page.keyboard.press('Enter');
    const title = walk.frame.getByRole('heading', { name: walk.words('setup_roles'), level: 2 });
    await title.waitFor();
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
    await walk.page.keyboard.press('Tab');
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(false);
  });
});
