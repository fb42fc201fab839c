import type { Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { listPath, recordPath, startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

const officeRefit = recordId('quote', 'QUO-01002');

beforeAll(async () => {
  host = await startHost();
}, 120_000);

afterEach(() => host.closePages());

afterAll(() => host.stop());

async function open(path: string): Promise<Page> {
  return (await host.open(path)).page;
}

describe('forms', () => {
  it('draws the imported form: header, tabs, sections, labels and values in language and formats of the user', async () => {
    const page = await open(recordPath('quote', officeRefit, '&language=1040'));
    await page.waitForSelector('h1:has-text("Office refit")');
    expect(await page.textContent('[role=tab]')).toBe('Riepilogo');
    expect(await page.textContent('[data-column=requestdeliveryby] label')).toBe(
      'Data di consegna richiesta',
    );
    // Sara reads Italian today; her formats stay Swedish.
    expect(await page.inputValue('[data-column=requestdeliveryby] input')).toBe('2026-11-30');
    expect(await page.textContent('.header-fields')).toContain('QUO-01002');
  });

  it('says so where there is no such record', async () => {
    const page = await open(recordPath('quote', recordId('quote', 'no such quote')));
    await page.waitForSelector('role=alert >> text=Record Is Unavailable');
  });

  it('moves between tabs by arrow keys', async () => {
    const page = await open(listPath('bcs_connection', '&user=ada'));
    await page.click('table.rows a');
    await page.focus('[role=tab][aria-selected=true]');
    const tabs = await page.locator('[role=tab]').count();
    for (let step = 0; step < tabs; step += 1) {
      await page.keyboard.press('ArrowRight');
    }
    expect(await page.getAttribute('[role=tab] >> nth=0', 'aria-selected')).toBe('true');
  });

  it('offers the other forms of the table', async () => {
    const page = await open(recordPath('quote', officeRefit));
    await page.selectOption('[aria-label=Form]', { label: 'Quote' });
    await page.waitForSelector('[role=tab] >> text=General');
    expect(page.url()).toContain('formid=');
  });

  it('saves what was changed and nothing else, and says in the title whether it is saved', async () => {
    const page = await open(recordPath('account', recordId('account', '10000')));
    await page.fill('[data-column=telephone1] input', '+44 20 7946 0000');
    await page.press('[data-column=telephone1] input', 'Tab');
    await page.waitForSelector('text=- Unsaved');
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.method() === 'PATCH'),
      page.click('role=button[name="Save"]'),
    ]);
    expect(request.postDataJSON()).toEqual({ telephone1: '+44 20 7946 0000' });
    await page.waitForSelector('text=- Saved');
    await page.reload();
    await page.waitForSelector('text=- Saved');
    expect(await page.inputValue('[data-column=telephone1] input')).toBe('+44 20 7946 0000');
  });

  it('does not save without what is required, and names it', async () => {
    const page = await open(recordPath('account', recordId('account', '10000')));
    await page.fill('[data-column=name] input', '');
    await page.press('[data-column=name] input', 'Enter');
    await page.click('role=button[name="Save"]');
    await page.waitForSelector('text=Required fields must be filled in: Account Name');
    expect(await page.getAttribute('[data-column=name] input', 'aria-invalid')).toBe('true');
    expect(host.sandbox.dataverse.rows.get('account', recordId('account', '10000'))?.['name']).not.toBeNull();
  });

  it('shows a refusal of Dataverse in a dialog, and keeps what was typed', async () => {
    const page = await open(recordPath('account', recordId('account', '10000')));
    await page.click('role=button[name="Delete"]');
    await page.click('dialog >> role=button[name="Delete"]');
    await page.waitForSelector('dialog >> text=OK');
    expect(await page.textContent('dialog p')).toMatch(/\w{8}/);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.textContent('h1')).toContain('Adatum');
  });

  it('asks before unsaved changes are lost, also with the browser’s own way back', async () => {
    const page = await open(listPath('account'));
    await page.click('text=Adatum Corporation');
    await page.fill('[data-column=telephone1] input', '1');
    await page.press('[data-column=telephone1] input', 'Enter');
    await page.click('nav >> text=Contacts');
    await page.waitForSelector('dialog >> text=Unsaved changes');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.inputValue('[data-column=telephone1] input')).toBe('1');
    await page.goBack();
    await page.click('dialog >> text=Discard changes');
    await page.waitForSelector('h1:has-text("Active Accounts")');
  });

  it('reads numbers and dates as the user writes them, and says so where they are none', async () => {
    const page = await open(recordPath('quote', officeRefit));
    await page.click('.subgrid tbody a >> nth=0');
    const quantity = '[data-column=quantity] input';
    await page.fill(quantity, '1 234,5');
    await page.press(quantity, 'Tab');
    await page.waitForSelector('text=- Unsaved');
    expect(await page.inputValue(quantity)).toBe('1\u00a0234,50000');
    await page.fill(quantity, 'many');
    await page.press(quantity, 'Tab');
    await page.waitForSelector('text=Enter a valid number.');
    const date = '[data-column=requestdeliveryby] input';
    await page.fill(date, '2026-12-24');
    await page.press(date, 'Enter');
    await page.click('[data-column=requestdeliveryby] button');
    await page.click('role=dialog >> role=gridcell[name=/23/] >> nth=0');
    await page.waitForFunction(
      (selector) => document.querySelector<HTMLInputElement>(selector)?.value === '2026-12-23',
      date,
    );
  });

  it('finds rows for a lookup by keyboard alone, units only of the product’s group', async () => {
    const page = await open(
      `/main.aspx?pagetype=entityrecord&etn=quotedetail&extraqs=${encodeURIComponent(`quoteid=${officeRefit}&quoteidname=Office refit&quoteidtype=quote`)}`,
    );
    await page.focus('[data-column=productid] input');
    await page.keyboard.type('WRB-1000');
    await page.waitForSelector('[role=listbox] >> text=WRB-1000');
    await page.keyboard.press('Enter');
    // A product brings its default unit, as on the forms of Sales.
    await page.waitForSelector('[data-column=uomid] a >> text=PCS');
    await page.click('[data-column=uomid] button');
    await page.click('[data-column=uomid] input');
    await page.waitForSelector('[role=listbox] [role=option]');
    const units = await page.locator('[role=listbox] [role=option] span').allTextContents();
    expect(units.sort()).toEqual(['BAG', 'PCS']);
  });

  it('never shows a secured column, whoever may read it', async () => {
    const page = await open(listPath('bcs_connection', '&user=ada'));
    await page.click('table.rows a');
    await page.waitForSelector('[data-column=bcs_webserviceaccesskey] input');
    const [connection] = [...host.sandbox.dataverse.rows.all('bcs_connection')];
    const key = connection?.['bcs_webserviceaccesskey'];
    expect(key).toHaveLength(44);
    expect(await page.content()).not.toContain(key);
    expect(await page.inputValue('[data-column=bcs_webserviceaccesskey] input')).toBe('');
  });
});

describe('lines of a document', () => {
  it('adds a line through its form and deletes it again; the totals follow', async () => {
    const page = await open(recordPath('quote', officeRefit));
    await page.waitForSelector('.subgrid table');
    const total = () => page.textContent('.header-field:has(dt:text("Total Amount")) dd');
    const before = await total();

    await page.click('role=button[name="New Quote Product"]');
    await page.fill('[data-column=productid] input', 'ATHENS Desk');
    await page.click('[role=listbox] [role=option]');
    await page.waitForSelector('[data-column=uomid] a >> text=PCS');
    await page.fill('[data-column=quantity] input', '2');
    await page.press('[data-column=quantity] input', 'Enter');
    await page.click('role=button[name="Save & Close"]');

    const line = page.locator('.subgrid tr:has-text("ATHENS Desk")').last();
    await line.waitFor();
    expect(await total()).not.toBe(before);

    await line.locator('input[type=checkbox]').check();
    await page.click('.subgrid >> role=button[name="Delete"]');
    await page.click('dialog >> role=button[name="Delete"]');
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('.header-field')].some((field) =>
          field.textContent.includes(wanted ?? ''),
        ),
      before,
    );
  });
});
