import { act, fireEvent } from '@testing-library/react';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import type { CouplingState } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import {
  account,
  candidateOf,
  candidates,
  couplingOf,
  fakeCoupling,
  fakeRecords,
  jobOf,
  lostConnection,
  refusedBy,
  stateOf,
} from './fakeCoupling';
import type { FakeCoupling } from './fakeCoupling';
import { settle } from './rendering';
import { showCoupling } from './renderingCoupling';
import type { ShownCoupling } from './renderingCoupling';

const coupled = stateOf({ couplings: [couplingOf('customer')] });

async function couple(fake: FakeCoupling): Promise<ShownCoupling> {
  const shown = await showCoupling(fake);
  await shown.press('Couple…');
  fake.searches[0]!.answer(candidates(candidateOf('10000', 'Adatum Corporation')));
  await settle();
  fireEvent.click(shown.getByRole('option'));
  await settle();
  return shown;
}

const deeds = (fake: FakeCoupling) => fake.deeds.map(({ asked }) => asked);
const answer = async <Answer,>(pending: { answer: (value: Answer) => void }, value: Answer) => {
  pending.answer(value);
  await settle();
};

describe('a deed', () => {
  it('is done once, however often its button is pressed', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await couple(fake);
    const button = shown.getByRole('button', { name: 'Couple: 10000 Adatum Corporation' });
    // Both presses come before the screen changes.
    act(() => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    await settle();
    expect(deeds(fake)).toEqual(['couple customer 10000 toSales']);
  });

  it('is told at once, takes the focus, and leaves nothing else to do meanwhile', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await couple(fake);
    await shown.press('Couple: 10000 Adatum Corporation');
    expect(shown.announced()).toBe('Coupling…');
    expect(shown.getByRole('progressbar', { name: 'Coupling…' })).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Coupling…');
    expect(shown.buttons()).toEqual(['']);
  });

  it('ends on the screen together with what it has led to, and nothing is offered in between', async () => {
    const fake = fakeCoupling(stateOf());
    let release: (state: CouplingState) => void = () => undefined;
    const held = new Promise<CouplingState>((resolve) => {
      release = resolve;
    });
    let isHeld = false;
    const coupling: Coupling = {
      ...fake.coupling,
      stateOf: (...asked) => (isHeld ? held : fake.coupling.stateOf(...asked)),
    };
    const shown = await showCoupling({ ...fake, coupling });
    await shown.press('Create in Business Central');
    isHeld = true;
    await answer(fake.deeds[0]!, { kind: 'done', jobId: null });
    expect(shown.text()).toContain('Creating in Business Central…');
    expect(shown.queryByRole('button', { name: 'Create in Business Central' })).toBeNull();
    await act(async () => {
      release(coupled);
      await held;
    });
    await settle();
    expect(shown.text()).toContain('Created in Business Central and coupled');
    expect(shown.text()).toContain('Coupled to customer');
    expect(shown.text()).not.toContain('Not coupled');
  });

  it('is followed to the end of its job, with its counts as they come', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Create in Business Central');
    expect(deeds(fake)).toEqual(['create customer']);
    await answer(fake.deeds[0]!, { kind: 'done', jobId: 'job-1' });
    expect(shown.text()).toContain('Waiting for its turn in Business Central.');
    await answer(fake.looks[0]!, jobOf({ finishedAt: null, counts: { inserted: 1 } }));
    expect(shown.text()).toContain('Created: 1You may leave this form; the work goes on.');
    expect(shown.announced()).toContain('Creating in Business Central… Created: 1');
    fake.state = coupled;
    await answer(fake.looks[1]!, jobOf({ counts: { inserted: 1, unchanged: 2 } }));
    expect(fake.looks.map(({ asked }) => asked)).toEqual(['job-1', 'job-1']);
    expect(shown.text()).toContain('Created in Business Central and coupledCreated: 1 · Unchanged: 2');
    expect(shown.text()).toContain('Coupled to customer 10000');
    expect(shown.announced()).toBe('Created in Business Central and coupled Created: 1 · Unchanged: 2');
  });

  it('whose job fails says so with its errors, and is offered again', async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake);
    await shown.press('Synchronize');
    await shown.press('Send Sales’ data to Business Central');
    expect(deeds(fake)).toEqual(['synchronize customer fromSales']);
    expect(shown.buttons()).toEqual(['', 'Open in Business Central', 'Compare']);
    await answer(fake.deeds[0]!, { kind: 'done', jobId: 'job-1' });
    await answer(fake.looks[0]!, jobOf({ counts: { failed: 1 }, errors: ['The owner must be coupled.'] }));
    expect(shown.text()).toContain('Not synchronized');
    expect(shown.text()).toContain('The owner must be coupled.Failed: 1');
    expect(shown.buttons()).toContain('Synchronize');
  });

  it('that Business Central refuses says why in its own sentence, and that nothing has changed', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await couple(fake);
    await shown.press('Couple: 10000 Adatum Corporation');
    await answer(fake.deeds[0]!, refusedBy('The customer <b>10000</b> is already coupled.'));
    expect(shown.text()).toContain(
      'Business Central refused: The customer <b>10000</b> is already coupled.Nothing has been changed.',
    );
    expect(shown.buttons()).toContain('Couple…');
  });

  it.each([
    ['coupledMeanwhile', 'has just been coupled by somebody else.'],
    ['forbidden', 'Business Central does not let the connection'],
    ['serviceNotPublished', 'Business Central does not offer all the information'],
  ] as const)('that is refused without a sentence says why: %s', async (code, sentence) => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Create in Business Central');
    fake.state = coupled;
    await answer(fake.deeds[0]!, { kind: 'refused', error: new BusinessCentralError(code) });
    expect(shown.text()).toContain(sentence);
    expect(shown.text()).toContain('Nothing has been changed.');
    expect(shown.text()).toContain('Coupled to customer 10000');
  });

  it('that Sales does not let begin is refused', async () => {
    const fake = fakeCoupling(stateOf());
    let isLost = false;
    const sales = fakeRecords(account, {
      connection: async () => {
        const found = await fakeRecords(account).connection();
        if (isLost) {
          throw new SalesError('notConfigured');
        }
        return found;
      },
    });
    const shown = await showCoupling(fake, account, { sales });
    isLost = true;
    fake.state = new BusinessCentralError('unreachable');
    await shown.press('Refresh');
    await shown.press('Create in Business Central');
    expect(shown.text()).toContain('Business Central has not been connected yet.Nothing has been changed.');
    expect(deeds(fake)).toEqual([]);
  });

  it('of several steps ends with the first that fails', async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake);
    await shown.press('Couple to another…');
    await answer(fake.searches[0]!, candidates(candidateOf('20000', 'Trey Research')));
    fireEvent.click(shown.getByRole('option'));
    await settle();
    await shown.press('Couple: 20000 Trey Research');
    await shown.press('Couple');
    await answer(fake.deeds[0]!, { kind: 'done', jobId: 'job-1' });
    await answer(fake.looks[0]!, jobOf({ kind: 'uncoupling', counts: { failed: 1 } }));
    expect(deeds(fake)).toEqual(['uncouple customer']);
    expect(shown.text()).toContain('Not uncoupled');
  });
});

