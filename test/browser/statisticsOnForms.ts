import type { Locator, Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { recordPath, type HostUnderTest, type WatchedPage } from './hostUnderTest';

export interface OpenedStatistics extends WatchedPage {
  readonly control: Locator;
}

/** The control's own part of a form, once nothing in it is awaited any more. */
export async function statisticsAnswered(page: Page): Promise<Locator> {
  const control = page.locator('[data-control="bcs_BusinessCentralForSales.CustomerStatistics"]');
  await control.locator('section[aria-busy="false"]').first().waitFor();
  await control.locator('section[aria-busy="true"]').waitFor({ state: 'detached' });
  return control;
}

/** Opens the account of a customer and waits for its figures. @param more parameters of the address */
export async function openAccount(
  host: HostUnderTest,
  customerNo: string,
  more = '',
): Promise<OpenedStatistics> {
  return openRecord(host, 'account', customerNo, more);
}

/** Opens a quote, an order or an account, and waits for the answer of the control on it. */
export async function openRecord(
  host: HostUnderTest,
  table: 'account' | 'quote' | 'salesorder',
  key: string,
  more = '',
  viewport?: { readonly width: number; readonly height: number },
): Promise<OpenedStatistics> {
  const watched = await host.open(recordPath(table, recordId(table, key), more), viewport);
  return { ...watched, control: await statisticsAnswered(watched.page) };
}

/** Rows of definition lists: what stands at each name, as one reads it. */
export async function figuresOn(control: Locator): Promise<ReadonlyMap<string, string>> {
  const rows = await control.locator('dt').evaluateAll((names) =>
    names.map((name) => {
      const value = name.nextElementSibling;
      return [name.textContent.trim(), value instanceof HTMLElement ? value.innerText.trim() : ''] as const;
    }),
  );
  return new Map(rows);
}

/** The body of the table that is called so, cell by cell as one reads it. */
export async function tableOn(control: Locator, name: string): Promise<string[][]> {
  return control
    .getByRole('table', { name })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
}
