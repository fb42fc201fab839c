import type { Fault } from '../../sandbox/businessCentral/faults/faultKinds';
import { textOf, type Row } from '../../sandbox/dataverse/rows/row';
import { recordId } from '../../sandbox/identity';
import {
  answered,
  openQuote,
  openQuoteLine,
  scriptErrors,
  wordsOf,
  type OpenedForm,
} from './availabilityOnForms';
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

/** Opens the office refit with another connection in Dataverse; everything is as before afterwards. */
async function withConnections(
  connections: (row: Row) => readonly Row[],
  test: (opened: OpenedForm) => Promise<void>,
): Promise<void> {
  const { rows } = host.sandbox.dataverse;
  const restore = rows.checkpoint();
  try {
    const [row] = rows.all('bcs_connection');
    if (row === undefined) {
      throw new Error('The sandbox has a connection');
    }
    for (const each of connections(row)) {
      rows.put('bcs_connection', textOf(each, 'bcs_connectionid') ?? '', each);
    }
    await test(await openQuote(host, 'QUO-01002'));
  } finally {
    restore();
  }
}

describe('Business Central fails while a form is open', () => {
  it.each<[string, Fault, RegExp]>([
    ['401', { kind: 'unauthorized' }, /did not accept the user name and key.*Ask your administrator/],
    ['404', { kind: 'notFound' }, /Something other than Business Central answered/],
    ['429', { kind: 'tooManyRequests', retryAfter: { form: 'seconds', seconds: 60 } }, /too many requests/],
    [
      '503 with a date',
      { kind: 'unavailable', retryAfter: { form: 'date', seconds: 60 } },
      /not available right now/,
    ],
    [
      '500 with an AL error',
      { kind: 'alError', text: '<b>The item</b> is locked by "BCUSER".' },
      /Something went wrong in Business Central/,
    ],
    ['a sign-in page', { kind: 'signInPage' }, /Something other than Business Central answered/],
    ['an empty body', { kind: 'emptyBody' }, /cut off or unreadable/],
    ['truncated JSON', { kind: 'truncated' }, /cut off or unreadable/],
    ['a reset connection', { kind: 'reset' }, /cannot be reached/],
  ])(
    '%s: the old figures stay, a sentence says what to do, and the form goes on',
    async (_, fault, sentence) => {
      const opened = await openQuoteLine(host, 'QUO-01001', 2);
      const { page, control } = opened;
      host.sandbox.businessCentral.faults.set(fault);
      await control.getByRole('button', { name: 'Refresh' }).click();
      await control.getByText(sentence).first().waitFor();
      const text = await wordsOf(control);
      expect(text).toMatch(sentence);
      expect(text).toMatch(/6 of 10 PCS/);
      await page.fill('[data-column=quantity] input', '3');
      await page.press('[data-column=quantity] input', 'Enter');
      await control
        .getByText(/3 PCS now/)
        .first()
        .waitFor();
      host.sandbox.businessCentral.faults.clear();
      if (!('retryAfter' in fault)) {
        await control.getByRole('button', { name: 'Try again' }).click();
        await control.getByText(sentence).first().waitFor({ state: 'detached' });
      }
      expect(scriptErrors(opened)).toEqual([]);
    },
  );

  it.each<[string, Fault]>([
    ['401 from the start', { kind: 'unauthorized' }],
    ['a hostile AL error', { kind: 'alError', text: '<img src=x onerror=alert(1)>' }],
  ])('%s: nothing is shown that was not read', async (_, fault) => {
    host.sandbox.businessCentral.faults.set(fault);
    const opened = await openQuote(host, 'QUO-01002');
    expect(await wordsOf(opened.control)).not.toMatch(/PCS now|Available/);
    expect(await opened.page.locator('img[src="x"]').count()).toBe(0);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('one service fails: its part is unknown, the rest is there, and it is named for administrators', async () => {
    host.sandbox.businessCentral.faults.set({ kind: 'alError', text: 'Locked.' }, { service: 'SalesLines' });
    const { control } = await openQuoteLine(host, 'QUO-01001', 2);
    const text = await wordsOf(control);
    expect(text).toMatch(/Incomplete/);
    expect(text).toMatch(/On hand: 6 PCS/);
    await control.getByRole('button', { name: 'Details' }).click();
    await control
      .getByText(/SalesLines/)
      .first()
      .waitFor();
  });

  it('hostile rows never break the form', async () => {
    for (const instead of ['strings', 'arrays', 'nulls'] as const) {
      host.sandbox.businessCentral.faults.clear();
      for (const service of ['ProductItemAvailability', 'ItemCard', 'SalesLines'] as const) {
        host.sandbox.businessCentral.faults.set({ kind: 'wrongTypes', instead }, { service });
      }
      const opened = await openQuote(host, 'QUO-01002');
      expect(await wordsOf(opened.control)).toMatch(/unreadable|cannot be judged|Unknown/);
      expect(scriptErrors(opened)).toEqual([]);
      await host.closePages();
    }
  });
});

describe('who may see', () => {
  it.each([
    ['Paolo has no role of ours', 'paolo', /not allowed to see figures.*“Product Availability User”/],
    [
      'Aino may not read the key',
      'aino',
      /key of the connection is missing, or you may not use it.*“Business Central Credentials”/,
    ],
  ])('%s, is told so, and nothing is asked of Business Central', async (_, user, sentence) => {
    host.sandbox.businessCentral.requests.clear();
    const { control } = await openQuote(host, 'QUO-01002', `&user=${user}&language=1033`);
    expect(await wordsOf(control)).toMatch(sentence);
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });

  it('a role that is taken away ends access with the next form', async () => {
    const nils = recordId('systemuser', 'Nils Berg');
    host.sandbox.dataverse.users.removeRole(nils, 'Product Availability User');
    try {
      const { control } = await openQuote(host, 'QUO-01002', '&user=nils&language=1033');
      expect(await wordsOf(control)).toMatch(/not allowed to see figures/);
    } finally {
      host.sandbox.dataverse.users.assignRole(nils, 'Product Availability User');
    }
  });
});

describe('the connection', () => {
  it.each<[string, Row, RegExp]>([
    ['half filled', { bcs_company: null }, /connection to Business Central is incomplete/],
    [
      'not secure',
      { bcs_odataurl: 'http://bc.contoso.com:7048/BC/ODataV4' },
      /not secure, so nothing was sent/,
    ],
    ['a company spelt otherwise', { bcs_company: 'cronus international ltd.' }, /no company with the name/],
    ['a wrong key', { bcs_webserviceaccesskey: 'wrong' }, /did not accept the user name and key/],
    ['an inactive one', { statecode: 1 }, /has not been connected yet/],
  ])('%s: a clear sentence', async (_, changes, sentence) => {
    await withConnections(
      (row) => [{ ...row, ...changes }],
      async (opened) => {
        expect(await wordsOf(opened.control)).toMatch(sentence);
        expect(scriptErrors(opened)).toEqual([]);
      },
    );
  });

  it('two, and none of them the default', async () => {
    const second = recordId('bcs_connection', 'second');
    await withConnections(
      (row) => [
        { ...row, bcs_isdefault: false },
        { ...row, bcs_connectionid: second, bcs_isdefault: false },
      ],
      async ({ control }) => {
        expect(await wordsOf(control)).toMatch(/several connections.*mark exactly one/);
      },
    );
  });

  it('a company with an apostrophe is asked like any other', async () => {
    host.sandbox.businessCentral.requests.clear();
    await withConnections(
      (row) => [{ ...row, bcs_company: "Director's Cut Ltd.", bcs_matchby: 582400001 }],
      async ({ control }) => {
        expect(await wordsOf(control)).toMatch(/lines/);
        const asked = host.sandbox.businessCentral.requests.all().filter(({ method }) => method === 'POST');
        expect(asked.flatMap(({ parts }) => parts).every(({ status }) => status === 200)).toBe(true);
      },
    );
  });
});

describe('bad input', () => {
  it('every quantity that nobody should type has a sentence and a next step', async () => {
    const opened = await openQuote(host, 'QUO-09999');
    const text = await wordsOf(opened.control);
    for (const word of ['No quantity', 'No product']) {
      expect(text).toContain(word);
    }
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('an item number with every awkward sign is found, and its name is text', async () => {
    const { control, page } = await openQuote(host, 'QUO-01001');
    const grid = control.getByRole('grid');
    await grid.locator('[tabindex="0"]').first().focus();
    await page.keyboard.press('Control+End');
    for (let step = 0; step < 25; step += 1) {
      if ((await grid.getByText("O'Neil <poster>, 50% off").count()) > 0) {
        return;
      }
      await page.keyboard.press('ArrowUp');
    }
    throw new Error('The line of the poster is not there');
  });
});

describe('the key', () => {
  it('is nowhere on the page, in no address, no log and no storage', async () => {
    const addresses: string[] = [];
    const opened = await host.open('/');
    const { page } = opened;
    page.on('request', (request) => addresses.push(request.url()));
    let key = '';
    page.on('request', (request) => {
      const authorization = request.headers()['authorization'];
      if (authorization !== undefined) {
        key = Buffer.from(authorization.replace('Basic ', ''), 'base64')
          .toString('utf8')
          .split(':')
          .slice(1)
          .join(':');
      }
    });
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    await page.goto(
      new URL(recordPath('quotedetail', recordId('quotedetail', 'QUO-01001/2')), host.sandbox.origin).href,
    );
    const control = await answered(page);
    await control.getByRole('button', { name: 'Details' }).click();
    host.sandbox.businessCentral.faults.set({ kind: 'alError', text: 'Locked.' });
    await control.getByRole('button', { name: 'Refresh' }).click();
    await control
      .getByText(/went wrong/)
      .first()
      .waitFor();
    expect(key.length).toBeGreaterThan(20);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    const everything = [await page.content(), kept, ...addresses, ...logged].join('\n');
    expect(everything).not.toContain(key);
    expect(everything).not.toContain(encodeURIComponent(key));
  });
});
