import type { Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';
import { installProbe, probeFormId, probeName } from './probeControl';

/** What the probe (probeControl.ts) keeps of its host. */
interface Probe {
  readonly calls: string[];
  outputs: Record<string, unknown>;
  readonly context: ComponentFramework.Context<Record<string, ComponentFramework.PropertyTypes.Property>> & {
    readonly mode: { readonly contextInfo: Record<string, string> };
  };
  readonly notify: () => void;
  readonly React: { readonly version: string };
  throwNext: boolean;
}

declare const window: { readonly probe: Probe };

let host: HostUnderTest;
const quoteId = recordId('quote', 'QUO-01002');
/** Customer number of the company on this quote. */
const treyResearch = '20000';

beforeAll(async () => {
  host = await startHost();
  installProbe(host.sandbox.dataverse);
}, 120_000);

afterEach(() => host.closePages());

afterAll(() => host.stop());

/** Opens the quote "Office refit" on the form with the probe. */
async function openProbe(more = ''): Promise<Page> {
  const { page } = await host.open(recordPath('quote', quoteId, `&formid=${probeFormId}${more}`));
  await page.waitForSelector('#probe');
  return page;
}

const callsOf = (page: Page) => page.evaluate(() => [...window.probe.calls]);

describe('what a code component gets from its host', () => {
  it.each(['16.14.0', '17.0.2'])(
    'runs on React %s, which it finds as the global Reactv16',
    async (version) => {
      const page = await openProbe(`&react=${version}`);
      expect(await page.evaluate(() => window.probe.React.version)).toBe(version);
      expect(await page.textContent('#probe')).toBe('Probe of Office refit');
    },
  );

  it('is initialised once, then updated; its width comes after it asked to track it', async () => {
    const page = await openProbe();
    await page.waitForFunction(() => window.probe.context.mode.allocatedWidth > 0);
    const calls = await callsOf(page);
    expect(calls[0]).toBe('init');
    expect(calls.filter((call) => call === 'init')).toHaveLength(1);
    expect(calls).toContain('updateView layout');
  });

  it('gets columns as parameters: raw, formatted, with their metadata', async () => {
    const page = await openProbe();
    const { anchor, company, delivery, limit, greeting, unbound } = await page.evaluate(() => {
      const { parameters } = window.probe.context;
      const deliveryDate = parameters['delivery']?.raw as Date;
      return {
        anchor: { ...parameters['anchor'] },
        company: { raw: parameters['company']?.raw as unknown, type: parameters['company']?.type },
        delivery: [
          deliveryDate.getFullYear(),
          deliveryDate.getMonth() + 1,
          deliveryDate.getDate(),
          deliveryDate.getHours(),
        ],
        limit: { raw: parameters['limit']?.raw as unknown, attributes: parameters['limit']?.attributes },
        greeting: parameters['greeting']?.raw as unknown,
        unbound: parameters['unbound']?.raw as unknown,
      };
    });
    expect(anchor).toMatchObject({
      raw: 'Office refit',
      formatted: 'Office refit',
      type: 'SingleLine.Text',
      error: false,
      security: { readable: true, editable: true, secured: false },
      attributes: { LogicalName: 'name', DisplayName: 'Name', RequiredLevel: 2, MaxLength: 300 },
    });
    expect(company).toEqual({
      raw: [{ id: recordId('account', treyResearch), name: 'Trey Research', entityType: 'account' }],
      type: 'Lookup.Simple',
    });
    expect(delivery).toEqual([2026, 11, 30, 0]);
    expect(limit).toMatchObject({ raw: null, attributes: { Precision: 2 } });
    expect(greeting).toBe('good day');
    expect(unbound).toBeNull();
  });

  it('is told which property changed when the user changes the form', async () => {
    const page = await openProbe();
    await page.fill('[data-column=freightamount] input', '12,5');
    await page.press('[data-column=freightamount] input', 'Enter');
    await page.waitForFunction(() => window.probe.calls.includes('updateView limit'));
    expect(await page.evaluate(() => window.probe.context.parameters['limit']?.raw as unknown)).toBe(12.5);
    expect(await page.evaluate(() => window.probe.context.parameters['limit']?.formatted)).toBe(
      '12,50\u00a0£',
    );
  });

  it('writes its outputs to the form, where they are unsaved until the user saves', async () => {
    const page = await openProbe();
    await page.evaluate(() => {
      window.probe.outputs = { anchor: 'Renamed by the probe', delivery: new Date(2026, 11, 24), unknown: 1 };
      window.probe.notify();
      window.probe.notify();
    });
    await page.waitForSelector('text=- Unsaved');
    expect(await page.inputValue('[data-column=name] input')).toBe('Renamed by the probe');
    expect((await callsOf(page)).filter((call) => call === 'updateView anchor')).toHaveLength(1);
    await page.click('role=button[name="Save"]');
    await page.waitForSelector('text=- Saved');
    expect(host.sandbox.dataverse.rows.get('quote', quoteId)).toMatchObject({
      name: 'Renamed by the probe',
      requestdeliveryby: '2026-12-24',
    });
    await page.evaluate(() => {
      window.probe.outputs = { anchor: 'Office refit', delivery: new Date(2026, 10, 30) };
      window.probe.notify();
    });
    await page.click('role=button[name="Save"]');
    await page.waitForSelector('h1:has-text("Office refit") >> text=- Saved');
  });

  it('knows its record, its user and its client', async () => {
    const page = await openProbe();
    const known = await page.evaluate(() => {
      const { mode, userSettings, client } = window.probe.context;
      return {
        contextInfo: { ...mode.contextInfo },
        label: mode.label,
        isControlDisabled: mode.isControlDisabled,
        userName: userSettings.userName,
        userId: userSettings.userId,
        languageId: userSettings.languageId,
        roles: userSettings.securityRoles.length,
        shortDatePattern: userSettings.dateFormattingInfo.shortDatePattern,
        decimalSeparator: userSettings.numberFormattingInfo.numberDecimalSeparator,
        minutesAheadOfUtc: userSettings.getTimeZoneOffsetMinutes(new Date(2026, 0, 15)),
        formFactor: client.getFormFactor(),
        client: client.getClient(),
      };
    });
    expect(known).toEqual({
      contextInfo: { entityTypeName: 'quote', entityId: quoteId, entityRecordName: 'Office refit' },
      label: 'The probe',
      isControlDisabled: false,
      userName: 'Sara Andersson',
      userId: `{${recordId('systemuser', 'Sara Andersson').toUpperCase()}}`,
      languageId: 1033,
      roles: 2,
      shortDatePattern: 'yyyy-MM-dd',
      decimalSeparator: ',',
      minutesAheadOfUtc: 60,
      formFactor: 1,
      client: 'Web',
    });
  });

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

  it('follows the theme and the width while it is mounted', async () => {
    const page = await openProbe();
    await page.waitForFunction(() => window.probe.context.mode.allocatedWidth > 400);
    expect(await page.evaluate(() => window.probe.context.fluentDesignLanguage?.isDarkTheme)).toBe(false);
    await page.selectOption('label:has-text("Theme") select', 'dark');
    await page.waitForFunction(() => window.probe.context.fluentDesignLanguage?.isDarkTheme === true);
    const background = await page.evaluate(
      () =>
        (window.probe.context.fluentDesignLanguage?.tokenTheme as Record<string, string>)[
          'colorNeutralBackground1'
        ],
    );
    expect(background).toBe('#292929');
    await page.setViewportSize({ width: 500, height: 900 });
    await page.waitForFunction(() => window.probe.context.mode.allocatedWidth < 500);
    expect(await callsOf(page)).not.toContain('destroy');
  });

  it('is read-only where the record is, and its outputs are then passed over', async () => {
    const { rows } = host.sandbox.dataverse;
    const row = rows.get('quote', quoteId);
    rows.put('quote', quoteId, { ...row, statecode: 1, statuscode: 2 });
    try {
      const page = await openProbe();
      expect(await page.evaluate(() => window.probe.context.mode.isControlDisabled)).toBe(true);
      await page.evaluate(() => {
        window.probe.outputs = { anchor: 'Not allowed' };
        window.probe.notify();
      });
      await page.waitForSelector('text=Read-only. This record’s status: Active');
      expect(await page.textContent('h1')).toContain('Office refit');
      expect(await page.locator('text=- Unsaved').count()).toBe(0);
    } finally {
      rows.put('quote', quoteId, row ?? {});
    }
  });

  it('may break without breaking the form', async () => {
    const page = await openProbe();
    await page.evaluate(() => {
      window.probe.throwNext = true;
      window.probe.context.factory.requestRender();
    });
    await page.waitForSelector('text=Error loading control. the probe broke');
    await page.fill('[data-column=freightamount] input', '7');
    await page.press('[data-column=freightamount] input', 'Enter');
    await page.waitForSelector('text=- Unsaved');
  });

  it('is shown where its place for the form factor is', async () => {
    const page = await openProbe('&width=320');
    expect(await page.evaluate(() => window.probe.context.client.getFormFactor())).toBe(3);
    expect(await page.locator(`[data-control="${probeName}"]`).count()).toBe(1);
  });
});
