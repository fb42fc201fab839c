import { act, fireEvent, screen } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { BusinessCentralErrorCode } from '../../businessCentral/errors';
import type { SalesCustomers } from '../../sales/customers';
import { SalesError } from '../../sales/sales';
import { account, byNumber, foundCustomer, known, unknown } from './fakeCustomers';
import { now } from './fakeSources';
import { settle } from './rendering';
import { accountForm, showAccount } from './renderingStatistics';

describe('what there is instead of figures', () => {
  it.each([
    ['notCoupled', /^Not coupled.*Ask your administrator to couple it/],
    ['customerDeleted', /^Customer deleted.*has been deleted in Business Central/],
  ] as const)('is said where the customer is %s', async (status, words) => {
    const { text, figures } = await showAccount({ status, readAt: now });
    expect(text()).toMatch(words);
    expect(figures()).toEqual([]);
  });

  const matchedByNumber = { connection: () => Promise.resolve(byNumber) };

  it('is the way to a number where customers are found by number and the account has none', async () => {
    const { text } = await showAccount(
      { status: 'notCoupled', readAt: now },
      { sales: { ...matchedByNumber, account: (id) => Promise.resolve({ ...account, id, number: '' }) } },
    );
    expect(text()).toMatch(/^No account number.*Enter it to see the figures/);
  });

  it('is the number where Business Central has no such customer', async () => {
    const { text } = await showAccount(
      { status: 'notCoupled', readAt: now },
      { sales: matchedByNumber, form: { ...accountForm, number: '99999' } },
    );
    expect(text()).toMatch(/^No such customer.*no customer with the number 99999/);
  });

  it('is to save an account first, without a question', async () => {
    const { text, calls } = await showAccount(foundCustomer(), { form: { ...accountForm, id: null } });
    expect(text()).toMatch(/not been saved yet.*Save it/);
    expect(calls).toEqual([]);
  });

  it('is where the control belongs, on a form of another table', async () => {
    const { text } = await showAccount(foundCustomer(), { form: { ...accountForm, table: 'contact' } });
    expect(text()).toContain('This control belongs on accounts, quotes and orders.');
  });

  it.each<[string, Partial<SalesCustomers>, RegExp]>([
    [
      'nothing is connected',
      { connection: () => Promise.reject(new SalesError('notConfigured')) },
      /^Business Central has not been connected yet\./,
    ],
    [
      'the role is missing',
      { connection: () => Promise.reject(new SalesError('notPermitted')) },
      /Customer statistics need the role Integration User\./,
    ],
    [
      'the account cannot be read',
      { account: () => Promise.reject(new SalesError('recordUnreadable')) },
      /^This record no longer exists/,
    ],
  ])('is what happened where %s, with its remedy', async (_case, sales, words) => {
    const { text, figures } = await showAccount(foundCustomer(), { sales });
    expect(text()).toMatch(words);
    expect(figures()).toEqual([]);
  });

  it.each([
    ['unreachable', 'Business Central cannot be reached.'],
    ['wrongCredentials', 'Business Central did not accept the user name and key'],
    ['serviceNotPublished', 'Business Central does not offer all the information'],
    ['notPermitted', 'Customer statistics need the role Integration User.'],
  ] as const)('is what happened where Business Central fails by %s', async (code, words) => {
    const { questions, text, announced } = await showAccount(null);
    questions[0]!.fail(new BusinessCentralError(code));
    await settle();
    expect(text()).toContain(words);
    expect(announced()).toContain(words);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('while it is read', () => {
  it('the names of all figures stand in their place, and screen readers are told once', async () => {
    const { figures, announced } = await showAccount(null);
    expect(figures().map(([name]) => name)).toHaveLength(12);
    expect(figures().every(([, value]) => value === '')).toBe(true);
    expect(announced()).toBe('Reading the customer’s figures from Business Central…');
  });

  it('an answer about another account is not shown', async () => {
    const { questions, change, text } = await showAccount(null);
    change({ id: 'account-2' });
    await settle();
    expect(questions[0]!.options?.signal?.aborted).toBe(true);
    questions[0]!.answer(foundCustomer());
    questions[1]!.answer(foundCustomer({ no: '20000', name: known('Selangorian Ltd.') }));
    await settle();
    expect(text()).toContain('20000 Selangorian Ltd.');
    expect(text()).not.toContain('Cannon');
  });

  it('the end of the control ends the question', async () => {
    const { questions, close } = await showAccount(null);
    close();
    expect(questions[0]!.options?.signal?.aborted).toBe(true);
  });
});

describe('a number on the form', () => {
  const form = { ...accountForm, number: '20000' };

  it('counts before it is saved, where customers are found by number', async () => {
    const { questions, change } = await showAccount(foundCustomer(), {
      sales: { connection: () => Promise.resolve(byNumber) },
      form,
    });
    change({ number: '' });
    await settle();
    expect(questions.map(({ customer }) => customer.number)).toEqual(['20000', '']);
  });

  it('is asked for at once: nothing that the form has is read from Dataverse again', async () => {
    const { questions, calls } = await showAccount(foundCustomer(), { form });
    expect(questions.map(({ customer }) => customer)).toEqual([{ id: 'account-1', number: '20000' }]);
    expect(calls).toEqual(['connection']);
  });

  it('is read where the form does not give it', async () => {
    const { questions, calls } = await showAccount(foundCustomer());
    expect(questions.map(({ customer }) => customer)).toEqual([account]);
    expect(calls.sort()).toEqual(['account account-1', 'connection']);
  });
});

describe('refreshing', () => {
  it('asks past all memory', async () => {
    const { questions } = await showAccount(foundCustomer());
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    expect(questions.map(({ options }) => options?.fresh)).toEqual([false, true]);
  });

  it('keeps the earlier figures where it fails, and says how old they are', async () => {
    const { questions, text, figures } = await showAccount(null);
    questions[0]!.answer(foundCustomer());
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    expect(new Map(figures()).get('Balance')).toBe('12,300.00');
    questions[1]!.fail(new BusinessCentralError('unreachable'));
    await settle();
    expect(text()).toMatch(/cannot be reached.*The figures are those read at 14:05\./);
    expect(new Map(figures()).get('Balance')).toBe('12,300.00');
  });

  it('announces the reading and the answer, each once', async () => {
    const { questions, announced } = await showAccount(null);
    const heard: string[] = [];
    const region = document.querySelector('[role=status]')!;
    const observer = new MutationObserver(() => heard.push(announced()));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    questions[0]!.answer(foundCustomer());
    await settle();
    expect(heard).toEqual(['10000 The Cannon Group PLC. Balance: GBP 12,300.00.']);
    observer.disconnect();
  });
});

describe('the customer in Business Central', () => {
  it('is opened from the head', async () => {
    const { opened } = await showAccount(foundCustomer());
    const button = screen.getByRole('button', { name: /^Open in Business Central/ });
    expect(button.getAttribute('aria-label')).toBe(
      'Open in Business Central: 10000 \u2068The Cannon Group PLC\u2069',
    );
    fireEvent.click(button);
    expect(opened).toEqual(['https://bc.example/BC/?page=21&customer=10000']);
  });

  it('is not offered where the connection has no web client', async () => {
    await showAccount(foundCustomer(), { webClient: false });
    expect(screen.queryByRole('button', { name: /Open in Business Central/ })).toBeNull();
  });
});

describe('a service that gave nothing', () => {
  const failedBy = (code: BusinessCentralErrorCode) => ({
    CustomerStatistics: foundCustomer({
      ...Object.fromEntries(
        ['balance', 'outstandingOrders', 'total', 'creditLimit', 'overdue'].map((figure) => [
          figure,
          unknown('CustomerStatistics', undefined, code),
        ]),
      ),
    }),
    CustomerCard: foundCustomer({
      blocked: unknown('CustomerCard', undefined, code),
      customerSince: unknown('CustomerCard', undefined, code),
    }),
    CustomerLedgerEntries: foundCustomer(
      {},
      {
        ledger: {
          open: unknown('CustomerLedgerEntries', undefined, code),
          sales: unknown('CustomerLedgerEntries', undefined, code),
          closingDates: unknown('CustomerLedgerEntries', undefined, code),
          lastPaymentDate: unknown('CustomerLedgerEntries', undefined, code),
        },
      },
    ),
  });

  it.each([
    ['CustomerStatistics', /^Business Central does not publish the customer statistics, so balance/],
    ['CustomerCard', /^Business Central does not publish the customer card, so it is not known whether/],
    ['CustomerLedgerEntries', /^Business Central does not publish the ledger entries, so open documents/],
  ] as const)(
    'is said first where %s is not published, and named to administrators',
    async (service, words) => {
      const { text, announced } = await showAccount(failedBy('serviceNotPublished')[service]);
      expect(text()).toMatch(words);
      expect(announced()).toMatch(words);
      expect(text()).toContain('Ask your administrator to publish it.');
      expect(text()).toMatch(
        new RegExp(
          `For your administrator: Missing from Business Central: .*${service} \\(serviceNotPublished\\)`,
        ),
      );
    },
  );

  it('is said with the reason and the remedy where it failed', async () => {
    const { text } = await showAccount(failedBy('forbidden').CustomerLedgerEntries);
    expect(text()).toMatch(
      /^The ledger entries, .* are missing here: Business Central does not let the connection read this/,
    );
    expect(text()).toContain('Ask your administrator to give the user');
  });

  it('is not said where a single field is missing', async () => {
    const { text } = await showAccount(
      foundCustomer({ balance: unknown('CustomerStatistics', 'Balance_LCY') }),
    );
    expect(text()).toMatch(/^10000 The Cannon Group PLC/);
  });
});

describe('the ledger', () => {
  it('comes once the figures are painted, and is awaited in its place until then', async () => {
    jest.useFakeTimers();
    const { container, figures } = await showAccount(foundCustomer());
    expect(new Map(figures()).get('Balance')).toBe('12,300.00');
    expect(container.querySelectorAll('section[aria-busy=true]')).toHaveLength(1);
    expect(screen.queryByRole('region', { name: 'Open documents' })).toBeNull();
    act(() => {
      jest.runOnlyPendingTimers();
    });
    act(() => {
      jest.runOnlyPendingTimers();
    });
    jest.useRealTimers();
    expect(screen.getByRole('region', { name: 'Open documents' })).toBeTruthy();
    expect(container.querySelector('section[aria-busy=true]')).toBeNull();
  });
});
