import type { Page } from 'playwright-core';
import type { LoggedRequest } from '../../sandbox/businessCentral/http/requestLog';
import type { Row } from '../../sandbox/dataverse/rows/row';
import { recordId } from '../../sandbox/identity';
import { scriptErrors } from './availabilityOnForms';
import { addressOpenedBy, couplingAnswered } from './couplingOnForms';
import { recordPath, startHost, type HostUnderTest, type WatchedPage } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
afterEach(async () => {
  host.sandbox.businessCentral.faults.clear();
  host.sandbox.businessCentral.setLatency(0);
  await host.closePages();
});
afterAll(() => host.stop());

function commandOn(page: Page) {
  return page.getByRole('toolbar').getByRole('button', { name: 'Business Central' });
}

function noticeOn(page: Page) {
  return page.locator('[data-notification="bcs_openInBusinessCentral"]');
}

async function open(table: string, key: string, more = '&user=sara'): Promise<WatchedPage> {
  const watched = await host.open(recordPath(table, recordId(table, key), more));
  await commandOn(watched.page).waitFor();
  return watched;
}

/** Requests for the couplings of one row alone, which is what the command asks. */
function couplingRequests(): LoggedRequest[] {
  return host.sandbox.businessCentral.requests
    .all()
    .filter(({ url, parts }) =>
      [url, ...parts.map((part) => part.url)].some((address) => address.includes('CRMIntegrationRecords')),
    );
}

