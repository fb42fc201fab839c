import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { listPath, recordPath, startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

const officeRefit = recordId('quote', 'QUO-01002');
const everyState = recordId('quote', 'QUO-01001');
const athensDesk = recordId('product', '1896-S');

beforeAll(async () => {
  host = await startHost();
}, 120_000);

afterEach(() => host.closePages());

afterAll(() => host.stop());

async function open(
  path: string,
  viewport?: { readonly width: number; readonly height: number },
): Promise<Page> {
  return (await host.open(path, viewport)).page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    // Something that is fading in has less contrast than it will have.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    // A control's own violations are its own tests' business.
    const results = await (window as unknown as { axe: typeof axe }).axe.run({
      exclude: ['.code-component-container'],
    });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  return found;
}

describe('the first page', () => {
  it('leads from a list of demo quotes to their form, and says where Business Central can be made to fail', async () => {
    const page = await open('/');
    expect(await page.getAttribute('text=faults of Business Central', 'href')).toBe(
      `${host.sandbox.businessCentral.origin}/faults`,
    );
    await page.click('text=Open the quote “Every availability state”');
    await page.waitForSelector('h1:has-text("Every availability state")');
    expect(page.url()).toContain(`pagetype=entityrecord&etn=quote&id=${everyState}`);
  });

  it('lets one be another user, who is then signed in with his own language and formats', async () => {
    const page = await open('/');
    await page.click('text=Be Paolo Rossi');
    await page.waitForSelector('[aria-label="Paolo Rossi"]');
    expect(await page.getAttribute('html', 'lang')).toBe('it-IT');
    const whoAmI = await page.evaluate(
      async () => (await fetch('/api/data/v9.2/WhoAmI()')).json() as Promise<unknown>,
    );
    expect(whoAmI).toMatchObject({ UserId: recordId('systemuser', 'Paolo Rossi') });
  });
});

describe('lists', () => {
  it('shows a view, finds in it, sorts it and turns its pages', async () => {
    const page = await open(listPath('product'));
    await page.waitForSelector('text=/^1 - 50 of \\d+/');
    await page.click('role=button[name="Next page"]');
    await page.waitForSelector('text=/^51 - 100 of/');
    await page.fill('role=searchbox', "O'Neil");
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=1 - 1 of 1');
    expect(await page.textContent('table.rows tbody a')).toBe("O'Neil <poster>, 50% off");
    await page.fill('role=searchbox', 'ATHENS');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=1 - 2 of 2');
    await page.click('th >> text=Name');
    await page.click('th >> text=Name');
    await page.waitForSelector('th[aria-sort=descending]');
    await page.waitForSelector('table.rows tbody tr:first-child >> text=ATHENS Mobile Pedestal');
  });

  it('says in the words of Dataverse what the roles do not allow', async () => {
    const page = await open(listPath('bcs_connection', '&user=paolo'));
    await page.waitForSelector('role=alert >> text=Autorizzazioni insufficienti');
    expect(await page.textContent('[role=alert] p')).toContain('prvReadbcs_connection');
  });
});

describe('the page as a whole', () => {
  it('contacts nothing outside this computer, and its policy would not let it', async () => {
    const { page, foreignRequests, errors } = await host.open(recordPath('quote', everyState));
    await page.waitForSelector('.subgrid table');
    // Fluent 8 would take the calendar's arrows from a font on Microsoft's servers.
    await page.click('[data-column=requestdeliveryby] button');
    expect(await page.locator('role=dialog >> button svg').count()).toBeGreaterThan(1);
    expect(foreignRequests).toEqual([]);
    expect(errors).toEqual([]);
    const refused = await page.evaluate(async () => {
      try {
        await fetch('https://res.cdn.office.net/');
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
    const policy = (await fetch(host.sandbox.origin)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ${host.sandbox.businessCentral.origin}`);
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ])('has no accessibility violations in the %s theme at %i px', async (theme, width) => {
    const page = await open(`/?theme=${theme}`, { width, height: 800 });
    await page.waitForSelector('.home-list');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${host.sandbox.origin}${listPath('quote', `&theme=${theme}`)}`);
    await page.waitForSelector('table.rows a');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${host.sandbox.origin}${recordPath('quote', officeRefit, `&theme=${theme}`)}`);
    await page.waitForSelector('.subgrid table a');
    expect(await violations(page)).toEqual([]);
    await page.click('[data-column=requestdeliveryby] button');
    await page.waitForSelector('role=dialog >> role=grid');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.click('role=button[name="Delete"]');
    await page.waitForSelector('dialog');
    expect(await violations(page)).toEqual([]);
  });

  it('has none with the list of a lookup open, and with something missing', async () => {
    const page = await open(recordPath('product', athensDesk, '&user=ada'));
    await page.click('[data-column=defaultuomid] button');
    await page.click('[data-column=defaultuomid] input');
    await page.waitForSelector('[role=listbox] [role=option]');
    expect(await violations(page)).toEqual([]);
    await page.click('role=button[name="Save"]');
    await page.waitForSelector('.notification.error');
    expect(await violations(page)).toEqual([]);
  });

  it.each(['320', '768'])('needs no sideways scrolling at %s px', async (width) => {
    for (const path of ['/?', listPath('account'), recordPath('quote', officeRefit)]) {
      const page = await open(`${path}&width=${width}`, { width: Number(width), height: 800 });
      await page.waitForSelector('.content > *');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  it('reaches the site map and the switches by keyboard on a narrow page', async () => {
    const page = await open('/', { width: 320, height: 800 });
    await page.focus('role=button[name="Site map"]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.waitForSelector('nav.open');
    await page.focus('nav >> role=link[name="Orders"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("Orders")');
    expect(await page.locator('nav.open').count()).toBe(0);
  });
});
