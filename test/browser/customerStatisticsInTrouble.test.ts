import type { Fault } from '../../sandbox/businessCentral/faults/faultKinds';
import { textOf, type Row } from '../../sandbox/dataverse/rows/row';
import { awkwardCustomerNo } from '../../sandbox/demoData/customerScenarios';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { figuresOn, openAccount, openRecord, statisticsAnswered } from './statisticsOnForms';

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

describe('a customer whose figures cannot be told', () => {
  it.each([
    ['not coupled', '70000', /Not coupled.*No customer in Business Central belongs to this account/],
    ['deleted in Business Central', '71000', /Customer deleted.*has been deleted in Business Central/],
  ])('%s: a word, a sentence, and no figure', async (_, customerNo, sentence) => {
    const opened = await openAccount(host, customerNo);
    expect(await wordsOf(opened.control)).toMatch(sentence);
    expect((await figuresOn(opened.control)).size).toBe(0);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('Nils may see availability alone: is told which role statistics need, and nothing is asked', async () => {
    const { control } = await openAccount(host, '61000', '&user=nils&language=1033');
    expect(await wordsOf(control)).toMatch(/Customer statistics need the role Integration User/);
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });

  it('Nils on a quote: availability is there, and the customer’s credit is not', async () => {
    const { page, control } = await openRecord(host, 'quote', 'QUO-01002', '&user=nils&language=1033');
    expect(await wordsOf(control)).toMatch(/Customer statistics need the role Integration User/);
    await page.locator('[data-control$=".ProductAvailability"]').getByText('ATHENS Desk').waitFor();
  });

  it('a blocked customer is said to be so before anything else', async () => {
    const { control } = await openAccount(host, '62000');
    expect(await wordsOf(control)).toMatch(/^Blocked \(All\)/);
  });
});

describe('Business Central fails while an account is open', () => {
  it.each<[string, Fault, RegExp]>([
    ['401', { kind: 'unauthorized' }, /did not accept the user name and key/],
    ['503', { kind: 'unavailable', retryAfter: { form: 'seconds', seconds: 60 } }, /not available right now/],
    ['a page in HTML', { kind: 'signInPage' }, /Something other than Business Central answered/],
    ['a reset connection', { kind: 'reset' }, /cannot be reached/],
    ['truncated JSON', { kind: 'truncated' }, /cut off or unreadable/],
  ])(
    '%s: the old figures stay, with their time, and a sentence says what to do',
    async (_, fault, sentence) => {
      const opened = await openAccount(host, '61000');
      const { control } = opened;
      const before = await figuresOn(control);
      host.sandbox.businessCentral.faults.set(fault);
      await control.getByRole('button', { name: 'Refresh' }).click();
      await control.getByText(sentence).first().waitFor();
      expect(await wordsOf(control)).toMatch(/The figures are those read at \d\d:\d\d/);
      expect(await figuresOn(control)).toEqual(before);
      host.sandbox.businessCentral.faults.clear();
      if (!('retryAfter' in fault)) {
        await control.getByRole('button', { name: 'Try again' }).click();
        await control.getByText(sentence).first().waitFor({ state: 'detached' });
      }
      expect(scriptErrors(opened)).toEqual([]);
    },
  );

  it('a wrong key from the start: nothing is shown that was not read', async () => {
    host.sandbox.businessCentral.faults.set({ kind: 'unauthorized' });
    const opened = await openAccount(host, '61000');
    expect(await wordsOf(opened.control)).toMatch(/did not accept/);
    expect((await figuresOn(opened.control)).size).toBe(0);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it.each([
    [
      'CustomerLedgerEntries',
      /^Business Central does not publish the ledger entries/,
      { Balance: /11\s875,00/, 'Credit limit': /10\s000,00/ },
    ],
    [
      'CustomerCard',
      /^Business Central does not publish the customer card/,
      { Balance: /11\s875,00/, 'Customer since': /–/ },
    ],
    [
      'CustomerStatistics',
      /^Business Central does not publish the customer statistics/,
      { Balance: /–/, 'Credit limit': /–/ },
    ],
  ] as const)(
    '%s is not published: its part is left out and named, the rest is there',
    async (service, named, rows) => {
      host.sandbox.businessCentral.unpublish(service);
      try {
        const opened = await openAccount(host, '61000');
        const words = await wordsOf(opened.control);
        expect(words).toMatch(named);
        expect(words).toContain(`${service} (serviceNotPublished)`);
        const figures = await figuresOn(opened.control);
        for (const [name, shown] of Object.entries(rows)) {
          expect(figures.get(name)).toMatch(shown);
        }
        expect(scriptErrors(opened)).toEqual([]);
      } finally {
        host.sandbox.businessCentral.publish(service);
      }
    },
  );

  it('an answer that comes after another account was opened is not shown there', async () => {
    const { page, control: first } = await openAccount(host, '61000');
    await page.evaluate(() => {
      const shown = window as unknown as { headings: string[] };
      shown.headings = [];
      new MutationObserver(() =>
        shown.headings.push(...[...document.querySelectorAll('h2')].map(({ textContent }) => textContent)),
      ).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    host.sandbox.businessCentral.setLatency(1500);
    const asked = page.waitForRequest(/\$batch/);
    await first.getByRole('button', { name: 'Refresh' }).click();
    await asked;
    // In the same document, as Sales itself goes from record to record.
    await page.getByRole('navigation').getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('link', { name: 'Trey Research' }).click();
    const control = await statisticsAnswered(page);
    await control.getByRole('heading', { name: /^20000 .Trey Research/ }).waitFor();
    // Long enough for the answer about the other account to have come.
    await page.waitForTimeout(1500);
    expect(await wordsOf(control)).toContain('20000 Trey Research');
    expect((await figuresOn(control)).get('Balance')).not.toMatch(/11\s875,00/);
    const headings = await page.evaluate(() => (window as unknown as { headings: string[] }).headings);
    expect(headings.some((heading) => heading.startsWith('20000'))).toBe(true);
    expect(headings.slice(headings.findIndex((heading) => heading.startsWith('20000')))).not.toContainEqual(
      expect.stringMatching(/^61000/),
    );
  });
});

describe('hostile and odd names', () => {
  it('are text, whatever signs they have', async () => {
    const opened = await openAccount(host, awkwardCustomerNo);
    expect(await wordsOf(opened.control)).toContain("O'Neil & Sons <b>Ltd.</b>");
    expect(await opened.control.locator('h2 b, h2 i').count()).toBe(0);
    expect(scriptErrors(opened)).toEqual([]);
  });
});

/** Runs a test while the connection matches by number. */
async function matchingByNumber(test: () => Promise<void>): Promise<void> {
  const { rows } = host.sandbox.dataverse;
  const restore = rows.checkpoint();
  try {
    const row: Row = [...rows.all('bcs_connection')][0] ?? {};
    rows.put('bcs_connection', textOf(row, 'bcs_connectionid') ?? '', { ...row, bcs_matchby: 582400001 });
    await test();
  } finally {
    restore();
  }
}

describe('the number of the account', () => {
  it('decides where the connection says so, and a change of it is answered before it is saved', () =>
    matchingByNumber(async () => {
      const { page, control } = await openAccount(host, '61000');
      const number = page.locator('[data-column=accountnumber] input');
      await number.fill('63000');
      await number.press('Tab');
      await control.getByRole('heading', { name: /^63000 .Wingtip Offices/ }).waitFor();
      expect((await figuresOn(control)).get('Balance')).toMatch(/^-1\s000,00$/);
      await number.fill('NOBODY');
      await number.press('Tab');
      await control
        .getByText(/no customer with the number .NOBODY/)
        .first()
        .waitFor();
      await number.fill('');
      await number.press('Tab');
      await control.getByText('No account number', { exact: false }).first().waitFor();
    }));
});

describe('a number that changes while the answer to the one before is awaited', () => {
  it('that answer is never shown', () =>
    matchingByNumber(async () => {
      const { page, control } = await openAccount(host, '61000');
      await control.evaluate((root) => {
        const shown = window as unknown as { headings: string[] };
        shown.headings = [];
        new MutationObserver(() =>
          shown.headings.push(...[...root.querySelectorAll('h2')].map(({ textContent }) => textContent)),
        ).observe(root, { subtree: true, childList: true, characterData: true });
      });
      host.sandbox.businessCentral.setLatency(400);
      const number = page.locator('[data-column=accountnumber] input');
      const asked = page.waitForRequest(/\$batch/);
      await number.fill('63000');
      await number.press('Tab');
      await asked;
      await number.fill('20000');
      await number.press('Tab');
      await control.getByRole('heading', { name: /^20000 .Trey Research/ }).waitFor();
      const headings = await page.evaluate(() => (window as unknown as { headings: string[] }).headings);
      expect(headings.filter((heading) => !/^(61000|20000) /.test(heading))).toEqual([]);
      expect((await figuresOn(control)).get('Balance')).not.toMatch(/^-1\s000,00$/);
    }));
});

describe('the key', () => {
  it('is nowhere on the page of an account', async () => {
    const [row] = host.sandbox.dataverse.rows.all('bcs_connection');
    const key = textOf(row ?? {}, 'bcs_webserviceaccesskey') ?? '';
    expect(key.length).toBeGreaterThan(20);
    const { page, control } = await openAccount(host, '61000');
    host.sandbox.businessCentral.faults.set({ kind: 'alError', text: 'Locked.' });
    await control.getByRole('button', { name: 'Refresh' }).click();
    await control
      .getByText(/went wrong/)
      .first()
      .waitFor();
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    expect(`${await page.content()}${kept}`).not.toContain(key);
  });
});

describe('a field that this version of Business Central lacks', () => {
  // Taken away for good, so it is the last of this file.
  it('is a dash with its reason and is named to administrators; all else is there, and still in one answer', async () => {
    host.sandbox.businessCentral.removeField('CustomerStatistics', 'GetInvoicedPrepmtAmountLCY');
    const opened = await openAccount(host, '61000');
    const { control } = opened;
    const figures = await figuresOn(control);
    expect(figures.get('Invoiced prepayment')).toBe('–');
    expect(figures.get('Balance')).toMatch(/^11\s875,00$/);
    expect(
      await control
        .getByRole('img', { name: 'Not known: Business Central does not offer this figure.' })
        .count(),
    ).toBe(1);
    const words = await wordsOf(control);
    expect(words).toContain('CustomerStatistics.GetInvoicedPrepmtAmountLCY');
    expect(words).not.toContain('does not publish');
    expect(scriptErrors(opened)).toEqual([]);
  });
});
