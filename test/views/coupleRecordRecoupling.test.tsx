import { fireEvent } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import { candidateOf, candidates, couplingOf, fakeCoupling, lostConnection, stateOf } from './fakeCoupling';
import { settle } from './rendering';
import { answer, showCoupling } from './renderingCoupling';

const coupled = stateOf({ couplings: [couplingOf('customer')] });

describe('coupling to another record', () => {
  const recouple = async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake);
    await shown.press('Couple to another…');
    await answer(fake.searches[0]!, candidates(candidateOf('20000', 'Trey Research')));
    fireEvent.click(shown.getByRole('option'));
    await settle();
    await shown.press('Couple: 20000 Trey Research');
    await shown.press('Couple');
    return { fake, shown };
  };
  const other = couplingOf('customer', { recordNo: '20000', recordName: 'Trey Research' });
  const refusal = new BusinessCentralError('businessCentralFailed', { serverMessage: 'It is blocked.' });

  it('says that the browser has to stay open, since its steps follow each other from here', async () => {
    const { shown } = await recouple();
    expect(shown.text()).toContain(
      'Coupling to the other record…You may go to another form, but keep this tab',
    );
    expect(shown.text()).not.toContain('the work goes on');
  });

  it('ends with the other record', async () => {
    const { fake, shown } = await recouple();
    fake.state = stateOf({ couplings: [other] });
    await answer(fake.deeds[0]!, { kind: 'done', jobId: null });
    expect(shown.text()).toContain('Coupled to the other record');
    expect(shown.text()).toContain('Coupled to customer 20000 Trey Research');
  });

  it('refused before anything was changed says so', async () => {
    const { fake, shown } = await recouple();
    await answer(fake.deeds[0]!, { kind: 'refused', error: refusal });
    expect(shown.text()).toContain('Business Central refused: It is blocked.Nothing has been changed.');
  });

  it('refused afterwards says that the earlier coupling is back, and why', async () => {
    const { fake, shown } = await recouple();
    await answer(fake.deeds[0]!, { kind: 'restored', error: refusal });
    expect(shown.text()).toContain(
      'Not coupled to 20000 Trey Research; the coupling to 10000 Adatum Corporation is back: It is blocked.',
    );
    expect(shown.text()).not.toContain('Nothing has been changed');
  });

  it('whose earlier coupling is lost says so, and what to do', async () => {
    const { fake, shown } = await recouple();
    fake.state = stateOf();
    await answer(fake.deeds[0]!, { kind: 'lost', error: new BusinessCentralError('unreachable') });
    expect(shown.text()).toContain(
      'Uncoupled from 10000 Adatum Corporation, and not coupled to 20000 Trey Research: Business Central cannot be reached.It is coupled to nothing now.',
    );
    expect(shown.buttons()).toContain('Couple…');
  });

  it('is not ended by leaving the form', async () => {
    const { fake, shown } = await recouple();
    shown.leave();
    expect(fake.deeds[0]!.signal).toBeUndefined();
  });

  it.each([
    ['done', stateOf({ couplings: [other] }), 'Coupled to the other record'],
    ['lost', stateOf(), 'Uncoupled from 10000 Adatum Corporation, and not coupled to 20000 Trey Research'],
    ['not known while the earlier coupling stands', coupled, 'nothing has come of it for some minutes'],
  ])('whose answer got lost is found out: %s', async (_what, state, words) => {
    const { fake, shown } = await recouple();
    fake.state = state;
    await answer(fake.deeds[0]!, lostConnection);
    for (let look = 0; look < 12; look += 1) {
      await settle();
    }
    expect(shown.text()).toContain(words);
  });
});
