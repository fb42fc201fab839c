import { textOf } from '../../sandbox/dataverse/rows/row';
import { recordId } from '../../sandbox/identity';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import {
  addressOpenedBy,
  callCompanion,
  changeSalesRow,
  chooseCandidate,
  coupleElsewhere,
  couplingsOf,
  openCoupling,
  refresh,
  salesRow,
  uncouple,
  uncoupleElsewhere,
} from './couplingOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
afterEach(async () => {
  host.sandbox.businessCentral.faults.clear();
  await host.closePages();
});
afterAll(() => host.stop());

describe('somebody else is quicker', () => {
  it('the chosen record was coupled meanwhile: nothing is changed, and it is said', async () => {
    const { control } = await openCoupling(host, 'account', '76060');
    await chooseCandidate(control, { text: '76000', option: /76000 Fincher Architects/ });
    await coupleElsewhere(host, '76000', '76000');
    await control.getByRole('button', { name: /^Couple: / }).click();
    await control
      .getByText(/has just been coupled by somebody else/)
      .first()
      .waitFor();
    expect(await couplingsOf(host, 'account', '76060')).toEqual([]);
    await uncoupleElsewhere(host, '76000');
  });

  it('the record itself was coupled meanwhile: nothing is changed, and the coupling is shown', async () => {
    const { control } = await openCoupling(host, 'account', '76000');
    await chooseCandidate(control, { text: '76070', option: /76070 First Coffee Roasters/ });
    await coupleElsewhere(host, '76000', '76000');
    await control.getByRole('button', { name: /^Couple: / }).click();
    await control
      .getByText(/has just been coupled by somebody else/)
      .first()
      .waitFor();
    expect(await wordsOf(control)).toContain('Coupled to customer 76000 Fincher Architects');
    await uncouple(control);
  });

  it('two tabs at once: it is coupled once', async () => {
    const key = '76060';
    const tabs = await Promise.all([openCoupling(host, 'account', key), openCoupling(host, 'account', key)]);
    for (const { page, control } of tabs) {
      await page.bringToFront();
      await chooseCandidate(control, { text: '76060', option: /76060/ });
      await control.getByRole('radio', { name: /^No$/ }).check();
    }
    // A click would wait for the tab behind to be drawn, which it is not.
    await Promise.all(
      tabs.map(({ control }) => control.getByRole('button', { name: /^Couple: / }).dispatchEvent('click')),
    );
    for (const { control } of tabs) {
      await control
        .getByText(/Coupled to customer 76060/)
        .first()
        .waitFor();
    }
    expect(await couplingsOf(host, 'account', key)).toHaveLength(1);
    await uncouple(tabs[0].control);
  });

  it('a record that was uncoupled meanwhile is not synchronized', async () => {
    const { control } = await openCoupling(host, 'product', 'LIFT');
    await callCompanion(host, 'Uncouple', { tableId: 156, crmId: recordId('product', 'LIFT') });
    await host.sandbox.businessCentral.jobs.idle();
    await control.getByRole('button', { name: 'Synchronize', exact: true }).click();
    await control.getByRole('button', { name: 'Get Business Central’s data' }).click();
    await control
      .getByText(/no longer coupled/)
      .first()
      .waitFor();
    expect(await wordsOf(control)).toContain('Not coupled');
  });
});

describe('records that are gone', () => {
  it('deleted in Business Central: said, and it can be uncoupled', async () => {
    const { control } = await openCoupling(host, 'account', '71000');
    expect(await wordsOf(control)).toMatch(/deleted in Business Central.*leads nowhere/);
    expect(await control.getByRole('button', { name: /^Open/ }).count()).toBe(0);
    await uncouple(control);
    expect(await couplingsOf(host, 'account', '71000')).toEqual([]);
  });

  it('deleted in Sales while its form is open: said, and nothing else is claimed', async () => {
    const row = salesRow(host, 'product', 'BOOTH-10');
    const opened = await openCoupling(host, 'product', 'BOOTH-10');
    host.sandbox.dataverse.rows.delete('product', recordId('product', 'BOOTH-10'));
    await refresh(opened.control);
    expect(await wordsOf(opened.control)).toMatch(/no longer exists, or you are not allowed to read it/);
    expect(scriptErrors(opened)).toEqual([]);
    changeSalesRow(host, 'product', 'BOOTH-10', row);
  });
});

describe('a connection that leads elsewhere', () => {
  it('a company that is not there is said to be so', async () => {
    const { rows } = host.sandbox.dataverse;
    const restore = rows.checkpoint();
    try {
      const [row = {}] = rows.all('bcs_connection');
      rows.put('bcs_connection', textOf(row, 'bcs_connectionid') ?? '', { ...row, bcs_company: 'CRONUS' });
      const { control } = await openCoupling(host, 'contact', '10000/Robert Townes');
      expect(await wordsOf(control)).toContain('has no company with the name in the connection');
    } finally {
      restore();
    }
  });

  it('without the companion it says what is missing, and still opens the record', async () => {
    host.sandbox.businessCentral.unpublish('CRMIntegrationRecords');
    host.sandbox.businessCentral.unpublish('CRMCoupling');
    try {
      const { page, control } = await openCoupling(host, 'account', '10000');
      expect(await wordsOf(control)).toMatch(/cannot be seen here.*install the companion extension/);
      const url = await addressOpenedBy(page, () =>
        control.getByRole('button', { name: 'Open in Business Central' }).click(),
      );
      expect(url.searchParams.get('page')).toBe('5329');
    } finally {
      host.sandbox.businessCentral.publish('CRMIntegrationRecords');
      host.sandbox.businessCentral.publish('CRMCoupling');
    }
  });

  it('without the actions alone it shows the coupling, and says what cannot be done', async () => {
    host.sandbox.businessCentral.unpublish('CRMCoupling');
    try {
      const { control } = await openCoupling(host, 'account', '20000');
      expect(await wordsOf(control)).toContain('Coupled to customer 20000');
      await control.getByRole('button', { name: 'Uncouple', exact: true }).click();
      await control.getByRole('alertdialog').getByRole('button', { name: 'Uncouple', exact: true }).click();
      await control
        .getByText(/does not offer all the information/)
        .first()
        .waitFor();
      expect(await couplingsOf(host, 'account', '20000')).toHaveLength(1);
    } finally {
      host.sandbox.businessCentral.publish('CRMCoupling');
    }
  });
});
