import type { Page } from 'playwright-core';
import type { CouplableTable } from '../../businessCentral/coupling/pairs';
import { referTo } from '../../sandbox/dataverse/cronus/seedRows';
import { textOf } from '../../sandbox/dataverse/rows/row';
import { recordId } from '../../sandbox/identity';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import {
  addressOpenedBy,
  businessCentralRows,
  callCompanion,
  changeSalesRow,
  chooseCandidate,
  couple,
  couplingAnswered,
  couplingsOf,
  ended,
  openCoupling,
  refresh,
  salesRow,
  searchCandidates,
  showCouplingTab,
  synchronize,
  uncouple,
} from './couplingOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
beforeEach(() => host.sandbox.businessCentral.requests.clear());
afterEach(async () => {
  host.sandbox.businessCentral.faults.clear();
  host.sandbox.businessCentral.setLatency(0);
  await host.closePages();
});
afterAll(() => host.stop());

const systemId = (tableId: number, recordNo: string) => recordId(`bc:${tableId}`, recordNo);

/** Couples a customer as somebody else would. */
async function coupleElsewhere(key: string, customerNo: string): Promise<void> {
  await callCompanion(host, 'Couple', {
    tableId: 18,
    systemId: systemId(18, customerNo),
    crmId: recordId('account', key),
    synchAction: 0,
  });
}

describe('who may do what', () => {
  it('an Integration User sees and opens, and is told who couples', async () => {
    const { control } = await openCoupling(host, 'account', '76000', '&user=sara');
    expect(await wordsOf(control)).toMatch(/Not coupled.*role “Integration Administrator” couple/);
    expect(await control.getByRole('button', { name: /Couple|Create|Uncouple|Synchronize/ }).count()).toBe(0);
  });

  it('who has no role for couplings is told which one, and nothing is asked', async () => {
    const { control } = await openCoupling(host, 'product', '1896-S', '&user=nils&language=1033');
    expect(await wordsOf(control)).toMatch(/Couplings need the role Integration User/);
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });
});

