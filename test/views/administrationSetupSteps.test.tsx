import { act, fireEvent, screen, within } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { WorkOptions } from '../../businessCentral/administration/types';
import { SalesError } from '../../sales/sales';
import { allFound, customerCard, fakeSetup, itemCard, matchingOf, userWith, wayFailing } from './fakeSetup';
import { settle } from './rendering';
import { showSetup, words } from './renderingSetup';

function rowOf(name: string): HTMLElement {
  return screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest('tr')!;
}

describe('the services', () => {
  const proposal = { CustomerCard: { missing: true } } as const;
  const missing = {
    services: [itemCard, { ...customerCard, state: 'missing', otherNames: ['Kunden'] } as const],
    proposal,
    hasCompanion: false,
  };

  it('are listed with what to publish and what is lost without; what is not in order comes first', async () => {
    const { container, states } = await showSetup(
      fakeSetup(undefined, { services: () => Promise.resolve(missing) }),
      'step=services',
    );
    expect(container.textContent).toContain('1 of 2 services are in order.');
    expect(container.textContent).toContain('The companion extension is not there.');
    const [first] = screen.getAllByRole('rowheader');
    expect(first?.textContent).toBe('CustomerCard');
    expect(rowOf('CustomerCard').textContent).toContain('Page 21');
    expect(rowOf('CustomerCard').textContent).toContain('customer figures');
    expect(states()[2]).toBe('attention');
  });

  it('are saved as they were found, and then done', async () => {
    const questions = fakeSetup(undefined, { services: () => Promise.resolve(missing) });
    const { press, states } = await showSetup(questions, 'step=services');
    await press('Save what was found');
    expect(questions.saved).toEqual([{ services: JSON.stringify(proposal) }]);
    expect(states()[2]).toBe('done');
  });

  it('can be asked for under another name, of which those that fit are offered', async () => {
    const questions = fakeSetup(undefined, { services: () => Promise.resolve(missing) });
    const { press, type } = await showSetup(questions, 'step=services');
    await press('Other name: CustomerCard');
    const entry = screen.getByLabelText<HTMLInputElement>('Name under which CustomerCard is published');
    expect(entry.value).toBe('Kunden');
    type('Name under which CustomerCard is published', 'no/such name');
    await press('Use this name');
    expect(questions.saved).toEqual([]);
    type('Name under which CustomerCard is published', 'Kundenkarte');
    await press('Use this name');
    expect(questions.saved).toEqual([{ services: '{"CustomerCard":{"name":"Kundenkarte"}}' }]);
  });

  it.each([
    ['notPermitted', {}],
    ['lacksFields', { fields: ['Last_Payment'] }],
    ['unknown', { error: new BusinessCentralError('timeout') }],
  ] as const)('that are %s say so', async (state, more) => {
    await showSetup(
      fakeSetup(undefined, {
        services: () =>
          Promise.resolve({
            ...allFound,
            services: [{ ...customerCard, state, ...more } as typeof itemCard],
          }),
      }),
      'step=services',
    );
    expect(rowOf('CustomerCard').textContent).toContain(words[`service_${state}`]);
  });

  it('tell that a key has expired since the step before', async () => {
    const { container } = await showSetup(
      fakeSetup(undefined, { services: () => Promise.reject(new BusinessCentralError('wrongCredentials')) }),
      'step=services',
    );
    expect(container.textContent).toContain(words['remedy_wrongCredentials']);
    expect(container.textContent).not.toContain('Ask your administrator');
  });

  it('wait for a connection that works', async () => {
    const { container, states } = await showSetup(
      fakeSetup(undefined, { check: () => Promise.resolve(wayFailing('company', 'companyNotFound')) }),
      'step=services',
    );
    expect(container.textContent).toContain(words['needsConnection']);
    expect(states()).toEqual(['done', 'attention', 'notYet', 'notYet', 'done', 'notYet', 'notYet']);
  });
});

