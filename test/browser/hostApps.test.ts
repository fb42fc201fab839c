import type { Page } from 'playwright-core';
import { textOf } from '../../sandbox/dataverse/rows/row';
import { recordId } from '../../sandbox/identity';
import { appPath, frameOf } from './administrationApp';
import { scriptErrors } from './availabilityOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost({ fresh: true });
}, 120_000);

afterEach(() => host.closePages());
afterAll(() => host.stop());

/** What scripts of web resources ask of `Xrm`. */
interface ClientApi {
  readonly WebApi: {
    retrieveMultipleRecords(table: string, options: string): Promise<{ readonly entities: unknown[] }>;
    readonly online: {
      execute(request: unknown): Promise<{ readonly ok: boolean; readonly status: number }>;
    };
  };
  readonly Navigation: { navigateTo(input: unknown): Promise<void> };
  readonly Utility: { getGlobalContext(): Readonly<Record<string, unknown>> };
}

const entriesOf = async (page: Page): Promise<string[]> =>
  page.getByRole('navigation').getByRole('link').allInnerTexts();

describe('the app switcher', () => {
  it('offers the administration app to whom one of its roles is given, and opens its first entry', async () => {
    const { page } = await host.open('/?user=ada');
    await page.getByRole('button', { name: 'Apps' }).click();
    await page.getByRole('link', { name: 'Business Central Administration' }).click();
    await page.getByRole('heading', { name: /Connections/ }).waitFor();
    expect(await entriesOf(page)).toEqual([
      'Connections',
      'Assisted setup',
      'Synchronization',
      'Salespeople',
      'Health',
    ]);
    expect(await page.title()).toMatch(/ - Business Central Administration$/);
  });

  it('does not offer it to others, and an address does not open it for them', async () => {
    const { page } = await host.open(appPath(null, '&user=paolo&language=1033'));
    await page.getByRole('alert').getByText('You do not have access to this app').waitFor();
    await page.getByRole('button', { name: 'Apps' }).click();
    expect(await page.locator('#app-list').innerText()).toBe('Sales Hub');
  });

  it('speaks the user’s language', async () => {
    const { page } = await host.open(appPath('setup', '&user=ada&language=1040'));
    await page.getByRole('navigation').getByRole('link', { name: 'Configurazione guidata' }).waitFor();
    expect(await entriesOf(page)).toHaveLength(5);
  });
});

describe('the site map of an app', () => {
  it('leaves out what the user’s privileges do not reach', async () => {
    const { users } = host.sandbox.dataverse;
    const ivo = recordId('systemuser', 'Ivo Novak');
    users.assignRole(ivo, 'Integration User');
    users.assignRole(ivo, 'Integration Administrator');
    const { page } = await host.open(appPath(null, '&user=ivo'));
    await page.getByRole('link', { name: 'Assisted setup' }).waitFor();
    users.removeRole(ivo, 'Integration Administrator');
    await page.reload();
    await page.getByRole('link', { name: 'Health' }).waitFor();
    expect(await entriesOf(page)).toEqual(['Connections', 'Health']);
    users.removeRole(ivo, 'Integration User');
  });
});

