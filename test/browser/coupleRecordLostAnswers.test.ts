import { wordsOf } from './availabilityOnForms';
import {
  chooseCandidate,
  couple,
  couplingsOf,
  ended,
  loseAnswerOf,
  openCoupling,
  uncouple,
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

describe('the network is lost in the middle of an action', () => {
  it('done before the answer was lost: found out, and coupled once', async () => {
    const { page, control } = await openCoupling(host, 'account', '76050');
    await chooseCandidate(control, { text: '76050', option: /76050/ });
    await control.getByRole('radio', { name: /^No$/ }).check();
    await loseAnswerOf(page, 'CRMCoupling_Couple');
    await control.getByRole('button', { name: /^Couple: / }).click();
    await ended(control, 'Coupled');
    expect(await couplingsOf(host, 'account', '76050')).toHaveLength(1);
    await uncouple(control);
  });

  it('lost before it was sent: nothing has been changed, and it may be tried again', async () => {
    const { page, control } = await openCoupling(host, 'account', '76050');
    await chooseCandidate(control, { text: '76050', option: /76050/ });
    await control.getByRole('radio', { name: /^No$/ }).check();
    await page.route('**/CRMCoupling_Couple*', (route) => route.abort('connectionreset'));
    await control.getByRole('button', { name: /^Couple: / }).click();
    await ended(control, 'Business Central cannot be reached.');
    expect(await wordsOf(control)).toContain(
      'Business Central cannot be reached. Nothing has been changed. Check your network and try again.',
    );
    expect(await couplingsOf(host, 'account', '76050')).toEqual([]);
    await page.unroute('**/CRMCoupling_Couple*');
    await couple(control, { text: '76050', option: /76050/ });
    expect(await couplingsOf(host, 'account', '76050')).toHaveLength(1);
    await uncouple(control);
  });
});
