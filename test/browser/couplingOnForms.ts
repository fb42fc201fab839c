import type { Locator, Page } from 'playwright-core';
import type { CouplableTable } from '../../businessCentral/coupling/pairs';
import { textOf, type Row } from '../../sandbox/dataverse/rows/row';
import { recordId } from '../../sandbox/identity';
import { recordPath, type HostUnderTest, type WatchedPage } from './hostUnderTest';

export interface OpenedCoupling extends WatchedPage {
  readonly control: Locator;
}

/** The control's own part of a form, once it is no longer waiting for an answer. */
export async function couplingAnswered(page: Page): Promise<Locator> {
  const control = page.locator('[data-control="bcs_BusinessCentralForSales.CoupleRecord"]');
  await control.locator('section[aria-busy="false"]').first().waitFor();
  return control;
}

/**
 * Opens a form, where it has one its tab with the control, and waits for the answer.
 * @param key of the demo data
 * @param more parameters of the address; Ivo may change couplings
 */
export async function openCoupling(
  host: HostUnderTest,
  table: CouplableTable,
  key: string,
  more = '&user=ivo',
  viewport?: { readonly width: number; readonly height: number },
): Promise<OpenedCoupling> {
  const watched = await host.open(recordPath(table, recordId(table, key), more), viewport);
  await showCouplingTab(watched.page);
  return { ...watched, control: await couplingAnswered(watched.page) };
}

/** The forms of accounts and orders have the control on a tab of its own. */
export async function showCouplingTab(page: Page): Promise<void> {
  await page.getByRole('tab').first().waitFor();
  const tab = page.getByRole('tab', { name: 'Business Central', exact: true });
  if ((await tab.count()) > 0) {
    await tab.click();
  }
}

/**
 * Waits for the end of a deed, as the control says it; a live region says it as well.
 * @throws Error with what the control says instead
 */
export async function ended(control: Locator, word: string): Promise<void> {
  try {
    await control.getByText(word, { exact: true }).last().waitFor();
  } catch {
    throw new Error(`"${word}" was expected. The control says:\n${await control.innerText()}`);
  }
}

/** Opens the panel that couples, and searches. @param as what it is coupled as, where there is a choice */
export async function searchCandidates(control: Locator, text: string, as?: string): Promise<void> {
  await control.getByRole('button', { name: 'Couple…' }).click();
  if (as !== undefined) {
    await control.getByRole('radio', { name: as, exact: true }).check();
  }
  const box = control.getByRole('searchbox');
  await box.fill(text);
  await box.press('Enter');
}

/** Searches in the panel that couples, and chooses a record. */
export async function chooseCandidate(
  control: Locator,
  { text, option, as }: { readonly text: string; readonly option: RegExp; readonly as?: string },
): Promise<void> {
  await searchCandidates(control, text, as);
  await control.getByRole('option', { name: option }).click();
}

/** Couples the record of a form, and waits for the end. @param after the choice of what is synchronized afterwards */
export async function couple(
  control: Locator,
  candidate: Parameters<typeof chooseCandidate>[1],
  after: RegExp = /^No$/,
): Promise<void> {
  await chooseCandidate(control, candidate);
  await control.getByRole('radio', { name: after }).check();
  await control.getByRole('button', { name: /^Couple: / }).click();
  await ended(control, 'Coupled');
}

/** Uncouples, answering the question with yes, and waits for the end. */
export async function uncouple(control: Locator): Promise<void> {
  await control.getByRole('button', { name: 'Uncouple', exact: true }).click();
  await control.getByRole('alertdialog').getByRole('button', { name: 'Uncouple', exact: true }).click();
  await ended(control, 'Uncoupled');
}

/** Reads again, and waits for the answer. */
export async function refresh(control: Locator): Promise<void> {
  await control.getByRole('button', { name: 'Refresh' }).click();
  await control.locator('section[aria-busy="false"]').first().waitFor();
}

/** Synchronizes in one direction and waits for the end. */
export async function synchronize(control: Locator, direction: 'toSales' | 'fromSales'): Promise<void> {
  await control.getByRole('button', { name: 'Synchronize', exact: true }).click();
  await control
    .getByRole('button', {
      name: direction === 'toSales' ? 'Get Business Central’s data' : 'Send Sales’ data to Business Central',
    })
    .click();
  await ended(control, 'Synchronized');
}

/** Names of the fields that *Compare* marks as different; the comparison is closed again. */
export async function differences(control: Locator): Promise<string[]> {
  const compare = control.getByRole('button', { name: 'Compare', exact: true });
  await compare.click();
  const table = control.getByRole('table', { name: 'Compare' });
  await table.waitFor();
  const names = await table
    .locator('tbody tr')
    .filter({ hasText: 'different' })
    .locator('th')
    .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''));
  await compare.click();
  return names;
}