describe('a page of an app', () => {
  it('lies in a frame of the same origin, under the title of its entry, and asks nothing of other hosts', async () => {
    const opened = await host.open(appPath('health', '&user=ada'));
    await frameOf(opened.page).getByRole('heading', { level: 1 }).waitFor();
    expect(await opened.page.locator('iframe').getAttribute('title')).toBe('Health');
    expect(await opened.page.locator('iframe').getAttribute('src')).toBe(
      '/WebResources/bcs_/administration/health.html',
    );
    expect(opened.foreignRequests).toEqual([]);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('goes on to other pages, lists and forms with navigateTo, and the app stays around them', async () => {
    const { page } = await host.open(appPath('health', '&user=ada'));
    await frameOf(page).getByRole('heading', { level: 1 }).waitFor();
    const goTo = (input: unknown) =>
      page.evaluate(
        (asked) => (window as unknown as { Xrm: ClientApi }).Xrm.Navigation.navigateTo(asked),
        input,
      );
    await goTo({
      pageType: 'webresource',
      webresourceName: 'bcs_/administration/setup.html',
      data: 'step=roles',
    });
    await page.waitForURL(/setup\.html&data=step%3Droles/);
    await goTo({ pageType: 'entitylist', entityName: 'bcs_connection' });
    await page.getByRole('heading', { name: /Connections/ }).waitFor();
    await goTo({ pageType: 'entityrecord', entityName: 'bcs_connection' });
    await page.waitForURL(/pagetype=entityrecord&etn=bcs_connection/);
    expect(await entriesOf(page)).toContain('Assisted setup');
  });
});

describe('the client API', () => {
  it('tells who works where, as the real one writes it', async () => {
    const { page } = await host.open(appPath('health', '&user=ada'));
    await page.getByRole('navigation').waitFor();
    const told = await page.evaluate(async () => {
      const context = (window as unknown as { Xrm: ClientApi }).Xrm.Utility.getGlobalContext() as unknown as {
        readonly userSettings: {
          readonly userId: string;
          readonly languageId: number;
          readonly securityRoles: readonly string[];
          readonly roles: { getAll(): readonly { readonly id: string; readonly name: string }[] };
          readonly dateFormattingInfo: { readonly ShortDatePattern: string; readonly AMDesignator: string };
        };
        getClientUrl(): string;
        getCurrentAppUrl(): string;
        getCurrentAppProperties(): Promise<{ readonly uniqueName: string }>;
      };
      const { userId, languageId, securityRoles, roles, dateFormattingInfo } = context.userSettings;
      return {
        userId,
        languageId,
        securityRoles,
        roleNames: roles.getAll().map(({ name }) => name),
        dates: [dateFormattingInfo.ShortDatePattern, dateFormattingInfo.AMDesignator],
        client: context.getClientUrl(),
        app: context.getCurrentAppUrl(),
        appName: (await context.getCurrentAppProperties()).uniqueName,
      };
    });
    expect(told).toEqual({
      userId: `{${recordId('systemuser', 'Ada Admin').toUpperCase()}}`,
      languageId: 1033,
      securityRoles: ['627090ff-40a3-4053-8790-584edc5be201'],
      roleNames: ['System Administrator'],
      dates: ['M/d/yyyy', 'AM'],
      client: host.sandbox.origin,
      app: new URL(appPath(null), host.sandbox.origin).href,
      appName: 'bcs_BusinessCentralAdministration',
    });
  });

  it('gives and takes roles with Associate and Disassociate, and rejects as the platform where that is refused', async () => {
    const { users, rows } = host.sandbox.dataverse;
    const role = [...rows.all('role')].find((row) => textOf(row, 'name') === 'Integration User');
    const paolo = recordId('systemuser', 'Paolo Rossi');
    const change = async (page: Page, operationName: string) =>
      page.evaluate(
        async ([user, roleId, operation]) => {
          const target = { entityType: 'systemuser', id: user };
          const request = {
            target,
            relationship: 'systemuserroles_association',
            ...(operation === 'Associate'
              ? { relatedEntities: [{ entityType: 'role', id: roleId }] }
              : { relatedEntityId: roleId }),
            getMetadata: () => ({
              boundParameter: null,
              parameterTypes: {},
              operationType: 2,
              operationName: operation,
            }),
          };
          try {
            const { ok, status } = await (window as unknown as { Xrm: ClientApi }).Xrm.WebApi.online.execute(
              request,
            );
            return `${String(ok)} ${status}`;
          } catch (failure) {
            return String((failure as { errorCode: number }).errorCode);
          }
        },
        [paolo, textOf(role ?? {}, 'roleid') ?? '', operationName] as const,
      );
    const rolesOfPaolo = () => users.list().find(({ id }) => id === paolo)?.roles;
    const { page } = await host.open(appPath('health', '&user=ada'));
    await page.getByRole('navigation').waitFor();
    expect(await change(page, 'Associate')).toBe('true 204');
    expect(rolesOfPaolo()).toEqual(['Salesperson', 'Integration User']);
    expect(await change(page, 'Disassociate')).toBe('true 204');
    expect(rolesOfPaolo()).toEqual(['Salesperson']);
    const other = await host.open('/?user=nils&language=1033');
    await other.page.getByRole('navigation').waitFor();
    // 0x80040220, PrivilegeDenied, unsigned as clients get it.
    expect(await change(other.page, 'Associate')).toBe('2147746336');
    expect(rolesOfPaolo()).toEqual(['Salesperson']);
  });
});