describe('uncoupling', () => {
  it('asks first, says what it means, and gives the focus back on no', async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake);
    await shown.press('Uncouple');
    const question = shown.getByRole('alertdialog', { name: 'Uncouple from 10000 Adatum Corporation?' });
    expect(question.textContent).toContain('Neither record is deleted.');
    expect(question.contains(document.activeElement)).toBe(true);
    await shown.press('Cancel');
    expect(shown.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Uncouple');
    expect(deeds(fake)).toEqual([]);
  });

  it('is done on yes, and moves the focus to what comes of it', async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake);
    await shown.press('Uncouple');
    const [, yes] = shown.getAllByRole('button', { name: 'Uncouple' });
    fireEvent.click(yes!);
    await settle();
    fake.state = stateOf();
    await answer(fake.deeds[0]!, { kind: 'done', jobId: null });
    expect(document.activeElement?.textContent).toBe('Uncoupled');
    expect(shown.text()).toContain('Not coupled');
  });
});

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

  it('leaves it to be tried again once it is known that nothing happened', async () => {
    const { fake, shown } = await begin();
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('The connection broke off, and nothing has been changed');
    expect(shown.buttons()).toContain('Create in Business Central');
    await shown.press('Refresh');
    expect(shown.text()).not.toContain('The connection broke off');
  });

  it('waits for jobs at work before it says that nothing happened', async () => {
    const { fake, shown } = await begin();
    fake.state = stateOf({ jobsUnderWay: [jobOf({ id: 'job-7', finishedAt: null })] });
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain(findingOut);
    expect(shown.buttons()).not.toContain('Create in Business Central');
    expect(fake.looks.map(({ asked }) => asked)).toEqual(['job-7']);
    fake.state = coupled;
    await answer(fake.looks[0]!, jobOf({ id: 'job-7' }));
    expect(shown.text()).toContain('Created in Business Central and coupled');
  });

  it('is found out for a coupling only by the very record that was chosen', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await couple(fake);
    await shown.press('Couple: 10000 Adatum Corporation');
    fake.state = stateOf({ couplings: [couplingOf('customer', { recordNo: '99999' })] });
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('nothing has been changed');
  });

  it('leaves a synchronization to be read from the latest results', async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake);
    await shown.press('Synchronize');
    await shown.press('Get Business Central’s data');
    await answer(fake.deeds[0]!, lostConnection);
    expect(shown.text()).toContain('The connection broke offThe latest synchronizations are shown below.');
  });
});

