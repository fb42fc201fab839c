import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { recordId } from '../sandbox/identity';
import { startSandbox, type Sandbox } from '../sandbox/sandbox';
import { launchChromium } from '../test/browser/chromium';

/** Takes the pictures of README and docs out of the sandbox: `npm run screenshots`. */

const folder = join(__dirname, '../docs/images');

interface Picture {
  readonly file: string;
  readonly table: 'quote' | 'quotedetail';
  readonly key: string;
  /** Parameters of the address: language, theme, width. */
  readonly more?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What is done on the page before the picture is taken. */
  readonly prepare?: (page: Page, sandbox: Sandbox) => Promise<void>;
}

const phone = { width: 360, height: 780 };

async function openDetails(page: Page): Promise<void> {
  await page.locator('.code-component button[aria-expanded=false]').first().click();
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
      await page.locator('.code-component').getByRole('button', { name: 'Refresh' }).click();
      await page.getByText('cannot be reached').first().waitFor();
      sandbox.businessCentral.faults.clear();
    },
  },
  { file: 'not-permitted.png', table: 'quote', key: 'QUO-01002', more: '&user=paolo&language=1033' },
];

async function take(browser: Browser, sandbox: Sandbox, picture: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: picture.viewport ?? { width: 1280, height: 860 } });
  const id = recordId(picture.table, picture.key);
  await page.goto(
    `${sandbox.origin}/main.aspx?pagetype=entityrecord&etn=${picture.table}&id=${id}${picture.more ?? ''}`,
  );
  await page.locator('.code-component section[aria-busy=false]').waitFor();
  await picture.prepare?.(page, sandbox);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, picture.file) });
  await page.close();
  console.log(picture.file);
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({ direct: true });
  const browser = await launchChromium();
  try {
    for (const picture of pictures) {
      await take(browser, sandbox, picture);
    }
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

void main();