describe('the dry run', () => {
  const notMatched = Array.from({ length: 120 }, (_, at) => ({
    row: { id: String(at), number: `P${at}`, name: `Product ${at}` },
    reason: 'noSuchRecord' as const,
    recordNo: '',
  }));

  it('counts what matches, and lists what does not with why, fifty at a time', async () => {
    const { container, press } = await showSetup(
      fakeSetup(undefined, {
        match: (_connection, kind) =>
          Promise.resolve(kind === 'products' ? matchingOf(20_000, notMatched) : matchingOf(3)),
      }),
      'step=matching',
    );
    expect(container.textContent).toContain('19880 of 20000 match: not in Business Central 120');
    expect(screen.getAllByRole('rowheader')).toHaveLength(50);
    await press('Next rows');
    expect(screen.getByText('51–100 of 120')).toBeTruthy();
    expect(rowOf('P50').textContent).toContain(words['notMatchedRemedy_noSuchRecord']);
  });

  it('shows how far it is, and ends on request', async () => {
    let work: WorkOptions = {};
    const { container, press, states } = await showSetup(
      fakeSetup(undefined, {
        match: (_connection, _kind, _matchBy, options) => {
          work = options;
          return new Promise((_resolve, reject) => {
            options.signal?.addEventListener('abort', () => reject(new BusinessCentralError('aborted')));
          });
        },
      }),
      'step=matching',
    );
    act(() => work.onProgress?.({ phase: 'items', done: 5000, total: 20_000 }));
    expect(container.textContent).toContain('Reading items from Business Central: 5000 of 20000');
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('5000');
    await press('Cancel');
    expect(work.signal?.aborted).toBe(true);
    expect(container.textContent).toContain('The dry run was cancelled.');
    expect(states()[3]).toBe('unknown');
  });

  it('is made anew when products are to be matched otherwise', async () => {
    const asked: string[] = [];
    const questions = fakeSetup(undefined, {
      match: (_connection, kind, matchBy) => {
        asked.push(`${kind} ${matchBy}`);
        return Promise.resolve(matchingOf(1));
      },
    });
    await showSetup(questions, 'step=matching');
    fireEvent.click(screen.getByLabelText('By coupling'));
    await settle();
    expect(questions.saved).toEqual([{ matchBy: 'coupling' }]);
    expect(asked).toEqual(['products number', 'accounts number', 'products coupling', 'accounts coupling']);
  });

  it('calls a product whose item is blocked one to look at, not one without a match', async () => {
    const blocked = {
      row: { id: '1', number: 'LAMP', name: 'Lamp' },
      reason: 'blocked' as const,
      recordNo: 'LAMP',
    };
    await showSetup(
      fakeSetup(undefined, {
        match: () => Promise.resolve({ ...matchingOf(1), notMatched: [blocked] }),
      }),
      'step=matching',
    );
    expect(screen.getByRole('table', { name: 'Needs a look: Products' }).textContent).toContain('LAMP');
  });

  it('of accounts that fails leaves that of products', async () => {
    const { container } = await showSetup(
      fakeSetup(undefined, {
        match: (_connection, kind) =>
          kind === 'products'
            ? Promise.resolve(matchingOf(4))
            : Promise.reject(new BusinessCentralError('serviceNotPublished', { service: 'CustomerList' })),
      }),
      'step=matching',
    );
    expect(container.textContent).toContain('4 of 4 match');
    expect(container.textContent).toContain(words['remedy_serviceNotPublished']);
  });
});

