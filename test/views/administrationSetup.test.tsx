import { fireEvent, screen } from '@testing-library/react';
import { addressFindings } from '../../businessCentral/administration/typedAddress';
import { SalesError } from '../../sales/sales';
import { directConnection, fakeSetup, gatewayConnection, wayFailing, wayInOrder } from './fakeSetup';
import { ignoreComplaints, settle } from './rendering';
import { showSetup, words } from './renderingSetup';

const key = 'kE9z/vq3HjTt0Q2m5x7B1n4w6y8A0c2E4g6I8k0M2o=';

describe('where the setup is taken up', () => {
  it('begins with the way in where there is no connection', async () => {
    const { current, states } = await showSetup(fakeSetup([]));
    expect(current()).toContain('1. The way in');
    expect(states().slice(0, 4)).toEqual(['notYet', 'notYet', 'notYet', 'notYet']);
  });

  it('goes on where another administrator has left it, by what checks find and not by a stored step', async () => {
    const { current, states } = await showSetup(fakeSetup([{ ...gatewayConnection, company: '' }]));
    expect(current()).toContain('2. Business Central and company');
    expect(states().slice(0, 2)).toEqual(['done', 'notYet']);
  });

  it('shows the last step where all is done, and leads from it to the health page', async () => {
    const { current, states, press, visited } = await showSetup(fakeSetup());
    expect(states()).toEqual(['done', 'done', 'done', 'done', 'done', 'done', 'done']);
    expect(current()).toContain('7. Synchronize');
    await press('Check everything');
    expect(visited).toEqual(['health']);
  });

  it('opens the step that a link names', async () => {
    expect((await showSetup(fakeSetup(), 'step=roles')).current()).toContain('5. Roles');
  });

  it('takes the default connection among several, and lets another be chosen', async () => {
    const other = { ...gatewayConnection, id: 'other', name: 'Contoso', company: '', isDefault: false };
    const { current } = await showSetup(fakeSetup([other, gatewayConnection]), 'step=businessCentral');
    expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('CRONUS');
    fireEvent.change(screen.getByLabelText('Connection'), { target: { value: 'other' } });
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('');
    expect(current()).toContain('2.');
  });

  it('says which role is needed where connections may not be read, and tries again', async () => {
    let isAllowed = false;
    const questions = fakeSetup([], {
      connections: () =>
        isAllowed
          ? Promise.resolve([])
          : Promise.reject(new SalesError('notPermitted', 'prvReadbcs_connection')),
    });
    const { container, press } = await (async () => {
      const shown = await showSetup(questions);
      return shown;
    })();
    expect(container.textContent).toContain('Integration Administrator');
    expect(container.textContent).toContain('prvReadbcs_connection');
    isAllowed = true;
    await press('Try again');
    expect(container.textContent).toContain('1. The way in');
  });
});

describe('the way in', () => {
  it('through the gateway makes the connection, tests it to the end, and goes on', async () => {
    const questions = fakeSetup([], {
      check: () => Promise.resolve(wayFailing('company', 'companyNotFound')),
    });
    const { type, press, current, states } = await showSetup(questions);
    type('Gateway address', ' https://gateway.contoso.com/healthz ');
    expect(screen.getByText('This will be kept: https://gateway.contoso.com')).toBeTruthy();
    await press('Save and continue');
    expect(questions.saved).toEqual([
      {
        name: 'Business Central',
        isDefault: true,
        matchBy: 'coupling',
        gatewayUrl: 'https://gateway.contoso.com',
      },
    ]);
    expect(states()[0]).toBe('done');
    expect(current()).toContain('2.');
  });

  it.each([
    ['gatewayReachable', 'gatewayNotFound'],
    ['gatewayReachable', 'gatewayPageNotLetIn'],
    ['ticket', 'ticketNotPermitted'],
    ['token', 'tokenRefused'],
    ['address', 'gatewayWithoutBusinessCentral'],
    ['signIn', 'gatewayWrongCredentials'],
  ] as const)('names the part %s that fails with %s, with what to do, and stays', async (part, code) => {
    const questions = fakeSetup([], { check: () => Promise.resolve(wayFailing(part, code)) });
    const { type, press, current, container, announced } = await showSetup(questions);
    type('Gateway address', 'https://gateway.contoso.com');
    await press('Save and continue');
    expect(current()).toContain('1.');
    expect(container.textContent).toContain(`${words[`check_${part}`]}: ${words[`checkFailed_${code}`]}`);
    expect(container.textContent).toContain(words[`checkRemedy_${code}`]);
    expect(announced()).toContain(words[`checkFailed_${code}`]);
  });

  it('tests an address before it is saved, and ends the test on request', async () => {
    const signals: AbortSignal[] = [];
    const questions = fakeSetup([], {
      check: (_asked, { signal }) => {
        signals.push(signal!);
        return new Promise(() => undefined);
      },
    });
    const { type, press, container } = await showSetup(questions);
    type('Gateway address', 'https://gateway.contoso.com');
    await press('Test the way in');
    expect(container.textContent).toContain('Testing the connection');
    await press('Cancel');
    expect(signals[0]?.aborted).toBe(true);
    expect(questions.saved).toEqual([]);
  });

  it('goes directly only once the risk has been accepted', async () => {
    const { press, current, getByLabelText, container } = await showSetup(fakeSetup([]));
    fireEvent.click(getByLabelText('Directly'));
    expect(container.textContent).toContain('Every user of this connection can read the key in the browser');
    await press('Save and continue');
    expect(current()).toContain('1.');
    fireEvent.click(getByLabelText('I have read this and want to connect directly'));
    await press('Save and continue');
    expect(current()).toContain('2.');
  });

  it('has words for every address that cannot be used', () => {
    expect(addressFindings.filter((finding) => words[`address_${finding}`] === undefined)).toEqual([]);
  });

  it('offers what was probably meant instead of an address that cannot be used', async () => {
    const { type, press } = await showSetup(fakeSetup([]));
    type('Gateway address', 'http://gateway.contoso.com');
    expect(screen.getByText(words['address_insecure']!)).toBeTruthy();
    await press('Use https://gateway.contoso.com/');
    expect(screen.getByLabelText<HTMLInputElement>('Gateway address').value).toBe(
      'https://gateway.contoso.com/',
    );
  });
});

