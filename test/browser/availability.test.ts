import { scenarios } from '../../sandbox/demoData/scenarios';
import { recordId } from '../../sandbox/identity';
import { answered, openQuote, openQuoteLine, scriptErrors, wordsOf } from './availabilityOnForms';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';
import { questionsAbout } from './questions';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);

beforeEach(() => host.sandbox.businessCentral.requests.clear());
afterEach(() => host.closePages());
afterAll(() => host.stop());

const words = {
  available: 'Available',
  partlyAvailable: 'Partly available',
  expected: 'Expected',
  short: 'Short',
  notStocked: 'Not stocked',
  blocked: 'Blocked',
  notCoupled: 'Not coupled',
  writeIn: 'Write-in product',
  unknown: '',
} as const;

function questions(): number {
  return questionsAbout('availability', host.sandbox).length;
}

describe.each(['16', '17'])('the packed control on the forms, React %s', (react) => {
  it('shows every state of a quote in one request, with no error and no foreign address', async () => {
    const opened = await openQuote(host, 'QUO-01001', `&react=${react}`);
    const { page, control } = opened;
    expect(
      await page.evaluate(() => (window as unknown as { React: { version: string } }).React.version),
    ).toMatch(new RegExp(`^${react}\\.`));
    expect(questions()).toBe(1);
    const seen: string[] = [];
    const grid = control.getByRole('grid');
    const expected = scenarios.flatMap(({ quoteLines }) => quoteLines.map(({ state }) => words[state]));
    await grid.locator('[tabindex="0"]').first().focus();
    for (let row = 0; row < expected.length; row += 1) {
      seen.push((await grid.locator(`[aria-rowindex="${row + 2}"]`).innerText()).replace(/\s+/g, ' '));
      await page.keyboard.press('ArrowDown');
    }
    expect(seen.map((text, index) => text.includes(expected[index] ?? '?'))).toEqual(
      expected.map(() => true),
    );
    expect(scriptErrors(opened)).toEqual([]);
    expect(opened.foreignRequests).toEqual([]);
  });

  it('says of a line how many now and the rest when', async () => {
    const opened = await openQuoteLine(host, 'QUO-01001', 2, `&react=${react}`);
    expect(await wordsOf(opened.control)).toMatch(
      /Partly available: 6 of 10 PCS now, the rest on 3 december/,
    );
    expect(scriptErrors(opened)).toEqual([]);
  });
});

describe('on a line', () => {
  const quantity = '[data-column=quantity] input';

  it('a change of quantity is answered from what is known, without a question', async () => {
    const { page, control } = await openQuoteLine(host, 'QUO-01001', 2);
    expect(questions()).toBe(1);
    await page.fill(quantity, '6');
    await page.press(quantity, 'Enter');
    await control.getByText('Available', { exact: true }).waitFor();
    await page.fill(quantity, '1000000000');
    await page.press(quantity, 'Enter');
    await control.getByText('nothing more expected', { exact: false }).first().waitFor();
    expect(questions()).toBe(1);
  });

  it('a new product is asked for, once', async () => {
    const { page, control } = await openQuoteLine(host, 'QUO-01001', 2);
    const product = page.locator('[data-column=productid] input');
    await page.locator('[data-column=productid] button').first().click();
    await product.fill('PARIS');
    await page.locator('[data-column=productid] [role=option]').first().click();
    await control
      .getByText(/10 PCS now/)
      .first()
      .waitFor();
    expect(questions()).toBe(2);
  });

  it('“Use this date” writes the date, undo takes it back, and a saved date is kept', async () => {
    const { page, control } = await openQuoteLine(host, 'QUO-01001', 3);
    const date = page.locator('[data-column=requestdeliveryby] input').first();
    await control.getByRole('button', { name: /^Use this date/ }).click();
    await control.getByText('Available', { exact: true }).waitFor();
    expect(await date.inputValue()).toBe('2026-11-29');
    await control.getByRole('button', { name: 'Undo' }).click();
    await control.getByText('Expected', { exact: true }).waitFor();
    expect(await date.inputValue()).toBe('');
    await control.getByRole('button', { name: /^Use this date/ }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('- Saved').waitFor();
    await page.reload();
    await answered(page);
    expect(await date.inputValue()).toBe('2026-11-29');
    await date.fill('');
    await date.press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('- Saved').waitFor();
  });

  it('opened up: locations, the balance, substitutes with their availability, and the item in Business Central', async () => {
    const { page, control } = await openQuoteLine(host, 'QUO-01001', 4);
    await control.getByRole('button', { name: 'Details' }).click();
    await control.getByText('TOKYO Guest Chair, blue').waitFor();
    const text = await wordsOf(control);
    expect(text).toMatch(/Projected available balance/);
    expect(text).toMatch(/overdue since/);
    expect(text).toMatch(/BERLIN Guest Chair, yellow/);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      control
        .getByRole('button', { name: /Open item in Business Central/ })
        .or(control.getByRole('link', { name: /Open item/ }))
        .first()
        .click(),
    ]);
    expect(decodeURIComponent(opened.url())).toContain("page=30&filter='No.' IS '1960-S'");
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  });

  it('a new line, not saved yet, is answered as soon as it has a product', async () => {
    const { page } = await openQuote(host, 'QUO-00001');
    await page.getByRole('button', { name: /New Quote Product/ }).click();
    const control = await answered(page);
    expect(await wordsOf(control)).toMatch(/Choose a product/);
    await page.locator('[data-column=productid] input').fill('ATHENS Desk');
    await page.locator('[data-column=productid] [role=option]').first().click();
    await page.fill(quantity, '5');
    await page.press(quantity, 'Enter');
    await control.getByText('Available', { exact: true }).waitFor();
  });
});

