import { recordId } from '../../sandbox/identity';
import { violations } from './accessibility';
import { answered, openQuote, openQuoteLine, wordsOf } from './availabilityOnForms';
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

describe('axe finds nothing wrong', () => {
  it.each([
    ['light', '', desktop],
    ['dark', '&theme=dark', desktop],
    ['320 px', '&width=320', phone],
    ['320 px, dark', '&width=320&theme=dark', phone],
  ])('with a quote and with a line opened up, %s', async (_, more, viewport) => {
    const id = recordId('quote', 'QUO-01001');
    const { page } = await host.open(recordPath('quote', id, more), viewport);
    const document = await answered(page);
    expect(await violations(page)).toEqual([]);
    await document
      .getByRole('grid')
      .getByRole('row')
      .nth(4)
      .getByRole('button')
      .or(document.locator('[aria-rowindex="5"]'))
      .first()
      .click();
    await document.getByText('By location').waitFor();
    expect(await violations(page)).toEqual([]);

    const lineId = recordId('quotedetail', 'QUO-01001/4');
    await page.goto(new URL(recordPath('quotedetail', lineId, more), host.sandbox.origin).href);
    const line = await answered(page);
    await line.getByRole('button', { name: 'Details' }).click();
    await line.getByText('TOKYO Guest Chair, blue').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('with a failure over old figures', async () => {
    const { page, control } = await openQuote(host, 'QUO-01001');
    host.sandbox.businessCentral.faults.set({ kind: 'unauthorized' });
    await control.getByRole('button', { name: 'Refresh' }).click();
    await control
      .getByText(/did not accept/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('at 320 px', () => {
  it('nothing is cut off sideways', async () => {
    for (const path of [
      recordPath('quote', recordId('quote', 'QUO-01001'), '&width=320'),
      recordPath('quotedetail', recordId('quotedetail', 'QUO-01001/4'), '&width=320'),
    ]) {
      const { page } = await host.open(path, phone);
      const control = await answered(page);
      const wider = await control.evaluate((root) => {
        const limit = root.getBoundingClientRect().right + 1;
        return [...root.querySelectorAll('*')]
          .filter(
            (element) =>
              element.getBoundingClientRect().right > limit &&
              element.closest('[class*="hidden"], .ms-layer') === null,
          )
          .map((element) => element.outerHTML.slice(0, 120));
      });
      expect(wider).toEqual([]);
    }
  });
});

describe('in four languages', () => {
  it.each([
    [1033, /Partly available: 6 of 10 PCS now, the rest on 3 december/],
    [1040, /Disponibile in parte: 6 di 10 PCS subito/],
    [1053, /Delvis tillgänglig/],
    [1035, /Osittain saatavilla|Osa saatavilla/],
  ])('%d speaks its own words, in the formats of the user', async (language, sentence) => {
    const { control } = await openQuoteLine(host, 'QUO-01001', 2, `&language=${language}`);
    const text = await wordsOf(control);
    expect(text).toMatch(sentence);
    expect(text).toMatch(/3 december/);
    expect(text).not.toMatch(/undefined|NaN|\{\w+\}|_/);
  });
});

describe('by keyboard alone', () => {
  it('a line of a quote is opened, read and closed again, and the focus comes back', async () => {
    const { page, control } = await openQuote(host, 'QUO-01001');
    const grid = control.getByRole('grid');
    await grid.locator('[tabindex="0"]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await control.getByText('By location').waitFor();
    await control.getByRole('button', { name: /Close/ }).first().focus();
    await page.keyboard.press('Enter');
    await control.getByText('By location').waitFor({ state: 'detached' });
    const focused = await page.evaluate(() =>
      document.activeElement?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex'),
    );
    expect(focused).toBe('3');
  });

  it('everything on a line can be reached, and shows where the focus is', async () => {
    const { page, control } = await openQuoteLine(host, 'QUO-01001', 3);
    await control.getByRole('button', { name: 'Refresh' }).focus();
    const reached: string[] = [];
    for (let step = 0; step < 2; step += 1) {
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
    expect(reached.join(' | ')).toMatch(/^Details.*\| Use this date/);
  });
});

describe('without colours', () => {
  it('forced colours keep every icon visible beside its word', async () => {
    const { page } = await host.open('/');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(new URL(recordPath('quote', recordId('quote', 'QUO-01001')), host.sandbox.origin).href);
    const control = await answered(page);
    const invisible = await control.locator('[role=grid] svg').evaluateAll(
      (icons) =>
        icons.filter((icon) => {
          const { width } = icon.getBoundingClientRect();
          return (
            width < 10 || getComputedStyle(icon).color === getComputedStyle(document.body).backgroundColor
          );
        }).length,
    );
    expect(invisible).toBe(0);
    expect(await control.locator('[role=grid] svg').count()).toBeGreaterThan(5);
  });
});

describe('for those who listen', () => {
  it('loading, result and failure are announced once each, politely', async () => {
    host.sandbox.businessCentral.setLatency(300);
    const { page } = await host.open('/');
    await page.addInitScript(() => {
      const heard: string[] = [];
      (window as unknown as { heard: string[] }).heard = heard;
      new MutationObserver(() => {
        const text =
          document.querySelector('.code-component [aria-live=polite], .code-component [role=status]')
            ?.textContent ?? '';
        if (text !== '' && heard[heard.length - 1] !== text) {
          heard.push(text);
        }
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.goto(
      new URL(recordPath('quotedetail', recordId('quotedetail', 'QUO-01001/2')), host.sandbox.origin).href,
    );
    const control = await answered(page);
    host.sandbox.businessCentral.faults.set({ kind: 'unauthorized' });
    await control.getByRole('button', { name: 'Refresh' }).click();
    await control
      .getByText(/did not accept/)
      .first()
      .waitFor();
    host.sandbox.businessCentral.setLatency(0);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(
      heard.map((text) =>
        /^Reading/.test(text)
          ? 'reading'
          : /did not accept/.test(text)
            ? 'failure'
            : /Partly available/.test(text)
              ? 'result'
              : text,
      ),
    ).toEqual(['reading', 'result', 'reading', 'failure']);
  });
});
