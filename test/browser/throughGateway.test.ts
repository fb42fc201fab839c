import type { Request } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { answered, openQuote, openQuoteLine, scriptErrors, wordsOf } from './availabilityOnForms';
import { recordPath, startHost, type HostUnderTest, type WatchedPage } from './hostUnderTest';
import { questionsAbout } from './questions';
import { figuresOn, openAccount, statisticsAnswered } from './statisticsOnForms';

let host: HostUnderTest;
let gatewayOrigin: string;

beforeAll(async () => {
  host = await startHost({ direct: false });
  gatewayOrigin = host.sandbox.gatewayOrigin ?? '';
}, 120_000);

beforeEach(() => {
  host.sandbox.businessCentral.requests.clear();
  host.sandbox.dataverse.requests.clear();
});
afterEach(async () => {
  host.sandbox.businessCentral.faults.clear();
  await host.closePages();
});
afterAll(() => host.stop());

/** Signs in, and opens a quote. */
async function openQuoteAs(userName: string, quoteNumber: string): Promise<WatchedPage> {
  const opened = await host.open('/');
  await opened.page.evaluate(
    async (userId) => {
      await fetch('/sandbox/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId }),
      });
    },
    recordId('systemuser', userName),
  );
  await opened.page.goto(
    new URL(recordPath('quote', recordId('quote', quoteNumber)), host.sandbox.origin).href,
  );
  return opened;
}

describe('the sandbox as it starts by default', () => {
  it('shows availability out of a Business Central that lets no page in', async () => {
    const opened = await openQuote(host, 'QUO-01002');
    expect(await wordsOf(opened.control)).toMatch(/ATHENS Desk/);
    expect(scriptErrors(opened)).toEqual([]);
    expect(opened.foreignRequests).toEqual([]);
    expect(questionsAbout('availability', host.sandbox)).toHaveLength(1);
  });

  it('opens a line up, with its details', async () => {
    const { control } = await openQuoteLine(host, 'QUO-01001', 4);
    await control.getByRole('button', { name: 'Details' }).click();
    await control.getByText('TOKYO Guest Chair, blue').waitFor();
  });

  it('shows the statistics of an account, and tells Nils, who may see availability alone, what they need', async () => {
    const { control } = await openAccount(host, '61000');
    expect((await figuresOn(control)).get('Balance')).toMatch(/^11\s875,00$/);
    expect(host.sandbox.businessCentral.requests.all()).toHaveLength(1);
    host.sandbox.businessCentral.requests.clear();
    const refused = await openAccount(host, '61000', '&user=nils&language=1033');
    expect(await wordsOf(refused.control)).toMatch(/Customer statistics need the role Integration User/);
    expect((await figuresOn(refused.control)).size).toBe(0);
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });

  it('has a page that cannot even ask Business Central', async () => {
    const { page } = await openQuote(host, 'QUO-00001');
    const asked = await page.evaluate(async (address) => {
      try {
        await fetch(address);
        return 'answered';
      } catch {
        return 'refused';
      }
    }, host.sandbox.businessCentral.odataUrl);
    expect(asked).toBe('refused');
  });

  it('needs no profile: Aino, who may not read the key, sees what Sara sees', async () => {
    const { page } = await openQuoteAs('Aino Virtanen', 'QUO-01002');
    expect(await wordsOf(await answered(page))).toMatch(/ATHENS Desk/);
  });

  it('tells Paolo, who has none of the roles, what he needs, and asks nothing for him', async () => {
    const { page } = await openQuoteAs('Paolo Rossi', 'QUO-01002');
    expect(await wordsOf(await answered(page))).toMatch(/Product Availability User/);
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });

  it('takes one ticket a page and kind of control, and none for a second look', async () => {
    const { page, control } = await openQuote(host, 'QUO-01002');
    await statisticsAnswered(page);
    const kinds = 2;
    const tickets = () =>
      host.sandbox.dataverse.requests
        .all()
        .filter(({ method, path }) => method === 'POST' && path.endsWith('/bcs_gatewaytickets')).length;
    expect(tickets()).toBe(kinds);
    const again = page.waitForResponse((response) => response.url().startsWith(`${gatewayOrigin}/ODataV4`));
    await control.getByRole('button', { name: 'Refresh' }).click();
    await again;
    await answered(page);
    expect(tickets()).toBe(kinds);
    expect([...host.sandbox.dataverse.rows.all('bcs_gatewayticket')]).toEqual([]);
  });
});

describe('what can be seen in the browser', () => {
  it('is neither user nor key, and the token only where it is used', async () => {
    const requests: Request[] = [];
    const texts: string[] = [];
    const opened = await host.open('/');
    const { page } = opened;
    page.on('request', (request) => requests.push(request));
    page.on('response', (response) => {
      void response.text().then(
        (text) => texts.push(text),
        () => undefined,
      );
    });
    page.on('console', (message) => texts.push(message.text()));
    await page.goto(new URL(recordPath('quote', recordId('quote', 'QUO-01002')), host.sandbox.origin).href);
    await answered(page);
    await statisticsAnswered(page);
    const headers = requests.map((request) => request.headers());
    const bearers = headers.flatMap(({ authorization }) => authorization ?? []);
    const tokens = [...new Set(bearers.map((bearer) => bearer.replace('Bearer ', '')))];
    expect(tokens.map((token) => token.split('.').length)).toEqual([3, 3]);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    const shown = [await page.content(), kept, ...requests.map((request) => request.url())].join('\n');
    expect(tokens.filter((token) => shown.includes(token))).toEqual([]);
    const everything = [shown, JSON.stringify(headers), ...texts].join('\n');
    expect(everything).not.toContain('SALES.INTEGRATION');
    expect(everything).not.toMatch(/Basic [A-Za-z0-9+/=]{20}/);
  });
});

describe('trouble', () => {
  it('with Business Central is told in the same words as without a gateway', async () => {
    host.sandbox.businessCentral.faults.set({ kind: 'alError', text: 'Locked.' });
    const { control } = await openQuote(host, 'QUO-00010');
    expect(await wordsOf(control)).toMatch(/Something went wrong in Business Central/);
  });

  it('with the gateway is told as the gateway’s, and is over when it is', async () => {
    const opened = await host.open('/');
    await opened.page.route(`${gatewayOrigin}/**`, (route) => route.abort());
    await opened.page.goto(
      new URL(recordPath('quote', recordId('quote', 'QUO-01002')), host.sandbox.origin).href,
    );
    const control = await answered(opened.page);
    expect(await wordsOf(control)).toMatch(/The gateway to Business Central cannot be reached/);
    await opened.page.unroute(`${gatewayOrigin}/**`);
    await control.getByRole('button', { name: 'Try again' }).click();
    await control.getByText('ATHENS Desk').first().waitFor();
  });
});
