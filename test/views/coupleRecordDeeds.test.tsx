import { act, fireEvent } from '@testing-library/react';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import type { CouplingState } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import { account, couplingOf, fakeCoupling, fakeRecords, jobOf, refusedBy, stateOf } from './fakeCoupling';
import { settle } from './rendering';
import { answer, deeds, showChosen, showCoupling } from './renderingCoupling';

const coupled = stateOf({ couplings: [couplingOf('customer')] });

describe('a deed', () => {
  it('is done once, however often its button is pressed', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showChosen(fake);
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
    const shown = await showChosen(fake);
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
    expect(shown.text()).toContain('Not synchronized: The owner must be coupled.Put right');
    expect(shown.text()).toContain('Failed: 1');
    expect(shown.buttons()).toContain('Synchronize');
  });

  it('that Business Central refuses says why in its own sentence, and that nothing has changed', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showChosen(fake);
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

  it('whose cause stands at the coupling as well is told once', async () => {
    const fake = fakeCoupling(coupled);
    const shown = await showCoupling(fake);
    await shown.press('Synchronize');
    await shown.press('Send Sales’ data to Business Central');
    fake.state = stateOf({
      couplings: [couplingOf('customer', { skipped: true, lastError: 'The owner must be coupled.' })],
    });
    await answer(fake.deeds[0]!, { kind: 'done', jobId: 'job-1' });
    await answer(fake.looks[0]!, jobOf({ counts: { failed: 1 }, errors: ['The owner must be coupled.'] }));
    expect(shown.text().split('The owner must be coupled.')).toHaveLength(2);
    expect(shown.text()).toContain('Left out of synchronization after failing twice');
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