describe('a direct connection', () => {
  async function fillIn(
    questions = fakeSetup([], { hasKey: () => Promise.resolve(questions.saved.length > 0) }),
  ) {
    const shown = await showSetup(questions);
    fireEvent.click(screen.getByLabelText('Directly'));
    fireEvent.click(screen.getByLabelText('I have read this and want to connect directly'));
    await shown.press('Save and continue');
    shown.type('OData address', "https://bc.contoso.com:7048/BC/ODataV4/Company('CRONUS')/ItemCard");
    shown.type('User name of the integration user', 'INTEGRATION');
    shown.type('Web service access key', key);
    return { ...shown, questions };
  }

  it('takes the company from the address, proposes the web client, and saves what it made of them', async () => {
    const { press, questions, current } = await fillIn();
    expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('CRONUS');
    await press('Use https://bc.contoso.com/BC');
    await press('Save and continue');
    expect(questions.saved).toEqual([
      {
        name: 'CRONUS',
        isDefault: true,
        matchBy: 'coupling',
        company: 'CRONUS',
        odataUrl: 'https://bc.contoso.com:7048/BC/ODataV4',
        services: '{"$keyAccepted":true}',
        userName: 'INTEGRATION',
        webClientUrl: 'https://bc.contoso.com/BC',
        webServiceAccessKey: key,
      },
    ]);
    expect(current()).toContain('3. Services');
  });

  it('has the key nowhere in the document but in the entry itself, and nowhere at all once it is saved', async () => {
    const { press, container } = await fillIn();
    expect(screen.getByLabelText<HTMLInputElement>('Web service access key').value).toBe(key);
    expect(screen.getByLabelText<HTMLInputElement>('Web service access key').type).toBe('password');
    expect(document.documentElement.outerHTML).not.toContain(key);
    await press('Save and continue');
    await press('Back');
    expect(container.textContent).toContain('A key is stored.');
    expect(document.documentElement.outerHTML).not.toContain(key);
    expect([...container.querySelectorAll('input')].map(({ value }) => value)).not.toContain(key);
    await press('Replace the key');
    expect(screen.getByLabelText<HTMLInputElement>('Web service access key').value).toBe('');
  });

  it('loses nothing that was typed on going back and forth', async () => {
    const { press } = await fillIn();
    await press('Back');
    await press('Save and continue');
    expect(screen.getByLabelText<HTMLInputElement>('Web service access key').value).toBe(key);
    expect(screen.getByLabelText<HTMLInputElement>('User name of the integration user').value).toBe(
      'INTEGRATION',
    );
  });

  it('to Business Central online is barred, since it accepts no keys, and it is said why', async () => {
    const { type, press, container, questions } = await fillIn();
    type(
      'OData address',
      'https://api.businesscentral.dynamics.com/v2.0/0d3a4f2e-5f0b-4b8e-9d57-0f1f6f3c2b11/Production/ODataV4',
    );
    expect(container.textContent).toContain(words['odata_online']);
    await press('Save and continue');
    expect(questions.saved).toEqual([]);
  });

  it('is tested with the key that was typed, before anything is saved', async () => {
    const asked: unknown[] = [];
    const questions = fakeSetup([], {
      hasKey: () => Promise.resolve(false),
      check: (connection) => {
        asked.push(connection);
        return Promise.resolve(wayInOrder('direct'));
      },
    });
    const { press, container } = await fillIn(questions);
    await press('Test connection');
    expect(asked).toEqual([
      {
        way: 'direct',
        odataUrl: 'https://bc.contoso.com:7048/BC/ODataV4',
        company: 'CRONUS',
        userName: 'INTEGRATION',
        key,
        storedOn: null,
        workedBefore: false,
      },
    ]);
    expect(container.textContent).toContain('Reading data: in order');
    expect(questions.saved).toEqual([]);
  });

  it('says that a key has expired which worked before, and takes another', async () => {
    let isExpired = false;
    const asked: boolean[] = [];
    const questions = fakeSetup([directConnection], {
      check: (connection) => {
        asked.push(connection.way === 'direct' && connection.workedBefore);
        return Promise.resolve(isExpired ? wayFailing('signIn', 'keyExpired') : wayInOrder('direct'));
      },
    });
    const { press, container } = await showSetup(questions, 'step=businessCentral');
    isExpired = true;
    await press('Test connection');
    expect(asked).toEqual([false, true]);
    expect(container.textContent).toContain(words['checkFailed_keyExpired']);
    await press('Replace the key');
    expect(screen.getByLabelText('Web service access key')).toBeTruthy();
  });

  it('says who may read the key where this administrator may not', async () => {
    const questions = fakeSetup([directConnection], {
      check: () => Promise.reject(new SalesError('keyUnreadable')),
    });
    const { container } = await showSetup(questions, 'step=businessCentral');
    expect(container.textContent).toContain('Business Central Credentials');
  });
});

