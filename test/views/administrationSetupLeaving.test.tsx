import { fireEvent, screen, within } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import {
  directConnection,
  fakeSetup,
  gatewayConnection,
  itemCard,
  matchingOf,
  userWith,
  wayFailing,
  wayInOrder,
} from './fakeSetup';
import { ignoreComplaints, settle } from './rendering';
import { showSetup, words } from './renderingSetup';

/** The question whether to go on all the same. */
function question(): HTMLElement | null {
  return screen.queryByRole('alertdialog');
}

async function answer(name: string): Promise<void> {
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name }));
  await settle();
}

describe('a connection that salespeople work with', () => {
  it('stays as it is while another way is only being entered', async () => {
    const questions = fakeSetup();
    const { press, current } = await showSetup(questions, 'step=way');
    fireEvent.click(screen.getByLabelText('Directly'));
    fireEvent.click(screen.getByLabelText('I have read this and want to connect directly'));
    await press('Save and continue');
    expect(current()).toContain('2.');
    expect(questions.saved).toEqual([]);
    expect(questions.rows).toEqual([gatewayConnection]);
  });

  it('takes over another gateway only together with its company, once the whole way has been tested', async () => {
    const questions = fakeSetup();
    const { type, press, current } = await showSetup(questions, 'step=way');
    type('Gateway address', 'https://other.contoso.com');
    await press('Save and continue');
    expect(questions.saved).toEqual([]);
    await press('Save and continue');
    expect(questions.saved).toEqual([{ gatewayUrl: 'https://other.contoso.com' }]);
    expect(current()).toContain('3.');
  });

  it('is not changed by entries that fail the test, which is said, with what saving them would do', async () => {
    const questions = fakeSetup(undefined, {
      check: (asked) =>
        Promise.resolve(asked.company === 'CRONUS' ? wayInOrder() : wayFailing('company', 'companyNotFound')),
    });
    const { type, press, current } = await showSetup(questions, 'step=businessCentral');
    type('Company', 'Nobody');
    await press('Save and continue');
    expect(questions.saved).toEqual([]);
    expect(question()?.textContent).toContain('Company: there is no company of this name.');
    expect(question()?.textContent).toContain('Salespeople work with this connection');
    await answer('Cancel');
    expect(questions.saved).toEqual([]);
    await press('Save and continue');
    await answer('Save all the same');
    expect(questions.saved).toEqual([{ company: 'Nobody' }]);
    expect(current()).toContain('3.');
  });

  it('is asked about as well where it could not be tested at all', async () => {
    const questions = fakeSetup([directConnection], {
      check: () => Promise.reject(new SalesError('keyUnreadable')),
    });
    const { type, press } = await showSetup(questions, 'step=businessCentral');
    type('Company', 'Other');
    await press('Save and continue');
    expect(question()?.textContent).toContain('The connection could not be tested.');
    expect(questions.saved).toEqual([]);
  });

  it('can have its way looked at, and the step left, although its gateway does not answer', async () => {
    const questions = fakeSetup(undefined, {
      check: () => Promise.resolve(wayFailing('gatewayReachable', 'gatewayNotFound')),
    });
    const { press, current } = await showSetup(questions, 'step=way');
    await press('Save and continue');
    expect(question()?.textContent).toContain('Nothing is saved yet');
    await answer('Go on all the same');
    expect(current()).toContain('2.');
    expect(questions.saved).toEqual([]);
  });
});

describe('a connection that nobody works with yet', () => {
  it('keeps the gateway’s address for another administrator, tested or on request', async () => {
    const questions = fakeSetup([], {
      check: () => Promise.resolve(wayFailing('gatewayReachable', 'gatewayNotFound')),
    });
    const { type, press, current } = await showSetup(questions);
    type('Gateway address', 'https://gateway.contoso.com');
    await press('Save and continue');
    expect(questions.saved).toEqual([]);
    await answer('Save all the same');
    expect(questions.saved).toMatchObject([{ gatewayUrl: 'https://gateway.contoso.com' }]);
    expect(current()).toContain('2.');
  });

  it('loses no gateway address when the direct way is looked at', async () => {
    const questions = fakeSetup([{ ...gatewayConnection, company: '' }]);
    const { press } = await showSetup(questions, 'step=way');
    fireEvent.click(screen.getByLabelText('Directly'));
    fireEvent.click(screen.getByLabelText('I have read this and want to connect directly'));
    await press('Save and continue');
    expect(questions.saved).toEqual([]);
  });

  it('says nothing of a company that has not been entered yet', async () => {
    const questions = fakeSetup([{ ...gatewayConnection, company: '' }], {
      check: () => Promise.resolve(wayFailing('company', 'companyNotFound')),
    });
    const { container, press, type } = await showSetup(questions, 'step=businessCentral');
    expect(container.textContent).not.toContain(`Company: ${words['checkFailed_companyNotFound']}`);
    type('Company', 'Nobody');
    await press('Test connection');
    expect(container.textContent).toContain(`Company: ${words['checkFailed_companyNotFound']}`);
  });
});

describe('who lacks a role for the gateway', () => {
  it('is led to the step where roles are given', async () => {
    const { press, current } = await showSetup(
      fakeSetup(undefined, { check: () => Promise.resolve(wayFailing('token', 'noRole')) }),
      'step=way',
    );
    await press('Open step 5, Roles');
    expect(current()).toContain('5. Roles');
  });
});