describe('the command Business Central', () => {
  it.each([
    ['account', '10000', 21, "'No.' IS '10000'"],
    ['account', 'vendor 40000', 26, "'No.' IS '40000'"],
    ['account', '67000', 21, "'No.' IS '67000'"],
    ['contact', '10000/Robert Townes', 5050, "'No.' IS 'CT000002'"],
    ['product', '1896-S', 30, "'No.' IS '1896-S'"],
    ['product', 'LIFT', 76, "'No.' IS 'LIFT'"],
    ['opportunity', 'OP100022', 5124, "'No.' IS 'OP100022'"],
    ['salesorder', 'ORD-05002', 42, "'No.' IS '101021'"],
    ['quote', 'QUO-03001', 21, "'No.' IS '61000'"],
  ])(
    'on %s %s opens its record, of a quote that of its customer: page %i',
    async (table, key, number, filter) => {
      const watched = await open(table, key);
      const url = await addressOpenedBy(watched.page, () => commandOn(watched.page).click());
      expect(url.searchParams.get('company')).toBe('CRONUS International Ltd.');
      expect(url.searchParams.get('page')).toBe(String(number));
      expect(url.searchParams.get('filter')).toBe(filter);
      expect(await noticeOn(watched.page).count()).toBe(0);
      expect(scriptErrors(watched)).toEqual([]);
      expect(watched.foreignRequests).toEqual([]);
    },
  );

  it('asks Business Central once, also when it is clicked twice', async () => {
    const { page } = await open('product', '1900-S');
    await couplingAnswered(page);
    host.sandbox.businessCentral.requests.clear();
    host.sandbox.businessCentral.setLatency(300);
    const pages = page.context().pages().length;
    await addressOpenedBy(page, () => commandOn(page).dblclick());
    expect(couplingRequests().filter(({ method }) => method !== 'OPTIONS')).toHaveLength(1);
    expect(page.context().pages()).toHaveLength(pages);
  });

  it('is not there on a record that is not saved yet', async () => {
    const { page } = await host.open('/main.aspx?pagetype=entityrecord&etn=account&user=sara');
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    await page.getByRole('tab').first().waitFor();
    expect(await commandOn(page).count()).toBe(0);
  });

  it.each([
    [1033, 'Fincher Architects is not coupled to Business Central yet. You can couple it here.'],
    [1035, 'Fincher Architects: ei vielä yhdistetty Business Centraliin. Voit yhdistää sen tässä.'],
    [1040, 'Fincher Architects: non ancora associato a Business Central. È possibile associarlo qui.'],
    [1053, 'Fincher Architects är inte kopplad till Business Central än. Du kan koppla den här.'],
  ])('takes the user to the control where nothing is coupled, in %i', async (language, sentence) => {
    const { page } = await open('account', '76000', `&user=ivo&language=${language}`);
    await commandOn(page).click();
    await noticeOn(page).getByText(sentence).waitFor();
    expect(await page.getByRole('tab', { name: 'Business Central' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    await couplingAnswered(page);
    const isInControl = await page.evaluate(
      () =>
        document.activeElement?.querySelector('.code-component') !== null ||
        document.activeElement.closest('.code-component') !== null,
    );
    expect(isInControl).toBe(true);
  });

  it.each([
    [
      '76000',
      '&user=sara',
      /not coupled to Business Central yet\. Those with the role “Integration Administrator”/,
    ],
    [
      '76030',
      '&user=ivo',
      /not coupled to Business Central yet\. It cannot be coupled as it is; here you see why/,
    ],
    ['71000', '&user=ivo', /has been deleted\. You can uncouple it here, and then couple the right record/],
    ['71000', '&user=sara', /has been deleted\. Those with the role “Integration Administrator”/],
  ])('says of account %s with %s who can mend it, as the control below does', async (key, more, words) => {
    const { page } = await open('account', key, `${more}&language=1033`);
    await commandOn(page).click();
    await noticeOn(page).getByText(words).waitFor();
    const control = await couplingAnswered(page);
    const mayCouple = await control.getByRole('button', { name: 'Couple…' }).count();
    expect(mayCouple).toBe(0);
  });

  it('names the form to choose where the one that is open has no such control', async () => {
    const { page } = await open('account', '76000', '&user=ivo');
    await page.getByRole('combobox', { name: 'Form' }).selectOption('Account');
    await commandOn(page).click();
    await noticeOn(page).getByText('For more, choose the form with Business Central').waitFor();
  });

  describe('on a quote whose account is not coupled', () => {
    let quote: Row = {};
    const id = recordId('quote', 'QUO-01002');
    beforeEach(() => {
      const { rows } = host.sandbox.dataverse;
      quote = rows.get('quote', id) ?? {};
      rows.put('quote', id, { ...quote, customerid: { table: 'account', id: recordId('account', '76000') } });
    });
    afterEach(() => host.sandbox.dataverse.rows.put('quote', id, quote));

    it('asks whoever may couple before it leaves the quote for the account', async () => {
      const { page } = await open('quote', 'QUO-01002', '&user=ivo');
      await commandOn(page).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Fincher Architects is not coupled to Business Central yet.').waitFor();
      await dialog.getByRole('button', { name: 'Stay here' }).click();
      expect(page.url()).toContain('etn=quote');
      await commandOn(page).click();
      await dialog.getByRole('button', { name: 'Open customer' }).click();
      await page.waitForURL(/etn=account/);
    });

    it('tells others whom to ask, and leaves nothing', async () => {
      const { page } = await open('quote', 'QUO-01002', '&user=sara&language=1033');
      await commandOn(page).click();
      await noticeOn(page)
        .getByText(/not coupled to Business Central yet\. Those with the role “Integration Administrator”/)
        .waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });

  it('says so where the record was deleted in Business Central', async () => {
    const { page } = await open('account', '71000');
    await commandOn(page).click();
    await noticeOn(page)
      .getByText(/was coupled to has been deleted/)
      .waitFor();
  });

  it('tells what failed and what to do, and takes it back with the next click', async () => {
    const watched = await open('product', '1908-S');
    await couplingAnswered(watched.page);
    host.sandbox.businessCentral.faults.set({ kind: 'unauthorized' });
    await commandOn(watched.page).click();
    await noticeOn(watched.page)
      .getByText(/did not accept the user name and key.*Ask your administrator/)
      .waitFor();
    host.sandbox.businessCentral.faults.clear();
    await addressOpenedBy(watched.page, () => commandOn(watched.page).click());
    expect(await noticeOn(watched.page).count()).toBe(0);
    expect(scriptErrors(watched)).toEqual([]);
  });

  it('leaves the looking up to Business Central where the companion is not installed', async () => {
    host.sandbox.businessCentral.unpublish('CRMIntegrationRecords');
    try {
      const { page } = await open('contact', '10000/Robert Townes');
      const url = await addressOpenedBy(page, () => commandOn(page).click());
      expect(url.searchParams.get('page')).toBe('5329');
      expect(url.searchParams.get('filter')).toContain(recordId('contact', '10000/Robert Townes'));
    } finally {
      host.sandbox.businessCentral.publish('CRMIntegrationRecords');
    }
  });

  it('says which role it takes, and asks nothing of Business Central', async () => {
    const { page } = await open('contact', '10000/Robert Townes', '&user=nils&language=1033');
    host.sandbox.businessCentral.requests.clear();
    await commandOn(page).click();
    await noticeOn(page)
      .getByText(/Couplings need the role Integration User/)
      .waitFor();
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });
});
