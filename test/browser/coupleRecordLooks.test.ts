import type { Locator, Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { violations } from './accessibility';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import {
  couplingAnswered,
  couplingsOf,
  ended,
  openCoupling,
  searchCandidates,
  showCouplingTab,
} from './couplingOnForms';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
afterEach(async () => {
  host.sandbox.businessCentral.faults.clear();
  await host.closePages();
});
afterAll(() => host.stop());

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 800 };

const looks = [
  ['light', '', desktop],
  ['dark', '&theme=dark', desktop],
  ['320 px', '&width=320', phone],
  ['320 px, dark', '&width=320&theme=dark', phone],
] as const;

describe('axe finds nothing wrong', () => {
  it.each(looks)(
    'with a coupled account, compared and about to be uncoupled, %s',
    async (_, more, viewport) => {
      const { page, control } = await openCoupling(host, 'account', '10000', `&user=ivo${more}`, viewport);
      await control.getByRole('button', { name: 'Compare' }).click();
      await control.getByRole('table').waitFor();
      expect(await violations(page)).toEqual([]);
      await control.getByRole('button', { name: 'Uncouple', exact: true }).click();
      expect(await violations(page)).toEqual([]);
    },
  );

  it.each(looks)('with candidates to choose from, one of them barred, %s', async (_, more, viewport) => {
    const { page, control } = await openCoupling(host, 'account', '76000', `&user=ivo${more}`, viewport);
    await searchCandidates(control, 'co');
    await control.getByRole('option').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in forced colours: prerequisites, barriers, a skipped coupling, a deleted record, a failure', async () => {
    const { page } = await host.open('/?user=ivo');
    await page.emulateMedia({ forcedColors: 'active' });
    for (const key of ['76010', '76020', '76030', '76040', '71000', '67000']) {
      await page.goto(new URL(recordPath('account', recordId('account', key)), host.sandbox.origin).href);
      await showCouplingTab(page);
      await couplingAnswered(page);
      expect(await violations(page)).toEqual([]);
    }
    host.sandbox.businessCentral.faults.set({ kind: 'unauthorized' });
    await (await couplingAnswered(page)).getByRole('button', { name: 'Refresh' }).click();
    await page
      .getByText(/did not accept/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('at 320 px', () => {
  it.each([1033, 1035, 1040, 1053])(
    'nothing is cut off sideways, nor inside a button, in %i',
    async (language) => {
      const more = `&user=ivo&width=320&language=${language}`;
      for (const key of ['10000', '76000', '76010', '76040']) {
        const { page, control } = await openCoupling(host, 'account', key, more, phone);
        // What opens first: directions of a synchronization, or the panel that couples.
        await control.locator('button[aria-expanded=false]').first().click();
        expect(await cutOff(control)).toEqual([]);
        await page.close();
      }
    },
  );
});

/** What reaches beyond the control, what a button cuts off, and icons that have become smaller. */
function cutOff(control: Locator): Promise<string[]> {
  return control.evaluate((root) => {
    const limit = root.getBoundingClientRect().right + 1;
    const isWider = (element: Element) => element.getBoundingClientRect().right > limit;
    const cuts = (element: Element) =>
      element.closest('button') !== null &&
      element.scrollWidth > element.clientWidth &&
      element.clientWidth > 0;
    const isSqueezed = (element: Element) =>
      element.tagName === 'svg' &&
      element.getBoundingClientRect().width < Number(element.getAttribute('width')) - 0.5;
    return [...root.querySelectorAll('*')]
      .filter((element) => isWider(element) || cuts(element) || isSqueezed(element))
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

describe('in four languages', () => {
  it.each([
    [1033, /Coupled to customer 10000/, /Not coupled/],
    [1035, /asiakkaaseen 10000|10000/, /Ei yhdistetty/],
    [1040, /Associato.* 10000/, /Non associato/],
    [1053, /Kopplad till kund(en)? 10000/, /Inte kopplad/],
  ])('%i speaks its own words', async (language, coupled, notCoupled) => {
    for (const [key, words] of [
      ['10000', coupled],
      ['76010', notCoupled],
    ] as const) {
      const opened = await openCoupling(host, 'account', key, `&user=ivo&language=${language}`);
      const text = await wordsOf(opened.control);
      expect(text).toMatch(words);
      expect(text).not.toMatch(/undefined|NaN|\{\w+\}|_/);
      expect(scriptErrors(opened)).toEqual([]);
    }
  });
});

describe.each(['16', '17'])('by keyboard alone, React %s', (react) => {
  /** Presses Tab until something of that name has the focus. */
  async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
    const seen: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press(key);
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const label = element.closest('label')?.innerText ?? '';
        return element.getAttribute('aria-label') ?? (element.innerText || label);
      });
      if (name.test(focused.trim())) {
        return;
      }
      seen.push(focused.trim());
    }
    throw new Error(`${name.source} was not reached by Tab, but ${seen.join(' | ')}`);
  }

  it('a contact is coupled by search and uncoupled', async () => {
    const key = '20000/Piers Morley';
    const { page, control } = await openCoupling(host, 'contact', key, `&user=ivo&react=${react}`);
    await tabTo(page, /^Couple…/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Piers');
    await page.keyboard.press('Enter');
    await control.getByRole('option', { name: /Piers Morley/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await control.getByRole('option', { name: /Piers Morley/ }).getAttribute('aria-selected')).toBe(
      'true',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, /^Couple: .*Piers Morley/);
    await page.keyboard.press('Enter');
    await control.getByText('Coupled', { exact: true }).last().waitFor();
    expect(await couplingsOf(host, 'contact', key)).toHaveLength(1);
    await tabTo(page, /^Uncouple$/);
    await page.keyboard.press('Enter');
    await control.getByRole('alertdialog').waitFor();
    await tabTo(page, /^Uncouple$/);
    await page.keyboard.press('Enter');
    await control.getByText('Uncoupled', { exact: true }).last().waitFor();
    expect(await couplingsOf(host, 'contact', key)).toEqual([]);
  });

  it('an account is synchronized, compared and opened', async () => {
    const { page, control } = await openCoupling(host, 'account', '20000', `&user=ivo&react=${react}`);
    await tabTo(page, /^Synchronize$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Get Business Central’s data$/);
    await page.keyboard.press('Enter');
    await ended(control, 'Synchronized');
    await tabTo(page, /^Compare$/);
    await page.keyboard.press('Enter');
    await control.getByRole('table', { name: 'Compare' }).waitFor();
    const opened = page.waitForEvent('popup');
    await tabTo(page, /^Open in Business Central: 20000/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await opened).url()).toContain('page=21');
  });

  it('what must be coupled first is reached', async () => {
    const { page } = await openCoupling(host, 'account', '76010', `&user=ivo&react=${react}`);
    await tabTo(page, /^Aino Virtanen$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/etn=systemuser/);
  });

  it('Escape closes the panel and gives the focus back', async () => {
    const { page, control } = await openCoupling(host, 'product', 'LAMP-100', `&user=ivo&react=${react}`);
    const button = control.getByRole('button', { name: 'Couple…' });
    await button.focus();
    await page.keyboard.press('Enter');
    await control.getByRole('searchbox').waitFor();
    await page.keyboard.press('Escape');
    await control.getByRole('searchbox').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
