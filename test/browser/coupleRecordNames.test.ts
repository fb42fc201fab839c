import { textOf } from '../../sandbox/dataverse/rows/row';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import { couple, openCoupling, refresh, searchCandidates, uncouple } from './couplingOnForms';
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

describe('hostile and odd names', () => {
  it.each([
    ['76050', 'D’Artagnan\'s "Musketeers" & <i>Söhne</i>'],
    ['76060', 'مطبعة القاهرة الحديثة'],
  ])('account %s is found by its name, and its name is text', async (key, name) => {
    const opened = await openCoupling(host, 'account', key);
    await couple(opened.control, { text: name, option: new RegExp(key) });
    expect(await wordsOf(opened.control)).toContain(`Coupled to customer ${key} ${name}`);
    expect(await opened.control.locator('i').count()).toBe(0);
    await uncouple(opened.control);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it.each(["'", "' or 1 eq 1 --", '*', '%', '<b>', '\u202e', 'a'.repeat(300)])(
    'the search text %j breaks nothing',
    async (text) => {
      const opened = await openCoupling(host, 'product', 'LAMP-100');
      await searchCandidates(opened.control, text);
      await opened.control
        .getByText(/Nothing matches|record found|records found|more/)
        .first()
        .waitFor();
      expect(scriptErrors(opened)).toEqual([]);
    },
  );
});

describe('the key', () => {
  it('is nowhere on the page', async () => {
    const [row = {}] = host.sandbox.dataverse.rows.all('bcs_connection');
    const key = textOf(row, 'bcs_webserviceaccesskey') ?? '';
    expect(key.length).toBeGreaterThan(20);
    const { page, control } = await openCoupling(host, 'account', '10000');
    host.sandbox.businessCentral.faults.set({ kind: 'alError', text: 'Locked.' });
    await refresh(control);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    );
    expect(`${await page.content()}${kept}`).not.toContain(key);
  });
});