/** A row of Dataverse as it is kept. */
export function salesRow({ sandbox }: HostUnderTest, table: CouplableTable, key: string): Row {
  return sandbox.dataverse.rows.get(table, recordId(table, key)) ?? {};
}

/** Changes a row of Dataverse as somebody else would. */
export function changeSalesRow(host: HostUnderTest, table: CouplableTable, key: string, changes: Row): void {
  host.sandbox.dataverse.rows.put(table, recordId(table, key), { ...salesRow(host, table, key), ...changes });
}

async function askBusinessCentral(
  { sandbox }: HostUnderTest,
  path: string,
  init: RequestInit = {},
): Promise<Readonly<Record<string, unknown>>> {
  const [connection = {}] = sandbox.dataverse.rows.all('bcs_connection');
  const key = textOf(connection, 'bcs_webserviceaccesskey') ?? '';
  const user = textOf(connection, 'bcs_username') ?? '';
  const answer = await fetch(sandbox.businessCentral.odataUrl + path, {
    ...init,
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`,
      'content-type': 'application/json',
    },
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

const company = 'company=CRONUS%20International%20Ltd.';

/** Rows of a service, as Business Central has them. */
export async function businessCentralRows(
  host: HostUnderTest,
  service: string,
  filter: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { value } = await askBusinessCentral(
    host,
    `/${service}?${company}&$filter=${encodeURIComponent(filter)}`,
  );
  return value as readonly Readonly<Record<string, unknown>>[];
}

/** Calls a procedure of the companion, as somebody else would. @returns what it gives back */
export async function callCompanion(
  host: HostUnderTest,
  procedure: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const answer = await askBusinessCentral(host, `/CRMCoupling_${procedure}?${company}`, {
    method: 'POST',
    body: JSON.stringify(parameters),
  });
  return answer['value'] ?? answer['error'];
}

/** Couplings of a row, as Business Central has them. */
export function couplingsOf(
  host: HostUnderTest,
  table: CouplableTable,
  key: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return businessCentralRows(host, 'CRMIntegrationRecords', `CRM_ID eq ${recordId(table, key)}`);
}

/** The address that a click opens in a tab of its own. */
export async function addressOpenedBy(page: Page, click: () => Promise<void>): Promise<URL> {
  const [opened] = await Promise.all([page.waitForEvent('popup'), click()]);
  await opened.waitForLoadState('domcontentloaded');
  if ((await opened.evaluate(() => window.opener as unknown)) !== null) {
    throw new Error('The tab knows who opened it.');
  }
  const url = new URL(opened.url());
  await opened.close();
  return url;
}

/** Couples a customer with an account, as somebody else would. @param key of the account */
export async function coupleElsewhere(host: HostUnderTest, key: string, customerNo: string): Promise<void> {
  await callCompanion(host, 'Couple', {
    tableId: 18,
    systemId: recordId('bc:18', customerNo),
    crmId: recordId('account', key),
    synchAction: 0,
  });
}

/** Uncouples an account from its customer, as somebody else would. */
export async function uncoupleElsewhere(host: HostUnderTest, key: string): Promise<void> {
  await callCompanion(host, 'Uncouple', { tableId: 18, crmId: recordId('account', key) });
  await host.sandbox.businessCentral.jobs.idle();
}

/** Chooses another customer for a coupled account, and answers the question with yes. @returns the question */
export async function recouple(control: Locator, customerNo: string): Promise<string> {
  await control.getByRole('button', { name: 'Couple to another…' }).click();
  const box = control.getByRole('searchbox');
  await box.fill(customerNo);
  await box.press('Enter');
  await control.getByRole('option', { name: new RegExp(`^${customerNo} `) }).click();
  await control.getByRole('radio', { name: /^No$/ }).check();
  await control.getByRole('button', { name: /^Couple: / }).click();
  const dialog = control.getByRole('alertdialog');
  const question = await dialog.getByRole('heading').innerText();
  await dialog.getByRole('button', { name: 'Couple', exact: true }).click();
  return question;
}

/** Lets a request through and drops its answer, once. */
export async function loseAnswerOf(page: Page, action: string): Promise<void> {
  let isLost = false;
  await page.route(`**/${action}*`, async (route) => {
    if (isLost || route.request().method() !== 'POST') {
      await route.continue();
      return;
    }
    isLost = true;
    await route.fetch();
    await route.abort('connectionreset');
  });
}
