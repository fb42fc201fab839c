import { wordsOf } from './availabilityOnForms';
import {
  coupleElsewhere,
  couplingsOf,
  ended,
  openCoupling,
  recouple,
  uncouple,
  uncoupleElsewhere,
} from './couplingOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
beforeEach(() => coupleElsewhere(host, '76000', '76000'));
afterEach(async () => {
  await uncoupleElsewhere(host, '76000');
  await host.closePages();
});
afterAll(() => host.stop());

/** Number of the customer that account 76000 is coupled to. */
async function coupledTo(): Promise<unknown> {
  const couplings = await couplingsOf(host, 'account', '76000');
  return couplings.map((coupling) => coupling['Record_No']).join();
}

describe('coupling to another record', () => {
  it('asks first, naming both, and couples to the other instead', async () => {
    const { control } = await openCoupling(host, 'account', '76000');
    expect(await recouple(control, '76070')).toBe(
      'Couple to 76070 First Coffee Roasters instead of 76000 Fincher Architects?',
    );
    await ended(control, 'Coupled to the other record');
    expect(await wordsOf(control)).toContain('Coupled to customer 76070 First Coffee Roasters');
    expect(await coupledTo()).toBe('76070');
  });

  it('that somebody else has coupled since the search changes nothing', async () => {
    const { page, control } = await openCoupling(host, 'account', '76000');
    let isFirst = true;
    await page.route('**/CRMCoupling_SystemIdOf*', async (route) => {
      if (isFirst) {
        isFirst = false;
        await coupleElsewhere(host, '76060', '76070');
      }
      await route.continue();
    });
    await recouple(control, '76070');
    await control
      .getByText(/has just been coupled by somebody else/)
      .first()
      .waitFor();
    expect(await wordsOf(control)).toContain('Nothing has been changed');
    expect(await coupledTo()).toBe('76000');
    await uncoupleElsewhere(host, '76060');
  });

  it('that is refused at the last moment brings the earlier coupling back, with Business Central’s own reason', async () => {
    const { page, control } = await openCoupling(host, 'account', '76000');
    let isFirst = true;
    await page.route('**/CRMCoupling_Couple*', async (route) => {
      if (isFirst && route.request().method() === 'POST') {
        isFirst = false;
        await coupleElsewhere(host, '76060', '76070');
      }
      await route.continue();
    });
    await recouple(control, '76070');
    await control
      .getByText(
        'Not coupled to 76070 First Coffee Roasters; the coupling to 76000 Fincher Architects is back',
      )
      .last()
      .waitFor();
    expect(await wordsOf(control)).toMatch(/it is coupled to another Account record/);
    expect(await wordsOf(control)).toContain('Coupled to customer 76000 Fincher Architects');
    expect(await coupledTo()).toBe('76000');
    await uncoupleElsewhere(host, '76060');
  });

  it('that cannot be put back says that nothing is coupled, and what to do', async () => {
    const { page, control } = await openCoupling(host, 'account', '76000');
    await page.route('**/CRMCoupling_Couple*', async (route) => {
      if (route.request().method() === 'POST') {
        await coupleElsewhere(host, '76060', '76070');
        await coupleElsewhere(host, '76050', '76000');
      }
      await route.continue();
    });
    await recouple(control, '76070');
    await control
      .getByText('Uncoupled from 76000 Fincher Architects, and not coupled to 76070 First Coffee Roasters')
      .last()
      .waitFor();
    expect(await wordsOf(control)).toMatch(/It is coupled to nothing now\..*Not coupled/s);
    expect(await control.getByRole('button', { name: 'Couple…' }).count()).toBe(1);
    expect(await coupledTo()).toBe('');
    await uncoupleElsewhere(host, '76060');
    await uncoupleElsewhere(host, '76050');
  });
});

it('a deleted record is uncoupled before another is coupled, as the words say', async () => {
  const { control } = await openCoupling(host, 'account', '71000');
  expect(await control.getByRole('button', { name: 'Couple to another…' }).count()).toBe(0);
  await uncouple(control);
});
