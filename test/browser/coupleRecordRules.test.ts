import type { CouplableTable } from '../../businessCentral/coupling/pairs';
import { referTo } from '../../sandbox/dataverse/cronus/seedRows';
import { recordId } from '../../sandbox/identity';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import {
  changeSalesRow,
  chooseCandidate,
  couplingAnswered,
  couplingsOf,
  ended,
  openCoupling,
  refresh,
  salesRow,
  searchCandidates,
  synchronize,
} from './couplingOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
beforeEach(() => host.sandbox.businessCentral.requests.clear());
afterEach(async () => {
  host.sandbox.businessCentral.faults.clear();
  await host.closePages();
});
afterAll(() => host.stop());

describe('who may do what', () => {
  it('an Integration User sees and opens, and is told who couples', async () => {
    const { control } = await openCoupling(host, 'account', '76000', '&user=sara');
    expect(await wordsOf(control)).toMatch(/Not coupled.*role “Integration Administrator” couple/);
    expect(await control.getByRole('button', { name: /Couple|Create|Uncouple|Synchronize/ }).count()).toBe(0);
  });

  it('who has no role for couplings is told which one, and nothing is asked', async () => {
    const { control } = await openCoupling(host, 'product', '1896-S', '&user=nils&language=1033');
    expect(await wordsOf(control)).toMatch(/Couplings need the role Integration User/);
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });
});

