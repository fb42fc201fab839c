import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import { account, couplingOf, fakeCoupling, fakeRecords, mappingFor, pairFor, stateOf } from './fakeCoupling';
import { now } from './fakeSources';
import { settle } from './rendering';
import { showCoupling } from './renderingCoupling';

const hostile = `O'Brien <img src=x onerror=alert(1)> \u202Egnp.exe`;

describe('a record that cannot be asked about', () => {
  it('is to be saved first while it is new', async () => {
    const fake = fakeCoupling(stateOf());
    const { text } = await showCoupling(fake, account, { form: { id: null } });
    expect(text()).toBe('This has not been saved yet.Save it first; then it can be coupled.');
    expect(fake.stateReadings()).toBe(0);
  });

  it('says so where its table is not couplable', async () => {
    const { text } = await showCoupling(fakeCoupling(stateOf()), account, { form: { table: 'lead' } });
    expect(text()).toContain('Records of this table cannot be coupled.');
  });

  it.each([
    ['Business Central', new BusinessCentralError('unreachable'), 'Business Central cannot be reached.'],
    ['the connection', new BusinessCentralError('companyNotFound'), 'has no company with the name'],
    ['the network', new BusinessCentralError('timeout'), 'took too long'],
  ])('says what is wrong with %s, and what to do', async (_what, failure, sentence) => {
    const fake = fakeCoupling(failure);
    const { text, press } = await showCoupling(fake);
    expect(text()).toContain(sentence);
    fake.state = stateOf();
    await press('Try again');
    expect(text()).toContain('Not coupled');
  });

  it('names the role that is missing', async () => {
    const sales = fakeRecords(account, { connection: () => Promise.reject(new SalesError('notPermitted')) });
    const { text } = await showCoupling(fakeCoupling(stateOf()), account, { sales });
    expect(text()).toContain('You are not allowed to see couplings with Business Central.');
    expect(text()).toContain('Couplings need the role Integration User.');
  });

  it('is still opened through Business Central where the companion is missing, which administrators are told', async () => {
    const failure = new BusinessCentralError('serviceNotPublished', {
      service: 'CRMIntegrationRecords',
      status: 404,
    });
    const { text, press, opened } = await showCoupling(fakeCoupling(failure));
    expect(text()).toContain('Ask your administrator to install the companion extension');
    expect(text()).toContain('CRMIntegrationRecords · HTTP 404');
    await press('Open in Business Central');
    expect(opened).toEqual(['https://bc.example/BC/?page=5329']);
  });
});

