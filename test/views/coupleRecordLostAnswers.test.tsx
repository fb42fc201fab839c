import { fireEvent } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import { account, couplingOf, fakeCoupling, jobOf, lostConnection, stateOf } from './fakeCoupling';
import { now } from './fakeSources';
import { settle } from './rendering';
import { answer, deeds, showChosen, showCoupling } from './renderingCoupling';

const coupled = stateOf({ couplings: [couplingOf('customer')] });

describe('a connection that breaks off in the middle', () => {
  const begin = async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Create in Business Central');
    return { fake, shown };
  };
  const findingOut = 'The connection broke off. Finding out what happened…';

  it('is followed by finding out, and nothing is offered until that is known', async () => {
    const { fake, shown } = await begin();
    fake.state = new BusinessCentralError('unreachable');
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain(findingOut);
    expect(shown.buttons()).toEqual(['Try again']);
    await shown.press('Try again');
    expect(deeds(fake)).toEqual(['create customer']);
    expect(shown.buttons()).toEqual(['Try again']);
    fake.state = coupled;
    await shown.press('Try again');
    expect(shown.text()).not.toContain(findingOut);
    expect(shown.text()).toContain('Created in Business Central and coupled');
    expect(deeds(fake)).toEqual(['create customer']);
  });

  it('stays open while no trace of it is seen, and looks again by itself until time has told', async () => {
    const fake = fakeCoupling(stateOf());
    const pauses: (() => void)[] = [];
    const pause = () => new Promise<void>((resolve) => pauses.push(resolve));
    const shown = await showCoupling(fake, account, { pause });
    await shown.press('Create in Business Central');
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('It is not known yet whether it was done.');
    expect(shown.text()).not.toContain('nothing has been changed');
    expect(shown.buttons()).toEqual(['']);
    await shown.press('Refresh');
    expect(shown.buttons()).toEqual(['']);
    while (pauses.length > 0) {
      expect(shown.buttons()).toEqual(['']);
      pauses.splice(0).forEach((pass) => pass());
      await settle();
    }
    expect(shown.text()).toContain('The connection broke off, and nothing has come of it for some minutes');
    expect(shown.buttons()).toContain('Create in Business Central');
    await shown.press('Refresh');
    expect(shown.text()).not.toContain('The connection broke off');
  });

  it('is found as soon as it comes', async () => {
    const fake = fakeCoupling(stateOf());
    const pauses: (() => void)[] = [];
    const pause = () => new Promise<void>((resolve) => pauses.push(resolve));
    const shown = await showCoupling(fake, account, { pause });
    await shown.press('Create in Business Central');
    await answer(fake.deeds[0]!, lostConnection);
    fake.state = coupled;
    pauses.splice(0).forEach((pass) => pass());
    await settle();
    expect(shown.text()).toContain('Created in Business Central and coupled');
    expect(pauses).toEqual([]);
  });

  it('in the middle of uncoupling is not taken for done, nor for undone', async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake, account, { pause: () => new Promise(() => undefined) });
    await shown.press('Uncouple');
    const [, yes] = shown.getAllByRole('button', { name: 'Uncouple' });
    fireEvent.click(yes!);
    await settle();
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('It is not known yet whether it was done.');
    expect(shown.buttons()).not.toContain('Uncouple');
  });

  it('waits for jobs at work, however long they take', async () => {
    const { fake, shown } = await begin();
    fake.state = stateOf({ jobsUnderWay: [jobOf({ id: 'job-7', finishedAt: null })] });
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('It is not known yet whether it was done.');
    expect(shown.buttons()).not.toContain('Create in Business Central');
    expect(fake.looks.map(({ asked }) => asked)).toEqual(['job-7']);
    fake.state = coupled;
    await answer(fake.looks[0]!, jobOf({ id: 'job-7' }));
    expect(shown.text()).toContain('Created in Business Central and coupled');
  });

  it('is found out for a coupling only by the very record that was chosen', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showChosen(fake);
    await shown.press('Couple: 10000 Adatum Corporation');
    fake.state = stateOf({ couplings: [couplingOf('customer', { recordNo: '99999' })] });
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('nothing has been changed');
  });

  it.each([
    ['success', 'Synchronized'],
    ['failure', 'Not synchronized'],
  ] as const)('leaves a synchronization to be told by the next result: %s', async (result, words) => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake, account, { pause: () => new Promise(() => undefined) });
    await shown.press('Synchronize');
    await shown.press('Get Business Central’s data');
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('It is not known yet whether it was done.');
    fake.state = stateOf({ couplings: [couplingOf('customer', { toSales: { result, at: now } })] });
    await shown.press('Refresh');
    expect(shown.text()).toContain(words);
    expect(shown.text()).not.toContain('not known');
  });
});
