import type { Locator, Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { recordPath, type HostUnderTest, type WatchedPage } from './hostUnderTest';

/** The control's own part of a form, once it is no longer waiting for an answer. */
export async function answered(page: Page): Promise<Locator> {
  const control = page.locator('[data-control="bcs_BusinessCentralForSales.ProductAvailability"]');
  await control.locator('section[aria-busy="false"]').waitFor();
  return control;
}

/** Opens a demo quote and waits for its answer. @param more parameters of the address */
export async function openQuote(host: HostUnderTest, quoteNumber: string, more = ''): Promise<OpenedForm> {
  const watched = await host.open(recordPath('quote', recordId('quote', quoteNumber), more));
  return { ...watched, control: await answered(watched.page) };
}

/** Opens a line of a demo quote. @param line its number, from 1 */
export async function openQuoteLine(
  host: HostUnderTest,
  quoteNumber: string,
  line: number,
  more = '',
): Promise<OpenedForm> {
  const id = recordId('quotedetail', `${quoteNumber}/${line}`);
  const watched = await host.open(recordPath('quotedetail', id, more));
  return { ...watched, control: await answered(watched.page) };
}

export interface OpenedForm extends WatchedPage {
  readonly control: Locator;
}

/** What the control says in one line of text, without the signs that only keep names to themselves. */
export async function wordsOf(control: Locator): Promise<string> {
  return (await control.innerText()).replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
}

/** Errors of scripts and of the control; a refused request is noted by the browser itself, whoever sends it. */
export function scriptErrors({ errors }: WatchedPage): string[] {
  return errors.filter(
    (text) => !text.startsWith('Failed to load resource') && !/blocked by CORS policy|net::ERR_/.test(text),
  );
}
