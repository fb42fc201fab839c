import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { recordId } from '../sandbox/identity';
import { appPath, frameOf } from '../test/browser/administrationApp';
import type { PageName } from '../administration/pageNames';
import { startSandbox, type Sandbox } from '../sandbox/sandbox';
import { launchChromium } from '../test/browser/chromium';
import { couplingPictures } from './couplingPictures';
import type { Picture } from './picture';

/** Takes the pictures of README and docs out of the sandbox: `npm run screenshots`. */

const folder = join(__dirname, '../docs/images');

const phone = { width: 360, height: 780 };
const tall = { width: 1280, height: 1400 };

/** Waits until no control of the form waits any more. */
async function answered(page: Page): Promise<void> {
  await page.locator('.code-component section[aria-busy=false]').first().waitFor();
  await page.locator('.code-component section[aria-busy=true]').waitFor({ state: 'detached' });
}

async function showSalesTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show as table' }).click();
}

async function showTotal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'How it adds up' }).click();
}

async function openDetails(page: Page): Promise<void> {
  await page.locator('[data-control$=".ProductAvailability"] button[aria-expanded=false]').first().click();
  await page.waitForLoadState('networkidle');
}

const pictures: readonly Picture[] = [
  { file: 'quote.png', table: 'quote', key: 'QUO-01001' },
  { file: 'quote-dark-italian.png', table: 'quote', key: 'QUO-01001', more: '&theme=dark&language=1040' },
  { file: 'line.png', table: 'quotedetail', key: 'QUO-01001/2', prepare: openDetails },
  {
    file: 'line-short.png',
    table: 'quotedetail',
    key: 'QUO-01001/4',
    prepare: openDetails,
    viewport: { width: 1280, height: 1300 },
  },
  {
    file: 'line-chart-dark.png',
    table: 'quotedetail',
    key: 'QUO-01002/1',
    more: '&theme=dark&language=1053',
    prepare: openDetails,
  },
  {
    file: 'quote-phone-finnish.png',
    table: 'quote',
    key: 'QUO-01001',
    more: '&width=320&language=1035',
    viewport: phone,
  },
  {
    file: 'line-phone.png',
    table: 'quotedetail',
    key: 'QUO-01001/2',
    more: '&width=320',
    viewport: { width: 360, height: 1000 },
  },
  {
    file: 'failure.png',
    table: 'quote',
    key: 'QUO-01002',
    prepare: async (page, sandbox) => {
      sandbox.businessCentral.faults.set({ kind: 'reset' });
      for (const button of await page
        .locator('.code-component')
        .getByRole('button', { name: 'Refresh' })
        .all()) {
        await button.click();
      }
      await page.getByText('cannot be reached').first().waitFor();
      await answered(page);
      sandbox.businessCentral.faults.clear();
    },
  },
  { file: 'not-permitted.png', table: 'quote', key: 'QUO-01002', more: '&user=paolo&language=1033' },
  { file: 'account.png', table: 'account', key: '61000', viewport: tall },
  { file: 'account-dark-swedish.png', table: 'account', key: '61000', more: '&theme=dark&language=1053' },
  { file: 'account-italian.png', table: 'account', key: '61000', more: '&language=1040', viewport: tall },
  {
    file: 'account-phone-finnish.png',
    table: 'account',
    key: '61000',
    more: '&width=320&language=1035',
    viewport: { width: 360, height: 2900 },
  },
  { file: 'account-sales.png', table: 'account', key: '74000', prepare: showSalesTable, viewport: tall },
  { file: 'account-blocked.png', table: 'account', key: '62000' },
  { file: 'account-credit-balance.png', table: 'account', key: '63000' },
  { file: 'account-nothing-sold.png', table: 'account', key: '64000' },
  { file: 'account-partial.png', table: 'account', key: '65000', viewport: { width: 1280, height: 1600 } },
  { file: 'account-foreign-currency.png', table: 'account', key: '66000', viewport: tall },
  { file: 'account-total.png', table: 'account', key: '67000', prepare: showTotal },
  { file: 'quote-over-limit.png', table: 'quote', key: 'QUO-03001' },
  { file: 'quote-customer-blocked.png', table: 'quote', key: 'QUO-03006', more: '&theme=dark' },
  { file: 'quote-no-exchange-rate.png', table: 'quote', key: 'QUO-03004' },
  { file: 'account-not-coupled.png', table: 'account', key: '70000' },
  { file: 'account-not-permitted.png', table: 'account', key: '61000', more: '&user=nils&language=1033' },
  {
    file: 'account-missing-service.png',
    table: 'account',
    key: '61000',
    prepare: async (page, { businessCentral }) => {
      businessCentral.unpublish('CustomerStatistics');
      await page.reload();
      await answered(page);
      businessCentral.publish('CustomerStatistics');
    },
  },
];

