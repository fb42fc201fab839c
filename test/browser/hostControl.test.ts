import type { Page } from 'playwright-core';
import { recordId } from '../../sandbox/identity';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { installProbe, openProbe as openProbeOn, probedQuoteId, probeName, type Probe } from './probeControl';

declare const window: { readonly probe: Probe };

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
  installProbe(host.sandbox.dataverse);
}, 120_000);

afterEach(() => host.closePages());

afterAll(() => host.stop());

const openProbe = (more = '') => openProbeOn(host, more);

/** Customer number of the company on the quote. */
const treyResearch = '20000';

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
    expect(host.sandbox.dataverse.rows.get('quote', probedQuoteId)).toMatchObject({
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
        shortDatePattern: userSettings.dateFormattingInfo.shortDatePattern,
        decimalSeparator: userSettings.numberFormattingInfo.numberDecimalSeparator,
        minutesAheadOfUtc: userSettings.getTimeZoneOffsetMinutes(new Date(2026, 0, 15)),
        formFactor: client.getFormFactor(),
        client: client.getClient(),
      };
    });
    expect(known).toEqual({
      contextInfo: { entityTypeName: 'quote', entityId: probedQuoteId, entityRecordName: 'Office refit' },
      label: 'The probe',
      isControlDisabled: false,
      userName: 'Sara Andersson',
      userId: `{${recordId('systemuser', 'Sara Andersson').toUpperCase()}}`,
      languageId: 1033,
      shortDatePattern: 'yyyy-MM-dd',
      decimalSeparator: ',',
      minutesAheadOfUtc: 60,
      formFactor: 1,
      client: 'Web',
    });
  });

  it('knows the ids of its user’s roles, own and through teams', async () => {
    const { users, organization } = host.sandbox.dataverse;
    users.assignTeamRole(recordId('team', 'CRONUS'), 'Integration Administrator');
    users.addToTeam(recordId('systemuser', 'Sara Andersson'), recordId('team', 'CRONUS'));
    try {
      const page = await openProbe();
      const ids = await page.evaluate(() => window.probe.context.userSettings.securityRoles);
      const names = ids.map((id) => organization.customizations.roles.get(id)?.name ?? '').sort();
      expect(names).toEqual([
        'Integration Administrator',
        'Integration User',
        'Product Availability User',
        'Salesperson',
      ]);
    } finally {
      users.removeTeamRole(recordId('team', 'CRONUS'), 'Integration Administrator');
    }
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
    const row = rows.get('quote', probedQuoteId);
    rows.put('quote', probedQuoteId, { ...row, statecode: 1, statuscode: 2 });
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
      rows.put('quote', probedQuoteId, row ?? {});
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
