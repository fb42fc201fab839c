import { fireEvent, screen, within } from '@testing-library/react';
import type { Pairing } from '../../administration/salespeople/questions';
import { coupledOwners } from '../../administration/salespeople/owners';
import { fakeCompany, fakeSetup, finishedLine, gatewayConnection, wayFailing } from './fakeSetup';
import { settle } from './rendering';
import { showSetup, words } from './renderingSetup';

describe('step 6, the salespeople', () => {
  const proposed = (coupled: Pairing[]) =>
    fakeCompany({
      salespeople: () =>
        Promise.resolve([
          { code: 'PR', name: 'Paolo', email: '', coupledTo: coupled.length > 0 ? 'paolo' : null },
        ]),
      users: () => Promise.resolve([{ id: 'paolo', name: 'Paolo Rossi', email: '' }]),
      propose: () => [{ code: 'PR', userId: 'paolo', by: 'email' }],
      couple: (pairings) => {
        coupled.push(...pairings);
        return Promise.resolve({ done: pairings, failed: [], left: [] });
      },
    });

  it('are coupled in the setup itself, and the step is done', async () => {
    const coupled: Pairing[] = [];
    const questions = fakeSetup(undefined, {
      owners: () => Promise.resolve({ coupled: coupled.length, notCoupled: 1 - coupled.length }),
    });
    const { press, states } = await showSetup(questions, 'step=salespeople', () => proposed(coupled));
    expect(states()[5]).toBe('notYet');
    await press('Couple: PR Paolo Rossi');
    expect(coupled).toEqual([{ code: 'PR', userId: 'paolo', insteadOf: null }]);
    expect(states()[5]).toBe('done');
  });

  it('are those of the connection that is set up, not of the default one', async () => {
    const other = { ...gatewayConnection, id: 'other', name: 'Contoso', isDefault: false };
    const opened: string[] = [];
    await showSetup(fakeSetup([other, gatewayConnection]), 'step=salespeople', (connectionId) => {
      opened.push(connectionId);
      return fakeCompany();
    });
    fireEvent.change(screen.getByLabelText('Connection'), { target: { value: 'other' } });
    await settle();
    expect(opened.at(-1)).toBe('other');
  });

  it('wait for a connection that works', async () => {
    const { container } = await showSetup(
      fakeSetup(undefined, { check: () => Promise.resolve(wayFailing('token', 'noRole')) }),
      'step=salespeople',
    );
    expect(container.textContent).toContain(words['needsConnection']);
  });

  it('need not all be coupled: those who own nothing in Sales wait for nothing', () => {
    const users = ['ada', 'ben', 'cleo'].map((id) => ({ id, name: id, email: '' }));
    const salespeople = [
      { code: 'A', name: '', email: '', coupledTo: 'ada' },
      { code: 'PURCHASER', name: '', email: '', coupledTo: null },
    ];
    expect(coupledOwners({ salespeople, users }, new Map([['ada', 2]]))).toEqual({
      coupled: 1,
      notCoupled: 0,
    });
    const owned = new Map([
      ['ada', 2],
      ['ben', 1],
    ]);
    expect(coupledOwners({ salespeople, users }, owned)).toEqual({ coupled: 1, notCoupled: 1 });
  });
});

describe('step 7, the full synchronization', () => {
  it('is started in the setup itself, and the step is as the review has it', async () => {
    const started: string[] = [];
    const { press, states } = await showSetup(
      fakeSetup(undefined, {
        review: () => Promise.resolve([{ ...finishedLine, state: 'none' as const }]),
      }),
      'step=synchronize',
      () =>
        fakeCompany(
          {},
          {
            review: () =>
              Promise.resolve([{ ...finishedLine, state: started.length === 0 ? 'none' : 'finished' }]),
            startFullSynch: (mapping) => {
              started.push(mapping);
              return Promise.resolve({ kind: 'done', jobId: null, at: 0 });
            },
          },
        ),
    );
    expect(states()[6]).toBe('notYet');
    await press('Start: CUSTOMER');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Start' }));
    await settle();
    expect(started).toEqual(['CUSTOMER']);
    expect(states()[6]).toBe('done');
  });

  it('goes on being followed behind the other steps', async () => {
    const { press, container } = await showSetup(fakeSetup(), 'step=synchronize');
    await press('Back');
    expect(container.querySelector('[hidden]')?.textContent).toContain('CUSTOMER');
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toContain(
      'Salespeople',
    );
  });

  it('leads from a failed mapping to a step that needs attention', async () => {
    const { states } = await showSetup(
      fakeSetup(undefined, { review: () => Promise.resolve([{ ...finishedLine, state: 'error' as const }]) }),
      'step=roles',
    );
    expect(states()[6]).toBe('attention');
  });
});