describe('a step that is not done', () => {
  it.each([
    [
      'services',
      {
        services: () =>
          Promise.resolve({
            services: [{ ...itemCard, state: 'missing' as const }],
            proposal: {},
            hasCompanion: true,
          }),
      },
      '4.',
    ],
    [
      'matching',
      {
        match: () =>
          Promise.resolve(
            matchingOf(1, [
              { row: { id: '1', number: '', name: 'Lamp' }, reason: 'noNumber' as const, recordNo: '' },
            ]),
          ),
      },
      '5.',
    ],
    ['roles', { access: () => Promise.resolve([userWith('Nils', { warnings: ['noRole'] })]) }, '6.'],
    ['salespeople', { owners: () => Promise.resolve({ coupled: 1, notCoupled: 2 }) }, '7.'],
  ] as const)('%s lets go on only with what that means', async (step, answers, next) => {
    const { press, current } = await showSetup(fakeSetup(undefined, answers), `step=${step}`);
    const before = current();
    await press('Next');
    expect(current()).toBe(before);
    expect(question()?.textContent).toContain(words[`goOnMeaning_${step}`]);
    await answer('Go on all the same');
    expect(current()).toContain(next);
  });

  it('is checked once more on going on, and asks nothing where it has been put right meanwhile', async () => {
    let notCoupled = 2;
    const { press, current } = await showSetup(
      fakeSetup(undefined, { owners: () => Promise.resolve({ coupled: 1, notCoupled }) }),
      'step=salespeople',
    );
    notCoupled = 0;
    await press('Next');
    expect(question()).toBeNull();
    expect(current()).toContain('7.');
  });

  it('that is done leads on at once', async () => {
    const { press, current } = await showSetup(fakeSetup(), 'step=services');
    await press('Next');
    expect(current()).toContain('4.');
  });

  it('whose connection has failed looks at the connection again', async () => {
    let works = false;
    const { press, current } = await showSetup(
      fakeSetup(undefined, {
        check: () => Promise.resolve(works ? wayInOrder() : wayFailing('address', 'nothingAnswers')),
      }),
      'step=services',
    );
    works = true;
    await press('Next');
    await settle();
    expect(current()).toContain('4.');
  });
});

describe('a key', () => {
  const accepted = { ...directConnection, services: '{"$keyAccepted":true}' };

  it('that worked once is said to have expired also on a page that was opened since', async () => {
    const asked: boolean[] = [];
    await showSetup(
      fakeSetup([accepted], {
        check: (connection) => {
          asked.push(connection.way === 'direct' && connection.workedBefore);
          return Promise.resolve(wayFailing('signIn', 'keyExpired'));
        },
      }),
      'step=businessCentral',
    );
    expect(asked).toEqual([true]);
  });

  it('that is new is not, when it is refused', async () => {
    const questions = fakeSetup([accepted], {
      check: (asked) =>
        Promise.resolve(
          asked.way === 'direct' && asked.workedBefore
            ? wayFailing('signIn', 'keyExpired')
            : wayFailing('signIn', 'wrongCredentials'),
        ),
    });
    const { press, type } = await showSetup(questions, 'step=businessCentral');
    await press('Replace the key');
    type('Web service access key', 'new');
    await press('Save and continue');
    expect(question()?.textContent).toContain(words['checkFailed_wrongCredentials']);
    await answer('Save all the same');
    expect(questions.saved).toEqual([{ services: '', webServiceAccessKey: 'new' }]);
  });

  it('that expires between two steps is noticed by the later one, and the step of the key says so', async () => {
    let isExpired = false;
    const { states, press } = await showSetup(
      fakeSetup([accepted], {
        check: () => Promise.resolve(isExpired ? wayFailing('signIn', 'keyExpired') : wayInOrder('direct')),
        services: () =>
          isExpired
            ? Promise.reject(new BusinessCentralError('wrongCredentials'))
            : Promise.resolve({ services: [itemCard], proposal: {}, hasCompanion: true }),
      }),
      'step=services',
    );
    expect(states()[1]).toBe('done');
    isExpired = true;
    await press('Refresh');
    await settle();
    expect(states()[1]).toBe('attention');
  });
});

describe('where every connection is deactivated', () => {
  it('one can be taken into use again, instead of being entered anew', async () => {
    const questions = fakeSetup([{ ...gatewayConnection, isActive: false }]);
    const { container, press, states } = await showSetup(questions);
    expect(container.textContent).toContain('Every connection is deactivated');
    await press('Reactivate CRONUS');
    expect(container.textContent).not.toContain('Every connection is deactivated');
    expect(states()[1]).toBe('done');
  });
});

it('a failure of saving is not told on another step', async () => {
  const { press, container } = await showSetup(
    fakeSetup([gatewayConnection], {
      save: () => Promise.reject(new SalesError('notPermitted', 'prvWritebcs_connection')),
    }),
    'step=matching',
  );
  fireEvent.click(screen.getByLabelText('By coupling'));
  await settle();
  expect(container.textContent).toContain('prvWritebcs_connection');
  await press('Back');
  expect(container.textContent).not.toContain('prvWritebcs_connection');
  ignoreComplaints();
});
