import { recordId } from '../../sandbox/identity';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import { violations } from './accessibility';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';
import { figuresOn, openAccount, openRecord, statisticsAnswered } from './statisticsOnForms';

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

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 800 };

describe('axe finds nothing wrong', () => {
  it.each([
    ['light', '', desktop],
    ['dark', '&theme=dark', desktop],
    ['320 px', '&width=320', phone],
    ['320 px, dark', '&width=320&theme=dark', phone],
  ])('with an account and everything opened up, %s', async (_, more, viewport) => {
    for (const customerNo of ['61000', '65000', '62000']) {
      const { page, control } = await openRecord(host, 'account', customerNo, more, viewport);
      await control.getByRole('button', { name: 'How it adds up' }).click();
      await control.getByRole('button', { name: 'Show as table' }).click();
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });

  it('in forced colours, with a failure, with a service missing, and with nothing to show', async () => {
    const { page } = await host.open('/');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(new URL(recordPath('account', recordId('account', '61000')), host.sandbox.origin).href);
    const control = await statisticsAnswered(page);
    expect(await violations(page)).toEqual([]);
    host.sandbox.businessCentral.faults.set({ kind: 'unauthorized' });
    await control.getByRole('button', { name: 'Refresh' }).click();
    await control
      .getByText(/did not accept/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    host.sandbox.businessCentral.faults.clear();
    host.sandbox.businessCentral.unpublish('CustomerStatistics');
    try {
      const missing = await openAccount(host, '61000');
      expect(await violations(missing.page)).toEqual([]);
    } finally {
      host.sandbox.businessCentral.publish('CustomerStatistics');
    }
    const notCoupled = await openAccount(host, '70000');
    expect(await violations(notCoupled.page)).toEqual([]);
  });

  it('with the compact form on a quote, opened up', async () => {
    const { page, control } = await openRecord(host, 'quote', 'QUO-01002');
    await control.getByRole('button', { name: 'Details' }).click();
    expect(await violations(page)).toEqual([]);
  });
});

describe('at 320 px', () => {
  it.each([
    ['account', '61000'],
    ['account', '65000'],
    ['account', '66000'],
    ['quote', 'QUO-01001'],
  ] as const)('nothing of %s %s is cut off sideways', async (table, key) => {
    for (const language of [1033, 1035]) {
      const { page, control } = await openRecord(host, table, key, `&width=320&language=${language}`, phone);
      const wider = await control.evaluate((root) => {
        const limit = root.getBoundingClientRect().right + 1;
        return [...root.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > limit)
          .map((element) => element.outerHTML.slice(0, 120));
      });
      expect(wider).toEqual([]);
      await page.close();
    }
  });
});

describe('in four languages', () => {
  it.each([
    [1033, 'Balance', /Over the limit by GBP 5 625,00, orders counted/],
    [1040, 'Saldo', /Limite superato di 5 625,00 GBP, ordini compresi/],
    [1053, 'Saldo', /Gränsen överskrids med 5 625,00 GBP, order inräknade/],
    [1035, 'Saldo', /Raja ylittyy, ylitys 5 625,00 GBP tilaukset mukaan lukien/],
  ])('%d speaks its own words, in the formats of the user', async (language, name, sentence) => {
    const opened = await openAccount(host, '61000', `&language=${language}`);
    const text = await wordsOf(opened.control);
    expect(text).toMatch(sentence);
    expect((await figuresOn(opened.control)).get(name)).toMatch(/11\s875,00/);
    expect(text).not.toMatch(/undefined|NaN|\{\w+\}|_/);
    expect(scriptErrors(opened)).toEqual([]);
  });
});

describe.each(['16', '17'])('by keyboard, React %s', (react) => {
  it('walks through the months of the chart, month by month and to its ends', async () => {
    const { page, control } = await openAccount(host, '74000', `&react=${react}`);
    const chart = control.getByRole('slider');
    await chart.focus();
    const heard = async () => (await chart.getAttribute('aria-valuetext')) ?? '';
    expect(await heard()).toMatch(/november 2026: GBP\s1\s000,00; november 2025: GBP\s1\s200,00/);
    await page.keyboard.press('ArrowLeft');
    expect(await heard()).toMatch(/oktober 2026.*oktober 2025/);
    await page.keyboard.press('Home');
    expect(await heard()).toMatch(/december 2025.*december 2024/);
    await page.keyboard.press('End');
    expect(await heard()).toMatch(/november 2026/);
  });

  it('reaches everything in the order in which it is read, and shows where the focus is', async () => {
    const { page, control } = await openAccount(host, '65000', `&react=${react}`);
    await control.getByRole('button', { name: 'Refresh' }).focus();
    const reached: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab');
      const { name, outline } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const style = getComputedStyle(element);
        const after = getComputedStyle(element, '::after');
        return {
          name: element.getAttribute('aria-label') ?? element.innerText,
          outline: `${style.outlineStyle} ${style.boxShadow} ${after.outlineStyle} ${after.borderStyle}`,
        };
      });
      reached.push(name);
      expect(outline).not.toBe('none none none none');
    }
    expect(reached.join(' | ')).toMatch(
      /^Open in Business Central.* \| How it adds up \| Month shown.* \| Show as table \| 1\d+$/,
    );
  });

  it('turns the pages of open documents, and keeps the focus at the end of the road', async () => {
    const { page, control } = await openAccount(host, '61000', `&react=${react}`);
    expect(await control.getByRole('button', { name: 'Next page' }).count()).toBe(0);
    await page.goto(
      new URL(recordPath('account', recordId('account', '65000'), `&react=${react}`), host.sandbox.origin)
        .href,
    );
    const many = await statisticsAnswered(page);
    await many.getByRole('button', { name: 'Next page' }).focus();
    await page.keyboard.press('Enter');
    await many.getByText(/11–20/).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await many.getByText(/1–10/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });
});

describe('nothing jumps', () => {
  it.each([
    ['a desktop', '', desktop, ['61000', '62000', '64000']],
    // A blocked customer’s two lines push the figures down there; all others leave no blank in their place.
    ['a phone', '&width=320', phone, ['61000', '64000']],
  ])('when the answer arrives, on accounts and on a quote, on %s', async (_, more, viewport, accounts) => {
    host.sandbox.businessCentral.setLatency(300);
    const { page } = await host.open('/', viewport);
    await page.addInitScript(() => {
      const shifts = window as unknown as { shift: number };
      shifts.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        })[]) {
          const ours = entry.sources.some(
            ({ node }) =>
              (node instanceof Element ? node : node?.parentElement)?.closest(
                '[data-control$=".CustomerStatistics"]',
              ) instanceof Element,
          );
          shifts.shift += ours ? entry.value : 0;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const [table, key] of [
      ...accounts.map((key) => ['account', key] as const),
      ['quote', 'QUO-01002'] as const,
    ]) {
      await page.goto(new URL(recordPath(table, recordId(table, key), more), host.sandbox.origin).href);
      await statisticsAnswered(page);
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))),
      );
      expect([key, await page.evaluate(() => (window as unknown as { shift: number }).shift)]).toEqual([
        key,
        0,
      ]);
    }
  });
});