/** A page of the administration app, as the administrator of a working connection sees it. */
interface PagePicture {
  readonly file: string;
  readonly name: PageName;
  /** Parameters of the address: language, and what the page is to show at once. */
  readonly more?: string;
  /** Name of the tab or of the step that is opened before the picture is taken. */
  readonly opens?: RegExp;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const pagePictures: readonly PagePicture[] = [
  { file: 'administration-setup.png', name: 'setup', opens: /Business Central and company/ },
  { file: 'administration-services.png', name: 'setup', opens: /3\. Services/ },
  { file: 'administration-matching.png', name: 'setup', opens: /Product matching/ },
  { file: 'administration-roles.png', name: 'setup', opens: /5\. Roles/ },
  {
    file: 'administration-setup-italian.png',
    name: 'setup',
    more: '&language=1040',
    opens: /6\. Agenti/,
  },
  { file: 'administration-setup-salespeople.png', name: 'setup', opens: /6\. Salespeople/ },
  { file: 'administration-setup-synchronize.png', name: 'setup', opens: /7\. Synchronize/ },
  { file: 'administration-setup-phone.png', name: 'setup', opens: /The way in/, viewport: phone },
  { file: 'administration-synchronization.png', name: 'synchronization' },
  { file: 'administration-errors.png', name: 'synchronization', opens: /^Errors/ },
  { file: 'administration-salespeople.png', name: 'salespeople' },
  { file: 'administration-health.png', name: 'health' },
];

/** Nothing is read or checked any more; the network alone does not tell, since the synchronization is looked after. */
async function atRest(frame: FrameLocator): Promise<void> {
  for (const atWork of [
    frame.locator('[aria-busy="true"], progress'),
    frame.getByText(/^(Being checked|Verifica in corso)$/),
  ]) {
    await atWork.first().waitFor({ state: 'detached', timeout: 60_000 });
  }
}

async function takePage(browser: Browser, sandbox: Sandbox, picture: PagePicture): Promise<void> {
  const page = await browser.newPage({ viewport: picture.viewport ?? { width: 1280, height: 900 } });
  await page.goto(`${sandbox.origin}${appPath(picture.name, `&user=ada${picture.more ?? ''}`)}`);
  const frame = frameOf(page);
  await frame.getByRole('heading', { level: 1 }).waitFor();
  await atRest(frame);
  if (picture.opens !== undefined) {
    const named = { name: picture.opens };
    await frame.getByRole('tab', named).or(frame.getByRole('button', named)).first().click();
    await atRest(frame);
  }
  await page.screenshot({ path: join(folder, picture.file) });
  await page.close();
  console.log(picture.file);
}

/** Those of the pictures whose names begin with a word. */
function wanted<Each extends { readonly file: string }>(
  all: readonly Each[],
  beginning: string,
): readonly Each[] {
  return all.filter(({ file }) => file.startsWith(beginning));
}

async function takePages(browser: Browser, beginning: string): Promise<void> {
  const pages = wanted(pagePictures, beginning);
  if (pages.length === 0) {
    return;
  }
  const sandbox = await startSandbox();
  try {
    for (const picture of pages) {
      await takePage(browser, sandbox, picture);
    }
  } finally {
    await sandbox.close();
  }
}

async function take(browser: Browser, sandbox: Sandbox, picture: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: picture.viewport ?? { width: 1280, height: 860 } });
  const id = recordId(picture.table, picture.key);
  await page.goto(
    `${sandbox.origin}/main.aspx?pagetype=entityrecord&etn=${picture.table}&id=${id}${picture.more ?? ''}`,
  );
  await answered(page);
  await picture.prepare?.(page, sandbox);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, picture.file) });
  await page.close();
  console.log(picture.file);
}

/** All pictures, or those whose names begin with the word that is given on the command line. */
async function main(beginning = ''): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({ direct: true });
  const browser = await launchChromium();
  try {
    for (const picture of wanted([...pictures, ...couplingPictures], beginning)) {
      await take(browser, sandbox, picture);
    }
    await takePages(browser, beginning);
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

void main(process.argv[2]);
