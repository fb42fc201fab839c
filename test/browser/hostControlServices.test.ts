import type { Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { installProbe, openProbe as openProbeOn, type Probe } from './probeControl';

declare const window: { readonly probe: Probe };

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
  installProbe(host.sandbox.dataverse);
}, 120_000);

afterEach(() => host.closePages());

afterAll(() => host.stop());

const openProbe = (more = '') => openProbeOn(host, more);

const callsOf = (page: Page) => page.evaluate(() => [...window.probe.calls]);

describe('what a code component may ask of its host', () => {
  it('formats in the formats of the user, whatever the language of the page', async () => {
    const page = await openProbe('&user=paolo');
    const formatted = await page.evaluate(() => {
      const { formatting } = window.probe.context;
      const date = new Date(2026, 11, 3, 14, 5);
      return [
        formatting.formatDateShort(date),
        formatting.formatDateShort(date, true),
        formatting.formatDateLong(date),
        formatting.formatDecimal(-1234567.891, 2),
        formatting.formatInteger(1234),
        formatting.formatCurrency(1234.5, 2, '£'),
        formatting.getWeekOfYear(new Date(2026, 0, 1)),
      ];
    });
    expect(formatted).toEqual([
      '3/12/2026',
      '3/12/2026 14:05',
      'giovedì 3 dicembre 2026',
      '-1.234.567,89',
      '1.234',
      '1.234,50\u00a0£',
      1,
    ]);
  });

  it('finds its texts in the language of the page, and in English what is not translated', async () => {
    const page = await openProbe('&language=1040');
    const texts = await page.evaluate(() =>
      ['hello', 'onlyEnglish', 'nowhere'].map((key) => window.probe.context.resources.getString(key)),
    );
    expect(texts).toEqual(['Ciao', 'In English', 'nowhere']);
  });

  it('reads and writes rows as the signed-in user, page by page', async () => {
    const page = await openProbe();
    const answers = await page.evaluate(async () => {
      const { webAPI } = window.probe.context;
      const made = await webAPI.createRecord('account', { name: 'Probe Ltd.' });
      await webAPI.updateRecord('account', made.id, { name: 'Probe Limited' });
      const read = await webAPI.retrieveRecord('account', made.id, '?$select=name');
      const first = await webAPI.retrieveMultipleRecords('account', '?$select=name&$orderby=name', 2);
      const next = await webAPI.retrieveMultipleRecords(
        'account',
        first.nextLink.slice(first.nextLink.indexOf('?')),
        2,
      );
      const all = await webAPI.retrieveMultipleRecords('account', '?$select=name');
      await webAPI.deleteRecord('account', made.id);
      return {
        entityType: made.entityType,
        name: read['name'] as unknown,
        firstPage: first.entities.length,
        pagesDiffer: first.entities[0]?.['accountid'] !== next.entities[0]?.['accountid'],
        lastPageHasNoLink: !('nextLink' in all),
      };
    });
    expect(answers).toEqual({
      entityType: 'account',
      name: 'Probe Limited',
      firstPage: 2,
      pagesDiffer: true,
      lastPageHasNoLink: true,
    });
  });

  it('gets refusals of the Web API in the form of Xrm', async () => {
    const page = await openProbe('&user=paolo');
    const failure = await page.evaluate(async () => {
      try {
        await window.probe.context.webAPI.retrieveMultipleRecords('bcs_connection');
        return null;
      } catch (error) {
        return error;
      }
    });
    expect(failure).toMatchObject({
      // 0x80040220, unsigned.
      errorCode: 0x80040220,
      message: expect.stringContaining('prvReadbcs_connection') as unknown,
      raw: expect.stringContaining('"error"') as unknown,
    });
  });

  it('opens dialogs that answer, forms, and a lookup', async () => {
    const page = await openProbe();
    const confirmed = page.evaluate(() =>
      window.probe.context.navigation.openConfirmDialog({
        title: 'Sure?',
        text: 'It matters.',
        confirmButtonLabel: 'Do it',
      }),
    );
    await page.click('dialog >> text=Do it');
    expect(await confirmed).toEqual({ confirmed: true });

    const refused = page.evaluate(() => window.probe.context.navigation.openConfirmDialog({ text: 'Sure?' }));
    await page.waitForSelector('dialog');
    await page.keyboard.press('Escape');
    expect(await refused).toEqual({ confirmed: false });

    const chosen = page.evaluate(() =>
      window.probe.context.utils.lookupObjects({ entityTypes: ['product'] }),
    );
    await page.fill('dialog input', '1896');
    await page.click('dialog [role=option]');
    expect(await chosen).toEqual([
      { id: recordId('product', '1896-S'), name: 'ATHENS Desk', entityType: 'product' },
    ]);

    await page.evaluate(
      (id) =>
        void window.probe.context.navigation.openForm({
          entityName: 'product',
          entityId: `{${id.toUpperCase()}}`,
        }),
      recordId('product', '1896-S'),
    );
    await page.waitForSelector('h1:has-text("ATHENS Desk")');
    expect(await callsOf(page)).toContain('destroy');
  });

  it('knows what the user may do, and the metadata of tables', async () => {
    const page = await openProbe('&user=paolo');
    const known = await page.evaluate(async () => {
      const { utils } = window.probe.context;
      const metadata = await utils.getEntityMetadata('quote', ['name']);
      return {
        readsQuotes: utils.hasEntityPrivilege('quote', 2, 3),
        deletesAllQuotes: utils.hasEntityPrivilege('quote', 4, 3),
        readsConnections: utils.hasEntityPrivilege('bcs_connection', 2, 0),
        entitySet: metadata['EntitySetName'] as unknown,
        column: (metadata['Attributes'] as { get: (name: string) => Record<string, unknown> }).get('name')[
          'AttributeType'
        ],
      };
    });
    expect(known).toEqual({
      readsQuotes: true,
      deletesAllQuotes: false,
      readsConnections: false,
      entitySet: 'quotes',
      column: 'String',
    });
  });
});