describe('Create in Business Central', () => {
  it.each<[CouplableTable, string, RegExp]>([
    ['account', '76001', /Coupled to customer C0\d+ Munson’s Pickles and Preserves/],
    ['account', '81010', /Coupled to vendor V0\d+ Tailwind Carriers/],
    ['contact', '10000/Olga Björk', /Coupled to contact \S+ Olga Björk/],
    [
      'opportunity',
      'Reading room for the library',
      /Coupled to opportunity \S+ Reading room for the library/,
    ],
  ])('makes a record of %s %s and couples it', async (table, key, words) => {
    const opened = await openCoupling(host, table, key);
    await opened.control.getByRole('button', { name: 'Create in Business Central' }).click();
    await ended(opened.control, 'Created in Business Central and coupled');
    expect(await wordsOf(opened.control)).toMatch(words);
    expect(await couplingsOf(host, table, key)).toHaveLength(1);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('is not offered where Business Central takes no rows of Sales over', async () => {
    const { control } = await openCoupling(host, 'pricelevel', 'WHOLESALE');
    expect(await wordsOf(control)).toContain('it cannot be created from here');
    expect(await control.getByRole('button', { name: 'Create in Business Central' }).count()).toBe(0);
  });
});

describe('what has to be coupled first', () => {
  it('the owner of an account is named, with the way to it', async () => {
    const { page, control } = await openCoupling(host, 'account', '76010');
    expect(await wordsOf(control)).toMatch(/must be coupled first.*Owner Aino Virtanen/);
    await control.getByRole('button', { name: 'Aino Virtanen' }).click();
    await page.waitForURL(new RegExp(`etn=systemuser&id=${recordId('systemuser', 'Aino Virtanen')}`));
    expect(await wordsOf(await couplingAnswered(page))).toContain('Not coupled');
  });

  it('the company of a contact is named', async () => {
    const { control } = await openCoupling(host, 'contact', '70000/Ines Marques');
    expect(await wordsOf(control)).toMatch(/must be coupled first.*Company Humongous Insurance/);
  });

  it('the currency of a price list is named', async () => {
    const before = salesRow(host, 'pricelevel', 'WHOLESALE');
    changeSalesRow(host, 'pricelevel', 'WHOLESALE', {
      transactioncurrencyid: referTo('transactioncurrency', 'SEK'),
    });
    const { control } = await openCoupling(host, 'pricelevel', 'WHOLESALE');
    expect(await wordsOf(control)).toMatch(/must be coupled first.*Currency SEK/);
    changeSalesRow(host, 'pricelevel', 'WHOLESALE', before);
  });

  it('a synchronization without it fails with Business Central’s own sentence', async () => {
    const { control } = await openCoupling(host, 'account', '76010');
    await chooseCandidate(control, { text: 'lamna', option: /76010/ });
    await control.getByRole('radio', { name: /with Sales’ data/ }).check();
    await control.getByRole('button', { name: /^Couple: / }).click();
    await ended(control, 'Coupled, but the synchronization failed');
    expect(await wordsOf(control)).toMatch(/Failed: 1/);
    expect(await wordsOf(control)).toMatch(/must be coupled to a Salesperson\/Purchaser/);
  });
});

describe('rows that cannot be coupled, or are left out', () => {
  it.each([
    ['76020', /belongs to the team Nordic Sales, and a team is no salesperson.*Assign it to a person/],
    ['76030', /It is not active in Sales.*Activate it/],
  ])('account %s: says why', async (key, words) => {
    const { control } = await openCoupling(host, 'account', key);
    expect(await wordsOf(control)).toMatch(words);
  });

  it('an account of another kind cannot be coupled', async () => {
    const before = salesRow(host, 'account', '76060');
    changeSalesRow(host, 'account', '76060', { customertypecode: 1 });
    const { control } = await openCoupling(host, 'account', '76060');
    expect(await wordsOf(control)).toContain('of a kind that Business Central does not couple');
    changeSalesRow(host, 'account', '76060', before);
  });

  it('what a left out record lacks is named with the way to it, and the reason stands there once', async () => {
    const { page, control } = await openCoupling(host, 'account', '76040');
    const words = await wordsOf(control);
    expect(words.split('must be coupled to a Salesperson/Purchaser')).toHaveLength(2);
    expect(words).toMatch(/must be coupled first.*Owner Aino Virtanen/);
    await control.getByRole('button', { name: 'Aino Virtanen' }).click();
    await page.waitForURL(/etn=systemuser/);
  });

  it('a coupling that failed twice says that it is left out, why, and what to do', async () => {
    const { control } = await openCoupling(host, 'account', '76040');
    expect(await wordsOf(control)).toMatch(
      /Left out of synchronization after failing twice.*must be coupled to a Salesperson\/Purchaser.*synchronize again/,
    );
    changeSalesRow(host, 'account', '76040', { ownerid: referTo('systemuser', 'Jim Olive') });
    await refresh(control);
    await synchronize(control, 'fromSales');
    await expect(wordsOf(control)).resolves.not.toContain('Left out');
  });

  it('Sales’ data of an account of a team is said to fail before it is tried', async () => {
    const { control } = await openCoupling(host, 'account', '76020');
    await searchCandidates(control, '76020');
    await control.getByRole('radio', { name: /with Sales’ data/ }).check();
    expect(await wordsOf(control)).toContain('This synchronization will fail.');
  });

  it('a posted invoice is opened and compared, and nothing else', async () => {
    const { control } = await openCoupling(host, 'invoice', '103002');
    expect(await control.getByRole('button', { name: 'Compare' }).count()).toBe(1);
    expect(await control.getByRole('button', { name: /^(Couple|Create|Uncouple|Synchronize)/ }).count()).toBe(
      0,
    );
  });

  it('a posted invoice that is not coupled is Business Central’s to couple', async () => {
    const { control } = await openCoupling(host, 'invoice', '103001');
    expect(await wordsOf(control)).toContain('Business Central couples these records by itself');
  });
});

describe('one record of a table for one row', () => {
  it('a candidate that is coupled elsewhere is shown and barred', async () => {
    const { control } = await openCoupling(host, 'account', '76000');
    await searchCandidates(control, 'adatum');
    const option = control.getByRole('option', { name: /10000 Adatum Corporation/ });
    await option.click({ force: true });
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    expect(await option.innerText()).toContain('Already coupled to another record of Sales');
    expect(await control.getByRole('button', { name: /^Couple: choose a record first/ }).isDisabled()).toBe(
      true,
    );
  });
});
