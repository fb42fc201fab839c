import type { BrowserContext, Page } from 'playwright-core';
import { clockOn } from '../../sandbox/clock';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox';
import { launchChromium } from './chromium';

/** A page, with what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings on the console, and what scripts threw. */
  readonly errors: readonly string[];
  /** Addresses outside this computer that something on the page asked for. */
  readonly foreignRequests: readonly string[];
}

/** The sandbox and a browser, which the tests of one file share. */
export interface HostUnderTest {
  readonly sandbox: Sandbox;
  /** Opens a page as nobody who is signed in. @param path with the parameters of the address */
  open(path: string, viewport?: { readonly width: number; readonly height: number }): Promise<WatchedPage>;
  /** Closes what was opened and signs out; for `afterEach`. */
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

/** Of one step, in milliseconds: long enough for a busy computer, short enough to say which step hangs. */
const longestWait = 10_000;

const desktop = { width: 1280, height: 900 };

/** The day that it is on both sides, and in the browser: what tests say of dates stays true on any other day. */
const today = '2026-11-20';

/** Has pages believe that it is another day; their time runs on as it does. */
async function putClockOn(context: BrowserContext, now: Date): Promise<void> {
  await context.addInitScript((ahead) => {
    const RealDate = Date;
    const shiftedNow = () => RealDate.now() + ahead;
    window.Date = new Proxy(RealDate, {
      apply: () => new RealDate(shiftedNow()).toString(),
      construct: (_, given: unknown[], newTarget: new () => Date) =>
        Reflect.construct(RealDate, given.length === 0 ? [shiftedNow()] : given, newTarget) as Date,
      get: (real, name, receiver) =>
        name === 'now' ? shiftedNow : (Reflect.get(real, name, receiver) as unknown),
    });
  }, now.getTime() - Date.now());
}

/** @param changes in direct mode unless they say otherwise, so that Business Central sees what the page asked */
export async function startHost(changes: SandboxOptions = {}): Promise<HostUnderTest> {
  const [sandbox, browser] = await Promise.all([
    startSandbox({ today, serviceTimeMs: 0, direct: true, ...changes }),
    launchChromium(['--process-per-site']),
  ]);
  // One context for all pages, so that its cache saves loading React and Fluent again for each.
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Europe/Stockholm' });
  context.setDefaultTimeout(longestWait);
  await putClockOn(context, clockOn(today)());
  // All pages are of one process, which knows what it has compiled, and this one keeps it: a form opens in two thirds of the time.
  const keeper = await context.newPage();
  await keeper.goto(new URL('/no-page', sandbox.origin).href);
  return {
    sandbox,
    open: async (path, viewport = desktop) => {
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      const errors: string[] = [];
      const foreignRequests: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          errors.push(message.text());
        }
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== 'localhost') {
          foreignRequests.push(request.url());
        }
      });
      await page.goto(new URL(path, sandbox.origin).href);
      return { page, errors, foreignRequests };
    },
    closePages: async () => {
      const opened = context.pages().filter((page) => page !== keeper);
      await Promise.all(opened.map((page) => page.close()));
      await context.clearCookies();
    },
    stop: async () => {
      await browser.close();
      await sandbox.close();
    },
  };
}

/** Address of a record's form. */
export function recordPath(table: string, id: string, more = ''): string {
  return `/main.aspx?pagetype=entityrecord&etn=${table}&id=${id}${more}`;
}

/** Address of a table's list. */
export function listPath(table: string, more = ''): string {
  return `/main.aspx?pagetype=entitylist&etn=${table}${more}`;
}