describe('Create in Business Central', () => {
  it.each<[CouplableTable, string, RegExp]>([
    ['account', '76001', /Coupled to customer C0\d+ Munson’s Pickles and Preserves/],
    ['account', '81010', /Coupled to vendor V0\d+ Tailwind Carriers/],
    ['contact', '10000/Olga Björk', /Coupled to contact \S+ Olga Björk/],
    [
      'opportunity',
      'Reading room for the library',
      /Coupled to opportunity \S+ Reading room for the library/,
    ],
  ])('makes a record of %s %s and couples it', async (table, key, words) => {
    const opened = await openCoupling(host, table, key);
    await opened.control.getByRole('button', { name: 'Create in Business Central' }).click();
    await ended(opened.control, 'Created in Business Central and coupled');
    expect(await wordsOf(opened.control)).toMatch(words);
    expect(await couplingsOf(host, table, key)).toHaveLength(1);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('is not offered where Business Central takes no rows of Sales over', async () => {
    const { control } = await openCoupling(host, 'pricelevel', 'WHOLESALE');
    expect(await wordsOf(control)).toContain('it cannot be created from here');
    expect(await control.getByRole('button', { name: 'Create in Business Central' }).count()).toBe(0);
  });
});

describe('what has to be coupled first', () => {
  it('the owner of an account is named, with the way to it', async () => {
    const { page, control } = await openCoupling(host, 'account', '76010');
    expect(await wordsOf(control)).toMatch(/must be coupled first.*Owner Aino Virtanen/);
    await control.getByRole('button', { name: 'Aino Virtanen' }).click();
    await page.waitForURL(new RegExp(`etn=systemuser&id=${recordId('systemuser', 'Aino Virtanen')}`));
    expect(await wordsOf(await couplingAnswered(page))).toContain('Not coupled');
  });

  it('the company of a contact is named', async () => {
    const { control } = await openCoupling(host, 'contact', '70000/Ines Marques');
    expect(await wordsOf(control)).toMatch(/must be coupled first.*Company Humongous Insurance/);
  });

  it('the currency of a price list is named', async () => {
    const before = salesRow(host, 'pricelevel', 'WHOLESALE');
    changeSalesRow(host, 'pricelevel', 'WHOLESALE', {
      transactioncurrencyid: referTo('transactioncurrency', 'SEK'),
    });
    const { control } = await openCoupling(host, 'pricelevel', 'WHOLESALE');
    expect(await wordsOf(control)).toMatch(/must be coupled first.*Currency SEK/);
    changeSalesRow(host, 'pricelevel', 'WHOLESALE', before);
  });

  it('a synchronization without it fails with Business Central’s own sentence', async () => {
    const { control } = await openCoupling(host, 'account', '76010');
    await chooseCandidate(control, { text: 'lamna', option: /76010/ });
    await control.getByRole('radio', { name: /with Sales’ data/ }).check();
    await control.getByRole('button', { name: /^Couple: / }).click();
    await ended(control, 'Coupled, but the synchronization failed');
    expect(await wordsOf(control)).toMatch(/Failed: 1/);
    expect(await wordsOf(control)).toMatch(/must be coupled to a Salesperson\/Purchaser/);
  });
});

describe('rows that cannot be coupled, or are left out', () => {
  it.each([
    ['76020', /belongs to the team Nordic Sales/],
    ['76030', /It is not active in Sales.*Activate it/],
  ])('account %s: says why', async (key, words) => {
    const { control } = await openCoupling(host, 'account', key);
    expect(await wordsOf(control)).toMatch(words);
  });

  it('an account of another kind cannot be coupled', async () => {
    const before = salesRow(host, 'account', '76060');
    changeSalesRow(host, 'account', '76060', { customertypecode: 1 });
    const { control } = await openCoupling(host, 'account', '76060');
    expect(await wordsOf(control)).toContain('of a kind that Business Central does not couple');
    changeSalesRow(host, 'account', '76060', before);
  });

  it('a coupling that failed twice says that it is left out, why, and what to do', async () => {
    const { control } = await openCoupling(host, 'account', '76040');
    expect(await wordsOf(control)).toMatch(
      /Left out of synchronization after failing twice.*must be coupled to a Salesperson\/Purchaser.*synchronize again/,
    );
    changeSalesRow(host, 'account', '76040', { ownerid: referTo('systemuser', 'Jim Olive') });
    await refresh(control);
    await synchronize(control, 'fromSales');
    await expect(wordsOf(control)).resolves.not.toContain('Left out');
  });

  it('a posted invoice that is not coupled is Business Central’s to couple', async () => {
    const { control } = await openCoupling(host, 'invoice', '103001');
    expect(await wordsOf(control)).toContain('Business Central couples these records by itself');
  });
});

describe('one record of a table for one row', () => {
  it('a candidate that is coupled elsewhere is shown and barred', async () => {
    const { control } = await openCoupling(host, 'account', '76000');
    await searchCandidates(control, 'adatum');
    const option = control.getByRole('option', { name: /10000 Adatum Corporation/ });
    await option.click({ force: true });
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    expect(await option.innerText()).toContain('Already coupled to another record of Sales');
    expect(await control.getByRole('button', { name: /^Couple: choose a record first/ }).isDisabled()).toBe(
      true,
    );
  });

  it('couples to another record only after it has asked', async () => {
    const { control } = await openCoupling(host, 'product', 'LAMP-100');
    await couple(control, { text: 'LAMP-100', option: /LAMP-100/ });
    await control.getByRole('button', { name: 'Couple to another…' }).click();
    const box = control.getByRole('searchbox');
    await box.fill('booth');
    await box.press('Enter');
    await control.getByText('Nothing matches “booth”').first().waitFor();
    await box.fill('desk');
    await box.press('Enter');
    await control.getByRole('option').first().waitFor();
    const free = control.getByRole('option').and(control.locator('[aria-disabled="false"]')).first();
    const isThere = (await free.count()) > 0;
    expect(isThere).toBe(false);
    await control.getByRole('button', { name: 'Cancel' }).click();
    await uncouple(control);
  });
});

describe('somebody else is quicker', () => {
  it('the chosen record was coupled meanwhile: nothing is changed, and it is said', async () => {
    const { control } = await openCoupling(host, 'account', '76060');
    await chooseCandidate(control, { text: '76000', option: /76000 Fincher Architects/ });
    await coupleElsewhere('76000', '76000');
    await control.getByRole('button', { name: /^Couple: / }).click();
    await control
      .getByText(/has just been coupled by somebody else/)
      .first()
      .waitFor();
    expect(await couplingsOf(host, 'account', '76060')).toEqual([]);
    await callCompanion(host, 'Uncouple', { tableId: 18, crmId: recordId('account', '76000') });
    await host.sandbox.businessCentral.jobs.idle();
  });

  it('the record itself was coupled meanwhile: nothing is changed, and the coupling is shown', async () => {
    const { control } = await openCoupling(host, 'account', '76000');
    await chooseCandidate(control, { text: '76070', option: /76070 First Coffee Roasters/ });
    await coupleElsewhere('76000', '76000');
    await control.getByRole('button', { name: /^Couple: / }).click();
    await control
      .getByText(/has just been coupled by somebody else/)
      .first()
      .waitFor();
    expect(await wordsOf(control)).toContain('Coupled to customer 76000 Fincher Architects');
    await uncouple(control);
  });

  it('two tabs at once: it is coupled once', async () => {
    const key = '76060';
    const tabs = await Promise.all([openCoupling(host, 'account', key), openCoupling(host, 'account', key)]);
    for (const { page, control } of tabs) {
      await page.bringToFront();
      await chooseCandidate(control, { text: '76060', option: /76060/ });
      await control.getByRole('radio', { name: /^No$/ }).check();
    }
    // A click would wait for the tab behind to be drawn, which it is not.
    await Promise.all(
      tabs.map(({ control }) => control.getByRole('button', { name: /^Couple: / }).dispatchEvent('click')),
    );
    for (const { control } of tabs) {
      await control
        .getByText(/Coupled to customer 76060/)
        .first()
        .waitFor();
    }
    expect(await couplingsOf(host, 'account', key)).toHaveLength(1);
    await uncouple(tabs[0].control);
  });

  it('a record that was uncoupled meanwhile is not synchronized', async () => {
    const { control } = await openCoupling(host, 'product', 'LIFT');
    await callCompanion(host, 'Uncouple', { tableId: 156, crmId: recordId('product', 'LIFT') });
    await host.sandbox.businessCentral.jobs.idle();
    await control.getByRole('button', { name: 'Synchronize', exact: true }).click();
    await control.getByRole('button', { name: 'Get Business Central’s data' }).click();
    await control
      .getByText(/no longer coupled/)
      .first()
      .waitFor();
    expect(await wordsOf(control)).toContain('Not coupled');
  });
});

describe('records that are gone', () => {
  it('deleted in Business Central: said, and it can be uncoupled', async () => {
    const { control } = await openCoupling(host, 'account', '71000');
    expect(await wordsOf(control)).toMatch(/deleted in Business Central.*leads nowhere/);
    expect(await control.getByRole('button', { name: /^Open/ }).count()).toBe(0);
    await uncouple(control);
    expect(await couplingsOf(host, 'account', '71000')).toEqual([]);
  });

  it('deleted in Sales while its form is open: said, and nothing else is claimed', async () => {
    const row = salesRow(host, 'product', 'BOOTH-10');
    const opened = await openCoupling(host, 'product', 'BOOTH-10');
    host.sandbox.dataverse.rows.delete('product', recordId('product', 'BOOTH-10'));
    await refresh(opened.control);
    expect(await wordsOf(opened.control)).toMatch(/no longer exists, or you are not allowed to read it/);
    expect(scriptErrors(opened)).toEqual([]);
    changeSalesRow(host, 'product', 'BOOTH-10', row);
  });
});

describe('a connection that leads elsewhere', () => {
  it('a company that is not there is said to be so', async () => {
    const { rows } = host.sandbox.dataverse;
    const restore = rows.checkpoint();
    try {
      const [row = {}] = rows.all('bcs_connection');
      rows.put('bcs_connection', textOf(row, 'bcs_connectionid') ?? '', { ...row, bcs_company: 'CRONUS' });
      const { control } = await openCoupling(host, 'contact', '10000/Robert Townes');
      expect(await wordsOf(control)).toContain('has no company with the name in the connection');
    } finally {
      restore();
    }
  });

  it('without the companion it says what is missing, and still opens the record', async () => {
    host.sandbox.businessCentral.unpublish('CRMIntegrationRecords');
    host.sandbox.businessCentral.unpublish('CRMCoupling');
    try {
      const { page, control } = await openCoupling(host, 'account', '10000');
      expect(await wordsOf(control)).toMatch(/cannot be seen here.*install the companion extension/);
      const url = await addressOpenedBy(page, () =>
        control.getByRole('button', { name: 'Open in Business Central' }).click(),
      );
      expect(url.searchParams.get('page')).toBe('5329');
    } finally {
      host.sandbox.businessCentral.publish('CRMIntegrationRecords');
      host.sandbox.businessCentral.publish('CRMCoupling');
    }
  });

  it('without the actions alone it shows the coupling, and says what cannot be done', async () => {
    host.sandbox.businessCentral.unpublish('CRMCoupling');
    try {
      const { control } = await openCoupling(host, 'account', '20000');
      expect(await wordsOf(control)).toContain('Coupled to customer 20000');
      await control.getByRole('button', { name: 'Uncouple', exact: true }).click();
      await control.getByRole('alertdialog').getByRole('button', { name: 'Uncouple', exact: true }).click();
      await control
        .getByText(/does not offer all the information/)
        .first()
        .waitFor();
      expect(await couplingsOf(host, 'account', '20000')).toHaveLength(1);
    } finally {
      host.sandbox.businessCentral.publish('CRMCoupling');
    }
  });
});

describe('the network is lost in the middle of an action', () => {
  it('done before the answer was lost: found out, and coupled once', async () => {
    const { page, control } = await openCoupling(host, 'account', '76050');
    await chooseCandidate(control, { text: '76050', option: /76050/ });
    await control.getByRole('radio', { name: /^No$/ }).check();
    await loseAnswerOf(page, 'CRMCoupling_Couple');
    await control.getByRole('button', { name: /^Couple: / }).click();
    await ended(control, 'Coupled');
    expect(await couplingsOf(host, 'account', '76050')).toHaveLength(1);
    await uncouple(control);
  });

  it('lost before it was sent: nothing has been changed, and it may be tried again', async () => {
    const { page, control } = await openCoupling(host, 'account', '76050');
    await chooseCandidate(control, { text: '76050', option: /76050/ });
    await control.getByRole('radio', { name: /^No$/ }).check();
    await page.route('**/CRMCoupling_Couple*', (route) => route.abort('connectionreset'));
    await control.getByRole('button', { name: /^Couple: / }).click();
    await control
      .getByText(/nothing has been changed|You may try again|cannot be reached/i)
      .first()
      .waitFor();
    expect(await couplingsOf(host, 'account', '76050')).toEqual([]);
    await page.unroute('**/CRMCoupling_Couple*');
    await couple(control, { text: '76050', option: /76050/ });
    expect(await couplingsOf(host, 'account', '76050')).toHaveLength(1);
    await uncouple(control);
  });
});

/** Lets a request through and drops its answer, once. */
async function loseAnswerOf(page: Page, action: string): Promise<void> {
  let isLost = false;
  await page.route(`**/${action}*`, async (route) => {
    if (isLost || route.request().method() !== 'POST') {
      await route.continue();
      return;
    }
    isLost = true;
    await route.fetch();
    await route.abort('connectionreset');
  });
}

describe('hostile and odd names', () => {
  it.each([
    ['76050', 'D’Artagnan\'s "Musketeers" & <i>Söhne</i>'],
    ['76060', 'مطبعة القاهرة الحديثة'],
  ])('account %s is found by its name, and its name is text', async (key, name) => {
    const opened = await openCoupling(host, 'account', key);
    await couple(opened.control, { text: name, option: new RegExp(key) });
    expect(await wordsOf(opened.control)).toContain(`Coupled to customer ${key} ${name}`);
    expect(await opened.control.locator('i').count()).toBe(0);
    await uncouple(opened.control);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it.each(["'", "' or 1 eq 1 --", '*', '%', '<b>', '\u202e', 'a'.repeat(300)])(
    'the search text %j breaks nothing',
    async (text) => {
      const opened = await openCoupling(host, 'product', 'LAMP-100');
      await searchCandidates(opened.control, text);
      await opened.control
        .getByText(/Nothing matches|record found|records found|more/)
        .first()
        .waitFor();
      expect(scriptErrors(opened)).toEqual([]);
    },
  );
});

describe('the key', () => {
  it('is nowhere on the page', async () => {
    const [row = {}] = host.sandbox.dataverse.rows.all('bcs_connection');
    const key = textOf(row, 'bcs_webserviceaccesskey') ?? '';
    expect(key.length).toBeGreaterThan(20);
    const { page, control } = await openCoupling(host, 'account', '10000');
    host.sandbox.businessCentral.faults.set({ kind: 'alError', text: 'Locked.' });
    await refresh(control);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    expect(`${await page.content()}${kept}`).not.toContain(key);
  });
});

describe('many customers, and jobs that take their time', () => {
  let busy: HostUnderTest;
  beforeAll(async () => {
    busy = await startHost({ bulkCustomers: 100_000, jobMilliseconds: 4_000 });
  }, 120_000);
  afterEach(() => busy.closePages());
  afterAll(() => busy.stop());

  it('100,000 customers: the first answer comes within two round trips, and says that there are more', async () => {
    const { control } = await openCoupling(busy, 'account', '76000');
    await control.getByRole('button', { name: 'Couple…' }).click();
    await control.getByRole('option').first().waitFor();
    busy.sandbox.businessCentral.requests.clear();
    const box = control.getByRole('searchbox');
    await box.fill('a');
    await box.press('Enter');
    await control
      .getByText(/There are more/)
      .first()
      .waitFor();
    const asked = busy.sandbox.businessCentral.requests.all().filter(({ method }) => method !== 'OPTIONS');
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(await control.getByRole('option').count()).toBeLessThan(100);
  });

  it('a form that is left in the middle of a job loses nothing', async () => {
    const { page, control } = await openCoupling(busy, 'account', '10000');
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
    await busy.sandbox.businessCentral.jobs.idle();
    await control.getByText('A synchronization is under way').first().waitFor({ state: 'detached' });
    const [coupling] = await couplingsOf(busy, 'account', '10000');
    expect(coupling?.['Last_Synch_Result']).toBe('Success');
    const jobs = await businessCentralRows(
      busy,
      'IntegrationSynchJobs',
      "Integration_Table_Mapping_Name eq 'CUSTOMER'",
    );
    // Two jobs of the demo data went well; the one that was asked for ran once.
    expect(jobs.filter(({ Failed }) => Failed === 0)).toHaveLength(3);
  });
});
