import { recordId } from '../../sandbox/identity';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import { addressOpenedBy, couple, ended, openCoupling, synchronize, uncouple } from './couplingOnForms';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost({ direct: false });
}, 120_000);
beforeEach(() => host.sandbox.businessCentral.requests.clear());
afterEach(() => host.closePages());
afterAll(() => host.stop());

describe('through the gateway', () => {
  it('a product is coupled, synchronized and uncoupled, and the page asks nobody else', async () => {
    const opened = await openCoupling(host, 'product', 'LAMP-100');
    const { control } = opened;
    await couple(control, { text: 'LAMP', option: /LAMP-100/ });
    expect(await wordsOf(control)).toContain('Coupled to item LAMP-100');
    await synchronize(control, 'toSales');
    await uncouple(control);
    expect(await wordsOf(control)).toContain('Not coupled');
    expect(opened.foreignRequests).toEqual([]);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('an account becomes a customer', async () => {
    const { control } = await openCoupling(host, 'account', '76001');
    await control.getByRole('button', { name: 'Create in Business Central' }).click();
    await ended(control, 'Created in Business Central and coupled');
    expect(await wordsOf(control)).toMatch(/Coupled to customer C0\d+/);
  });

  it('the state of a coupling is one request to Business Central', async () => {
    const { control } = await openCoupling(host, 'contact', '10000/Robert Townes', '&user=sara');
    expect(await wordsOf(control)).toContain('Coupled to contact CT000002');
    expect(host.sandbox.businessCentral.requests.all()).toHaveLength(1);
  });

  it('whoever sees availability alone is told which role couplings need', async () => {
    const { control } = await openCoupling(host, 'product', '1896-S', '&user=nils&language=1033');
    expect(await wordsOf(control)).toMatch(/Couplings need the role Integration User/);
    expect(host.sandbox.businessCentral.requests.all()).toEqual([]);
  });

  it('the command opens the record', async () => {
    const path = recordPath('opportunity', recordId('opportunity', 'OP100022'), '&user=sara');
    const { page } = await host.open(path);
    const url = await addressOpenedBy(page, () =>
      page.getByRole('toolbar').getByRole('button', { name: 'Business Central' }).click(),
    );
    expect(url.searchParams.get('page')).toBe('5124');
  });
});