describe('the company', () => {
  const fifty = Array.from({ length: 50 }, (_, at) => ({ name: `Company ${at}`, id: null, displayName: '' }));

  it('is picked from fifty that are listed, or typed', async () => {
    const questions = fakeSetup([{ ...gatewayConnection, company: '' }], {
      companies: () => Promise.resolve(fifty),
    });
    const { press, type, container } = await showSetup(questions);
    await press('List companies');
    expect(container.querySelectorAll('datalist option')).toHaveLength(50);
    type('Company', 'company 7');
    expect(container.textContent).toContain('No company is called exactly this.');
    await press('Use “Company 7”');
    expect(container.textContent).toContain('Business Central has this company.');
  });

  it('that differs in capital letters is mended with a click on what the test suggests', async () => {
    const questions = fakeSetup([{ ...gatewayConnection, company: 'Cronus' }], {
      check: () => Promise.resolve(wayFailing('company', 'companyNotFound', 'CRONUS')),
    });
    const { press } = await showSetup(questions);
    await press('Use “CRONUS”');
    expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('CRONUS');
  });

  it('cannot be listed by who may not, which is said', async () => {
    const questions = fakeSetup([{ ...gatewayConnection, company: '' }], {
      companies: () => Promise.reject(new SalesError('notPermitted')),
    });
    const { press, container } = await showSetup(questions);
    await press('List companies');
    expect(container.textContent).toContain('You are not allowed to do this.');
  });
});

describe('two administrators at once', () => {
  const theirs = { ...gatewayConnection, company: 'Theirs', modifiedAt: 7 };

  async function collide() {
    let isFirst = true;
    const fake = fakeSetup();
    const questions = {
      ...fake,
      save: (...asked: Parameters<typeof fake.save>) => {
        if (!isFirst) {
          return fake.save(...asked);
        }
        isFirst = false;
        return Promise.resolve({ kind: 'changedMeanwhile', connection: theirs } as const);
      },
    };
    const shown = await showSetup(questions, 'step=businessCentral');
    shown.type('Company', 'Mine');
    await shown.press('Save and continue');
    return { ...shown, fake };
  }

  it('are told of each other, with what differs; nothing typed is lost', async () => {
    const { container, announced, current } = await collide();
    expect(announced()).toContain('Somebody else has changed this connection meanwhile');
    expect(container.querySelector('[role=table]')?.textContent).toContain('Theirs');
    expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('Mine');
    expect(current()).toContain('2.');
  });

  it('can take what the other has saved', async () => {
    const { press, fake } = await collide();
    await press('Take theirs');
    expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('Theirs');
    expect(fake.saved).toEqual([]);
  });

  it('can save what they typed in its place', async () => {
    const { press, fake } = await collide();
    await press('Save mine');
    expect(fake.saved).toEqual([{ company: 'Mine' }]);
  });
});

it('says what Dataverse refuses to save, and keeps what was typed', async () => {
  const questions = fakeSetup([gatewayConnection], {
    save: () => Promise.reject(new SalesError('notPermitted', 'prvWritebcs_connection')),
  });
  const { press, type, container } = await showSetup(questions, 'step=businessCentral');
  type('Company', 'Other');
  await press('Save and continue');
  expect(container.textContent).toContain('prvWritebcs_connection');
  expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('Other');
  ignoreComplaints();
});