describe('on a document', () => {
  it.each([
    ['QUO-01050', 2],
    ['QUO-02000', 12],
  ])('%s is at most %d requests', async (quoteNumber, most) => {
    await openQuote(host, quoteNumber);
    expect(questions()).toBeLessThanOrEqual(most);
  });

  it('draws a window of 1,000 lines, and comes to the last one by keyboard', async () => {
    const { page, control } = await openQuote(host, 'QUO-02000');
    const grid = control.getByRole('grid');
    expect(await grid.getAttribute('aria-rowcount')).toBe('1001');
    expect(await grid.getByRole('row').count()).toBeLessThan(60);
    await grid.getByRole('row').nth(1).getByRole('button').or(grid.locator('[tabindex="0"]')).first().focus();
    await page.keyboard.press('Control+End');
    await grid.locator('[aria-rowindex="1001"]').waitFor();
  });

  it('an order is answered like a quote', async () => {
    const watched = await host.open(recordPath('salesorder', recordId('salesorder', 'ORD-05001')));
    const control = await answered(watched.page);
    expect(await wordsOf(control)).toMatch(/of 8 lines/);
  });

  it('an empty quote says what to do next', async () => {
    const { control } = await openQuote(host, 'QUO-00000');
    expect(await wordsOf(control)).toMatch(/There are no lines yet. Add a product/);
  });

  it('a line that is added is read without asking again for what is known', async () => {
    const { page, control } = await openQuote(host, 'QUO-00001');
    const before = questions();
    const quoteId = recordId('quote', 'QUO-00001');
    await page.evaluate(
      async ([quote, product, unit]) => {
        await fetch('/api/data/v9.2/quotedetails', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            'quoteid@odata.bind': `/quotes(${quote})`,
            'productid@odata.bind': `/products(${product})`,
            'uomid@odata.bind': `/uoms(${unit})`,
            quantity: 5,
          }),
        });
      },
      [quoteId, recordId('product', '1896-S'), await unitOf(page, '1896-S')],
    );
    await page.getByRole('button', { name: 'Refresh', exact: true }).first().click();
    await control.getByText('ATHENS Desk').waitFor();
    expect(questions()).toBeLessThanOrEqual(before + 1);
  });

  it('nothing jumps when the answer arrives', async () => {
    host.sandbox.businessCentral.setLatency(300);
    const { page } = await host.open('/');
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
              (node instanceof Element ? node : node?.parentElement)?.closest('.code-component') instanceof
              Element,
          );
          shifts.shift += ours ? entry.value : 0;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of [
      recordPath('quote', recordId('quote', 'QUO-01001')),
      recordPath('quotedetail', recordId('quotedetail', 'QUO-01001/2')),
    ]) {
      await page.goto(new URL(path, host.sandbox.origin).href);
      await answered(page);
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
    }
    host.sandbox.businessCentral.setLatency(0);
  });
});

async function unitOf(page: Parameters<typeof answered>[0], productNumber: string): Promise<string> {
  return page.evaluate(async (number) => {
    const answer = await fetch(
      `/api/data/v9.2/products?$select=_defaultuomid_value&$filter=productnumber eq '${number}'`,
    );
    const body = (await answer.json()) as { value: { _defaultuomid_value: string }[] };
    return body.value[0]?._defaultuomid_value ?? '';
  }, productNumber);
}