describe('a coupled record', () => {
  it('says what it is coupled to, in an icon and words, and how each direction went', async () => {
    const coupling = couplingOf('customer', { fromSales: { result: 'failure', at: null } });
    const { text, announced, container } = await showCoupling(
      fakeCoupling(stateOf({ couplings: [coupling] })),
    );
    expect(text()).toContain('Coupled to customer 10000 Adatum Corporation');
    expect(announced()).toBe('Coupled to customer 10000 Adatum Corporation');
    expect([...container.querySelectorAll('dl > *')].map(({ textContent }) => textContent)).toEqual([
      'To Sales',
      '19 November 14:05: all well',
      'From Sales',
      'failed',
    ]);
  });

  it('opens in Business Central', async () => {
    const shown = await showCoupling(fakeCoupling(stateOf({ couplings: [couplingOf('customer')] })));
    await shown.press('Open in Business Central: 10000 Adatum Corporation');
    expect(shown.opened).toEqual(['https://bc.example/BC/?record=10000']);
  });

  it('says why it cannot be opened where the connection has no web client', async () => {
    const fake = fakeCoupling(stateOf({ couplings: [couplingOf('customer')] }), { address: () => null });
    const { text, buttons } = await showCoupling(fake);
    expect(text()).toContain('The connection has no address of the web client');
    expect(buttons()).not.toContain('Open in Business Central');
  });

  it('says that it is left out, why, and what to do', async () => {
    const coupling = couplingOf('customer', { skipped: true, lastError: 'The currency must be coupled.' });
    const { text } = await showCoupling(fakeCoupling(stateOf({ couplings: [coupling] })));
    expect(text()).toContain(
      'Left out of synchronization after failing twice: The currency must be coupled.Put right what the sentence says, then synchronize again.',
    );
  });

  it('says that its partner was deleted, and offers to uncouple but nothing that needs the partner', async () => {
    const coupling = couplingOf('customer', { recordNo: '', recordName: '' });
    const { text, buttons } = await showCoupling(fakeCoupling(stateOf({ couplings: [coupling] })));
    expect(text()).toContain('Customer: deleted in Business Central');
    expect(buttons()).toEqual(['', 'Uncouple']);
  });

  it('has a block for each coupling where there are several', async () => {
    const couplings = [
      couplingOf('customer'),
      couplingOf('vendor', { recordNo: 'V1', recordName: 'Adatum Supply' }),
    ];
    const { text, announced, press, opened } = await showCoupling(fakeCoupling(stateOf({ couplings })));
    expect(announced()).toBe('Coupled to 2 records of Business Central');
    expect(text()).toContain('Coupled to customer 10000 Adatum Corporation');
    expect(text()).toContain('Coupled to vendor V1 Adatum Supply');
    await press('Open in Business Central: V1 Adatum Supply');
    expect(opened).toEqual(['https://bc.example/BC/?record=V1']);
  });

  it('is only opened and compared where Business Central alone couples such records', async () => {
    const record = { ...account, table: 'invoice' as const, notCouplable: new Map() };
    const state = stateOf({ couplings: [couplingOf('postedSalesInvoice')] });
    const { buttons } = await showCoupling(fakeCoupling(state), record);
    expect(buttons()).toEqual(['', 'Open in Business Central', 'Compare']);
  });

  it('is not coupled to another while Business Central would not couple it at all', async () => {
    const record = { ...account, notCouplable: new Map([[pairFor('customer'), 'inactive' as const]]) };
    const { buttons } = await showCoupling(
      fakeCoupling(stateOf({ couplings: [couplingOf('customer')] })),
      record,
    );
    expect(buttons()).not.toContain('Couple to another…');
    expect(buttons()).toContain('Uncouple');
  });

  it('names what must be coupled first, with the way to it', async () => {
    const owner = { table: 'systemuser', id: 'user-1' } as const;
    const state = stateOf({
      couplings: [couplingOf('customer', { skipped: true, lastError: 'The owner must be coupled.' })],
      uncoupledPrerequisites: [{ record: owner, part: 'owner', name: 'Nancy Davolio' }],
    });
    const shown = await showCoupling(fakeCoupling(state));
    expect(shown.text()).toContain('These must be coupled first');
    await shown.press('Nancy Davolio');
    expect(shown.openedRecords).toEqual(['systemuser user-1']);
  });

  it('offers the other pair of its table where the record suits both, and says as what', async () => {
    const record = { ...account, notCouplable: new Map() };
    const { buttons } = await showCoupling(
      fakeCoupling(stateOf({ couplings: [couplingOf('customer')] })),
      record,
    );
    expect(buttons()).toContain('Couple as “Vendor” too…');
  });

  it('as a unit of measure is not offered as a unit group, nor told that it cannot be created', async () => {
    const record = { ...account, table: 'uomschedule' as const, notCouplable: new Map() };
    const state = stateOf({ couplings: [couplingOf('unitOfMeasure')] });
    const { buttons, text } = await showCoupling(fakeCoupling(state), record);
    expect(buttons().filter((button) => button.startsWith('Couple'))).toEqual(['Couple to another…']);
    expect(text()).not.toContain('cannot be created from here');
  });

  it.each([
    ['bidirectional', ['Get Business Central’s data', 'Send Sales’ data to Business Central']],
    ['toSales', ['Get Business Central’s data']],
    ['fromSales', ['Send Sales’ data to Business Central']],
  ] as const)('is synchronized only as its mapping goes: %s', async (direction, offered) => {
    const customer = pairFor('customer');
    const state = stateOf({
      couplings: [couplingOf('customer')],
      mappings: new Map([[customer, mappingFor(customer, { direction })]]),
    });
    const { press, buttons } = await showCoupling(fakeCoupling(state));
    await press('Synchronize');
    expect(buttons().filter((button) => button.includes('data'))).toEqual(offered);
  });

  it('writes hostile names as text', async () => {
    const coupling = couplingOf('customer', { recordName: hostile, skipped: true, lastError: hostile });
    const { container, text } = await showCoupling(fakeCoupling(stateOf({ couplings: [coupling] })));
    expect(text()).toContain(`Coupled to customer 10000 ${hostile}`);
    expect(container.querySelector('img')).toBeNull();
  });

  it('stays on the screen while it is read again, and if that fails', async () => {
    const fake = fakeCoupling(stateOf({ couplings: [couplingOf('customer')] }));
    const { text, press, buttons } = await showCoupling(fake);
    fake.state = new BusinessCentralError('unavailable');
    await press('Refresh');
    expect(text()).toContain('Business Central is not available right now.');
    expect(buttons()).toContain('Compare');
  });
});