describe('a job at work', () => {
  it('is seen on coming back to the form, and the record is read again at its end', async () => {
    const fake = fakeCoupling(
      stateOf({ jobsUnderWay: [jobOf({ finishedAt: null, counts: { modified: 3 } })] }),
    );
    const shown = await showCoupling(fake);
    expect(shown.announced()).toContain('A synchronization is under way');
    expect(shown.text()).toContain('Changed: 3');
    fake.state = coupled;
    await answer(fake.looks[0]!, jobOf());
    expect(shown.text()).not.toContain('A synchronization is under way');
    expect(shown.text()).toContain('Coupled to customer 10000');
  });

  it('is no longer watched once the form is left, and goes on', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Create in Business Central');
    await answer(fake.deeds[0]!, { kind: 'done', jobId: 'job-1' });
    expect(fake.looks[0]!.signal?.aborted).toBe(false);
    shown.leave();
    expect(fake.looks[0]!.signal?.aborted).toBe(true);
    fake.looks[0]!.answer(jobOf({ finishedAt: null }));
    await settle();
    expect(fake.looks).toHaveLength(1);
    expect(deeds(fake)).toEqual(['create customer']);
  });

  it('that was found at work is no longer watched once the control is gone from the page', async () => {
    const fake = fakeCoupling(stateOf({ jobsUnderWay: [jobOf({ finishedAt: null })] }));
    const shown = await showCoupling(fake);
    shown.unmount();
    expect(fake.looks[0]!.signal?.aborted).toBe(true);
  });

  it('that cannot be watched goes on, and says where to look', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Create in Business Central');
    await answer(fake.deeds[0]!, { kind: 'done', jobId: 'job-1' });
    fake.looks[0]!.fail(new BusinessCentralError('forbidden'));
    await settle();
    expect(shown.text()).toContain('The work goes on in Business Central, but its end was not seen');
    expect(shown.text()).toContain('Refresh to see how it ended.');
  });
});

it('takes a result off the screen with a refresh', async () => {
  const fake = fakeCoupling(stateOf());
  const shown = await showCoupling(fake);
  await shown.press('Create in Business Central');
  await answer(fake.deeds[0]!, refusedBy('No.'));
  await shown.press('Refresh');
  expect(shown.text()).not.toContain('Business Central refused');
});

it('keeps the result of a deed with its record', async () => {
  const fake = fakeCoupling(stateOf());
  const shown = await showCoupling(fake);
  await shown.press('Create in Business Central');
  await answer(fake.deeds[0]!, refusedBy('No.'));
  shown.change({ id: 'account-2' });
  await settle();
  expect(shown.text()).not.toContain('Business Central refused');
});
