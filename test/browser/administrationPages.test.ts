import type { Frame } from 'playwright-core';
import { pageNames } from '../../administration/pageNames';
import english from '../../administration/strings/1033.json';
import { violationsIn } from './accessibility';
import { openPage, type OpenedPage } from './administrationApp';
import { scriptErrors } from './availabilityOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

/** What tests take away. */
const missedServices = [
  'CRMFullSynchReview',
  'IntegrationTableMappings',
  'IntegrationSynchJobs',
  'CRMIntegrationRecords',
] as const;

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost({ direct: false });
}, 120_000);

afterEach(async () => {
  host.sandbox.businessCentral.faults.clear();
  for (const service of missedServices) {
    host.sandbox.businessCentral.publish(service);
  }
  await host.closePages();
});
afterAll(() => host.stop());

const asAda = '&user=ada&language=1033';

function documentOf({ page }: OpenedPage): Frame {
  return page.frame({ url: /\/WebResources\// }) ?? page.mainFrame();
}

describe('Synchronization', () => {
  it('lists the mappings in the order in which they depend, with what each waits for', async () => {
    const opened = await openPage(host, 'synchronization', asAda);
    const review = opened.frame.getByRole('table', { name: english.synch_review_caption });
    await review.getByRole('row', { name: /^CUSTOMER/ }).waitFor();
    const names = await review.getByRole('rowheader').allInnerTexts();
    expect(names.indexOf('CURRENCY')).toBeLessThan(names.indexOf('CUSTOMER'));
    expect(await review.getByRole('row', { name: /^CUSTOMER/ }).innerText()).toMatch(/SALESPEOPLE, CURRENCY/);
    expect(await violationsIn(documentOf(opened))).toEqual([]);
    expect(scriptErrors(opened)).toEqual([]);
    expect(opened.foreignRequests).toEqual([]);
  });

  it.each([
    ['prerequisites', [/^1\. Salespeople/m, /5\. Customers.*Not all coupled/s, /12\. Sales orders/]],
    ['errors', [/Customer \S+ .*CUSTOMER/s, /Retry/]],
    ['jobs', [/CUSTOMER.*Synchronization.*With errors.*1 failed.*0:00:02/s]],
    ['mappings', [/CUSTOMER.*Both ways.*Blocked is empty.*Relationship type is Customer/s]],
    ['salesOrders', [/Sales order integration is on: Both ways/, /Ada Admin/, /not coupled/]],
  ] as const)(
    'has a tab %s that shows what Business Central and Sales have, with nothing that axe finds',
    async (tab, words) => {
      const opened = await openPage(host, 'synchronization', asAda);
      const name = english[`synch_tab_${tab}`];
      await opened.frame.getByRole('tab', { name }).click();
      const panel = opened.frame.getByRole('tabpanel', { name });
      await panel.locator('table, h2').first().waitFor();
      const shown = await panel.innerText();
      for (const word of words) {
        expect(shown).toMatch(word);
      }
      expect(await violationsIn(documentOf(opened))).toEqual([]);
      expect(scriptErrors(opened)).toEqual([]);
    },
  );

  it('advises as Business Central does, mapping by mapping', async () => {
    const opened = await openPage(host, 'synchronization', asAda);
    const review = opened.frame.getByRole('table', { name: english.synch_review_caption });
    const line = (mapping: string) => review.getByRole('row', { name: new RegExp(`^${mapping} `) });
    await line('SALESPEOPLE').getByText(english.recommendation_full).waitFor();
    await line('CUSTOMER').getByText(english.recommendation_coupleFirst).waitFor();
    const warning = await opened.frame.getByText(/had better be coupled first/).innerText();
    const advised = await review.getByText(english.recommendation_coupleFirst, { exact: true }).count();
    // Orders and posted invoices cannot be matched, so nobody is sent to couple them.
    expect(warning).toContain(`Records of ${advised - 2} mappings`);
  });

  it('goes on while another page is looked at, to the last mapping', async () => {
    const opened = await openPage(host, 'synchronization', asAda);
    await opened.frame.getByRole('button', { name: english.synch_startAll }).click();
    await opened.frame.getByRole('button', { name: english.synch_start, exact: true }).click();
    await opened.frame.getByText(english.synch_goesOn).waitFor();
    await opened.page.close();
    await host.sandbox.businessCentral.jobs.idle();
    const back = await openPage(host, 'synchronization', asAda);
    const review = back.frame.getByRole('table', { name: english.synch_review_caption });
    for (const mapping of ['CURRENCY', 'CUSTOMER', 'CONTACT']) {
      const line = review.getByRole('row', { name: new RegExp(`^${mapping} `) });
      await line.getByText(english.reviewState_finished, { exact: true }).first().waitFor();
      // It was advised to couple these first, so that is all that Business Central has done.
      await line.getByText(english.synch_onlyCoupled).waitFor();
    }
    expect(scriptErrors(back)).toEqual([]);
  });

  it.each([
    ['CRMFullSynchReview', 'review', '5331'],
    ['IntegrationTableMappings', 'mappings', '5335'],
    ['IntegrationSynchJobs', 'jobs', '5338'],
  ] as const)('says that page %s is to be published where it is not', async (service, tab, page) => {
    host.sandbox.businessCentral.unpublish(service);
    const opened = await openPage(host, 'synchronization', asAda);
    await opened.frame.getByRole('tab', { name: english[`synch_tab_${tab}`] }).click();
    const remedy = english.synchFailureRemedy_pageNotPublished
      .replace('{page}', page)
      .replace('{service}', service);
    await opened.frame.getByText(remedy).waitFor();
  });

  it('says that the companion extension is to be installed where what it brings is missing', async () => {
    host.sandbox.businessCentral.unpublish('CRMIntegrationRecords');
    const opened = await openPage(host, 'synchronization', asAda);
    await opened.frame.getByRole('tab', { name: english.synch_tab_errors }).click();
    await opened.frame.getByText(english.synchFailureRemedy_companionMissing).waitFor();
  });
});

describe('Salespeople', () => {
  it('proposes the user with the same address, couples with a click, and says so', async () => {
    const opened = await openPage(host, 'salespeople', asAda);
    const paolo = opened.frame.getByRole('row', { name: /^PR / });
    await paolo.getByText(english.salespeople_state_proposed).waitFor();
    await paolo.getByRole('button', { name: /^Couple/ }).click();
    await paolo.getByText(english.salespeople_state_coupled, { exact: true }).waitFor();
    expect(await violationsIn(documentOf(opened))).toEqual([]);
    expect(scriptErrors(opened)).toEqual([]);
  });
});

describe('Health', () => {
  it('says what is not well, and its text for support holds no secret and no name', async () => {
    const opened = await openPage(host, 'health', asAda);
    await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await opened.frame.getByRole('button', { name: english.health_copy }).click();
    await opened.frame.getByText(english.health_copied).last().waitFor();
    const copied = await opened.page.evaluate(() => navigator.clipboard.readText());
    const { userName, webServiceAccessKey } = host.sandbox.integrationUser;
    for (const secret of [webServiceAccessKey, userName, 'Paolo', 'Sara']) {
      expect(copied).not.toContain(secret);
    }
    expect(copied).toMatch(/gateway/i);
    expect(await violationsIn(documentOf(opened))).toEqual([]);
  });

  it('says where the way is broken, and is well again when it is', async () => {
    host.sandbox.businessCentral.faults.set({ kind: 'reset' });
    const opened = await openPage(host, 'health', asAda);
    await opened.frame
      .getByText(/Connection: /)
      .first()
      .waitFor();
    const said = await opened.frame.getByRole('list', { name: english.health_checks }).innerText();
    expect(said).not.toMatch(/Connection: in order/);
    host.sandbox.businessCentral.faults.clear();
    await opened.frame.getByRole('button', { name: english.health_again }).click();
    await opened.frame.getByText(/Connection: in order/).waitFor();
  });
});

describe('every look', () => {
  const looks = [
    ['dark', { colorScheme: 'dark' }, { width: 1280, height: 900 }],
    ['high contrast', { forcedColors: 'active' }, { width: 1280, height: 900 }],
    ['320 px', { colorScheme: 'light' }, { width: 320, height: 740 }],
    ['320 px, dark', { colorScheme: 'dark' }, { width: 320, height: 740 }],
  ] as const;

  it.each(pageNames.flatMap((page) => looks.map((look) => [page, ...look] as const)))(
    '%s, %s: nothing that axe finds, and nothing beside the screen',
    async (name, _look, media, viewport) => {
      const opened = await openPage(host, name, asAda, viewport);
      await opened.page.emulateMedia(media);
      const atWork = opened.frame.locator('[aria-busy="true"], progress').first();
      await atWork.waitFor({ state: 'detached', timeout: 30_000 });
      const page = documentOf(opened);
      const { overflow, ground } = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ground: getComputedStyle(document.body).backgroundColor,
      }));
      expect(overflow).toBe(0);
      expect(ground === 'rgb(41, 41, 41)').toBe('colorScheme' in media && media.colorScheme === 'dark');
      expect(await violationsIn(page)).toEqual([]);
      expect(scriptErrors(opened)).toEqual([]);
    },
  );
});