describe('a record that is not coupled', () => {
  it('offers to couple and to create', async () => {
    const { text, buttons } = await showCoupling(fakeCoupling(stateOf()));
    expect(text()).toContain('Not coupledNo record of Business Central belongs to Adatum Corporation yet.');
    expect(buttons()).toEqual(['', 'Couple…', 'Create in Business Central']);
  });

  it('names first what must be coupled before it, in order, each with the way to it', async () => {
    const owner = { table: 'systemuser', id: 'user-1' } as const;
    const currency = { table: 'transactioncurrency', id: 'currency-1' } as const;
    const state = stateOf({
      uncoupledPrerequisites: [
        { record: owner, part: 'owner', name: 'Nancy Davolio' },
        { record: currency, part: 'currency', name: hostile },
      ],
    });
    const shown = await showCoupling(fakeCoupling(state));
    expect([...shown.container.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      'Owner Nancy Davolio',
      `Currency ${hostile}`,
    ]);
    await shown.press('Nancy Davolio');
    expect(shown.openedRecords).toEqual(['systemuser user-1']);
  });

  it('says that it does not know of prerequisites rather than that there are none', async () => {
    const { text } = await showCoupling(fakeCoupling(stateOf({ uncoupledPrerequisites: null })));
    expect(text()).toContain('Whether something else must be coupled first is not known');
  });

  it.each([
    ['inactive', 'It is not active in Sales'],
    ['otherKind', 'It is of a kind that Business Central does not couple'],
    ['incomplete', 'Something that Business Central needs is empty'],
  ] as const)('says why it cannot be coupled: %s', async (reason, sentence) => {
    const record = {
      ...account,
      notCouplable: new Map([
        [pairFor('customer'), reason],
        [pairFor('vendor'), reason],
      ]),
    };
    const { text, buttons } = await showCoupling(fakeCoupling(stateOf()), record);
    expect(text()).toContain(sentence);
    expect(buttons()).toEqual(['']);
  });

  it('says that posted invoices are coupled by Business Central itself', async () => {
    const record = { ...account, table: 'invoice' as const, notCouplable: new Map() };
    const { text, buttons } = await showCoupling(fakeCoupling(stateOf()), record);
    expect(text()).toContain('Business Central couples these records by itself');
    expect(buttons()).toEqual(['']);
  });

  it('says that there is no mapping, but not where mappings could not be read', async () => {
    const mappings = new Map([
      [pairFor('customer'), null],
      [pairFor('vendor'), null],
    ]);
    const record = { ...account, notCouplable: new Map() };
    const without = await showCoupling(fakeCoupling(stateOf({ mappings })), record);
    expect(without.text()).toContain('This Business Central does not couple such records');
    without.unmount();
    const error = new BusinessCentralError('serviceNotPublished');
    const unread = stateOf({ mappings, missing: [{ service: 'IntegrationTableMappings', error }] });
    const { buttons, text } = await showCoupling(fakeCoupling(unread), record);
    expect(buttons()).toContain('Couple…');
    expect(text()).toContain('Not received: IntegrationTableMappings (serviceNotPublished)');
  });

  it('is not created where Business Central takes over no such rows, and says so', async () => {
    const customer = pairFor('customer');
    const mappings = new Map([[customer, mappingFor(customer, { direction: 'toSales' as const })]]);
    const { text, buttons } = await showCoupling(fakeCoupling(stateOf({ mappings })));
    expect(buttons()).toEqual(['', 'Couple…']);
    expect(text()).toContain('Business Central takes over no such records from Sales');
  });

  it('tells those who may not couple who may', async () => {
    const sales = fakeRecords(account, { mayChange: false });
    const { text, buttons } = await showCoupling(fakeCoupling(stateOf()), account, { sales });
    expect(buttons()).toEqual(['']);
    expect(text()).toContain('Those with the role “Integration Administrator” couple and synchronize.');
  });

  it.each([
    ['not coupled', []],
    ['coupled', [couplingOf('customer')]],
  ])('owned by a team says that a team is no salesperson, and what to do, %s', async (_state, couplings) => {
    const record = { ...account, owner: { kind: 'team' as const, name: 'East' } };
    const customer = pairFor('customer');
    const ownersDoNotCount = await showCoupling(fakeCoupling(stateOf({ couplings })), record);
    expect(ownersDoNotCount.text()).not.toContain('team');
    ownersDoNotCount.unmount();
    const mappings = new Map([[customer, mappingFor(customer, { dependsOn: ['SALESPEOPLE'] })]]);
    const { text } = await showCoupling(fakeCoupling(stateOf({ couplings, mappings })), record);
    expect(text()).toContain('It belongs to the team East, and a team is no salesperson');
    expect(text()).toContain('Assign it to a person who is coupled to a salesperson, and save.');
  });
});

it('keeps its room while it is read, and says so', async () => {
  const sales = fakeRecords(account, { record: () => new Promise(() => undefined) });
  const { announced, container } = await showCoupling(fakeCoupling(stateOf({ readAt: now })), account, {
    sales,
  });
  expect(announced()).toBe('Reading the coupling from Business Central…');
  expect(container.querySelector('[aria-busy=true]')).not.toBeNull();
});

it('forgets what it knew when the form goes to another record', async () => {
  const fake = fakeCoupling(stateOf({ couplings: [couplingOf('customer')] }));
  const shown = await showCoupling(fake);
  await shown.press('Uncouple');
  fake.state = stateOf({ couplings: [couplingOf('customer', { recordNo: '20000' })] });
  shown.change({ id: 'account-2' });
  expect(shown.text()).not.toContain('Coupled to');
  await settle();
  expect(shown.text()).toContain('Coupled to customer 20000');
  expect(shown.queryByRole('alertdialog')).toBeNull();
});

it('is read again when the record is saved, since what stood in the way may have gone', async () => {
  const fake = fakeCoupling(stateOf({ uncoupledPrerequisites: null }));
  const shown = await showCoupling(fake, account, { form: { modifiedAt: now } });
  fake.state = stateOf();
  shown.change({ modifiedAt: now + 1_000 });
  await settle();
  expect(shown.text()).not.toContain('is not known');
});