describe('the roles', () => {
  const many = Array.from({ length: 2000 }, (_, at) => userWith(`User ${String(at).padStart(4, '0')}`));
  const ada = userWith('Ada Admin', {
    own: ['integrationUser'],
    throughTeams: [{ grant: 'credentials', team: 'Sales' }],
  });

  it('of 2,000 users are paged and searched', async () => {
    const { type } = await showSetup(
      fakeSetup(undefined, { access: () => Promise.resolve([...many, ada]) }),
      'step=roles',
    );
    expect(screen.getByText('1–50 of 2001')).toBeTruthy();
    type('Search by name or e-mail', 'ada.admin@');
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Ada Admin']);
    expect(rowOf('Ada Admin').textContent).toContain('through Sales');
    type('Search by name or e-mail', 'nobody');
    expect(screen.getByText(/^Nobody is found/)).toBeTruthy();
  });

  it('say what each allows, and are assigned', async () => {
    const questions = fakeSetup(undefined, { access: () => Promise.resolve([ada]) });
    const { press, container } = await showSetup(questions, 'step=roles');
    await press('Change: Ada Admin');
    expect(document.activeElement?.textContent).toBe('Ada Admin');
    expect(container.textContent).toContain(words['grantMeaning_productAvailabilityUser']);
    await press('Assign: Product Availability User');
    expect(questions.granted).toEqual(['+productAvailabilityUser Ada Admin']);
    expect(container.textContent).toContain('Product Availability User was assigned to Ada Admin.');
  });

  it('are taken away only after a question, which can be answered with no', async () => {
    const questions = fakeSetup(undefined, { access: () => Promise.resolve([ada]) });
    const { press } = await showSetup(questions, 'step=roles');
    await press('Change: Ada Admin');
    await press('Remove: Integration User');
    fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
    expect(questions.granted).toEqual([]);
    await press('Remove: Integration User');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await settle();
    expect(questions.granted).toEqual(['-integrationUser Ada Admin']);
  });

  it('are not said to be given where only a program holds one, such as the gateway’s account', async () => {
    const gateway = userWith('Gateway', { own: ['integrationUser'] });
    const { container, states } = await showSetup(
      fakeSetup(undefined, {
        access: () =>
          Promise.resolve([userWith('Ada'), { ...gateway, user: { ...gateway.user, isApplication: true } }]),
      }),
      'step=roles',
    );
    expect(container.textContent).toContain('0 of 1 people have one of the roles.');
    expect(states()[4]).toBe('notYet');
  });

  it('say what each allows before anybody is opened', async () => {
    const { container } = await showSetup(fakeSetup(), 'step=roles');
    for (const grant of ['integrationAdministrator', 'integrationUser', 'productAvailabilityUser']) {
      expect(container.querySelector('dl')?.textContent).toContain(words[`grantMeaning_${grant}`]);
    }
  });

  it('are given to many at once after a question; who fails keeps nobody else from theirs', async () => {
    const given: string[] = [];
    const questions = fakeSetup(undefined, {
      access: () => Promise.resolve([...many, ada]),
      assign: ({ user }, grant) => {
        if (user.name === 'User 0011') {
          return Promise.reject(new SalesError('notPermitted', 'prvAssignRole'));
        }
        given.push(`${user.name} ${grant}`);
        return Promise.resolve();
      },
    });
    const { press, type, container } = await showSetup(questions, 'step=roles');
    type('Search by name or e-mail', 'user 001');
    await press('Choose all 10 users found');
    await press('Assign to 10 users…');
    expect(given).toEqual([]);
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Assign' }));
    await settle();
    expect(given).toHaveLength(9);
    expect(given[0]).toBe('User 0010 productAvailabilityUser');
    expect(container.textContent).toContain('Assigned to 9 users.');
    const failed = screen.getByRole('table', { name: 'Not assigned' });
    expect(failed.textContent).toContain('User 0011');
    expect(failed.textContent).toContain('“System Administrator” to assign roles');
  });

  it('are not given again to who has them already', async () => {
    const questions = fakeSetup(undefined, { access: () => Promise.resolve([ada, userWith('Ben')]) });
    const { press } = await showSetup(questions, 'step=roles');
    fireEvent.click(screen.getByLabelText('Choose Ada Admin'));
    fireEvent.click(screen.getByLabelText('Choose Ben'));
    fireEvent.change(screen.getByLabelText('What they are given'), { target: { value: 'integrationUser' } });
    await press('Assign to 1 user…');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Assign' }));
    await settle();
    expect(questions.granted).toEqual(['+integrationUser Ben']);
  });

  it('warn of an account that cannot work, or may do too much', async () => {
    const { container, states, press } = await showSetup(
      fakeSetup(undefined, {
        access: () =>
          Promise.resolve([ada, userWith('BC', { warnings: ['integrationUserIsAdministrator'] })]),
      }),
      'step=roles',
    );
    expect(states()[4]).toBe('attention');
    expect(container.textContent).toContain(words['accessWarning_integrationUserIsAdministrator']);
    await press('Change: BC');
    expect(container.textContent).toContain(words['accessWarningRemedy_integrationUserIsAdministrator']);
  });

  it('that may not be assigned say which role is needed for it', async () => {
    const questions = fakeSetup(undefined, {
      access: () => Promise.resolve([ada]),
      assign: () => Promise.reject(new SalesError('notPermitted', 'prvAssignRole')),
    });
    const { press, container } = await showSetup(questions, 'step=roles');
    await press('Change: Ada Admin');
    await press('Assign: Integration Administrator');
    expect(container.textContent).toContain('“System Administrator” to assign roles');
  });
});
