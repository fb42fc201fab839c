import { act, fireEvent, screen } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { BusinessCentralErrorCode } from '../../businessCentral/errors';
import type { CustomerAnswer, CustomerFigures } from '../../businessCentral/statistics/types';
import type { SalesCustomers } from '../../sales/customers';
import { SalesError } from '../../sales/sales';
import {
  byNumber,
  account,
  emptyLedger,
  fakeSalesCustomers,
  fakeStatistics,
  foundCustomer,
  known,
  unknown,
} from './fakeCustomers';
import { now } from './fakeSources';
import { settle } from './rendering';
import { accountForm, showStatistics } from './renderingStatistics';

const noOverrides: Partial<SalesCustomers> = {};

async function showAccount(
  answer: CustomerAnswer | null,
  { sales: overrides = noOverrides, form = accountForm, webClient = true } = {},
) {
  const { sales, calls } = fakeSalesCustomers(overrides);
  const { statistics, questions } = fakeStatistics(answer, webClient);
  const shown = showStatistics({ sales, statistics, form });
  await settle();
  return { ...shown, calls, questions };
}

async function figureOf(name: string, figures: Partial<CustomerFigures>): Promise<string | undefined> {
  const shown = await showAccount(foundCustomer(figures));
  return new Map(shown.figures()).get(name);
}

describe('the figures of a customer', () => {
  it('come in the order of Business Central’s FactBox, under number and name', async () => {
    const { figures, text } = await showAccount(foundCustomer());
    expect(text()).toMatch(/10000 The Cannon Group PLC.*Balance/);
    expect(figures()).toEqual([
      ['Balance', '12,300.00'],
      ['Outstanding orders', '2,000.00'],
      ['Shipped, not invoiced', '700.50'],
      ['Outstanding invoices', '300.00'],
      ['Total', '15,200.50'],
      ['Credit limit', '20,000.00'],
      ['Overdue as of 20/11/2026', '0.00'],
      ['Invoiced prepayment', '100.00'],
      ['Sales this fiscal year', '98,765.43'],
      ['Payments this fiscal year', '54,321.00'],
      ['Last payment', '04/11/2026'],
      ['Customer since', '01/03/2019'],
    ]);
  });

  it('are overdue as of the day on which they were read, however long ago that is', async () => {
    const { sales } = fakeSalesCustomers();
    const clock = { now: () => now + 86_400_000 };
    const { statistics } = fakeStatistics(foundCustomer());
    const { figures } = showStatistics({ sales, statistics, form: accountForm, clock });
    await settle();
    expect(figures().map(([name]) => name)).toContain('Overdue as of 20/11/2026');
  });

  it('are asked for with the ledger, in one question', async () => {
    const { questions } = await showAccount(foundCustomer());
    expect(questions.map(({ customer, depth }) => [customer, depth])).toEqual([
      [account, 'figuresAndLedger'],
    ]);
  });

  it.each([
    ['the local currency by its code', foundCustomer(), 'Amounts in GBP'],
    [
      'the local currency by Business Central’s word where its code did not come',
      foundCustomer({}, { localCurrency: unknown('CustomerCard') }),
      'Amounts in local currency (LCY)',
    ],
    [
      'the customer’s own currency beside it',
      foundCustomer({ currencyCode: known('SEK') }),
      'Amounts in GBP · The customer’s own currency: SEK',
    ],
  ])('name %s', async (_case, answer, sentence) => {
    const { text } = await showAccount(answer);
    expect(text()).toContain(sentence);
  });

  it('say that there has been no payment, and no date, where that is known', async () => {
    const { figures } = await showAccount(
      foundCustomer(
        { customerSince: known(null) },
        { ledger: { ...emptyLedger, lastPaymentDate: known(null) } },
      ),
    );
    expect(figures().slice(-2)).toEqual([
      ['Last payment', 'None yet'],
      ['Customer since', 'No date'],
    ]);
  });

  it('show a credit balance as negative', async () => {
    expect(await figureOf('Balance', { balance: known(-250) })).toBe('-250.00');
  });
});

describe('a figure that did not come', () => {
  const lacking = foundCustomer(
    { balance: unknown('CustomerStatistics', 'Balance_LCY') },
    {
      ledger: { ...emptyLedger, lastPaymentDate: unknown('CustomerLedgerEntries', undefined, 'timeout') },
    },
  );

  it('is a dash, never zero', async () => {
    const { figures } = await showAccount(lacking);
    const shown = new Map(figures());
    expect([shown.get('Balance'), shown.get('Last payment')]).toEqual(['–', '–']);
    expect(shown.get('Total')).toBe('15,200.50');
  });

  it('says why to those who hear it, and can be reached with the keyboard', async () => {
    await showAccount(lacking);
    const dashes = screen.getAllByRole('img', { name: /^Not known/ });
    expect(dashes.map((dash) => dash.getAttribute('aria-label'))).toEqual([
      'Not known: Business Central does not offer this figure.',
      'Not known: Business Central took too long to answer.',
    ]);
    expect(dashes.map(({ tabIndex }) => tabIndex)).toEqual([0, 0]);
  });

  it('shows why on focus', async () => {
    const { container } = await showAccount(lacking);
    const [dash] = screen.getAllByRole('img', { name: /^Not known/ });
    const seen = () =>
      [...document.body.children]
        .filter((element) => element !== container)
        .map(({ textContent }) => textContent)
        .join('');
    expect(seen()).toBe('');
    jest.useFakeTimers();
    fireEvent.focus(dash!);
    act(() => {
      jest.advanceTimersByTime(1_000);
    });
    jest.useRealTimers();
    expect(seen()).toBe('Business Central does not offer this figure.');
  });

  it('is named to administrators', async () => {
    const { text } = await showAccount(lacking);
    expect(text()).toContain(
      'For your administrator: Missing from Business Central: CustomerStatistics.Balance_LCY (questionRefused), ' +
        'CustomerLedgerEntries (timeout)',
    );
  });
});

describe('the credit limit', () => {
  it('is used by the balance, and what is on order leaves less of it', async () => {
    const { text } = await showAccount(foundCustomer());
    expect(text()).toContain('62% used by the balance');
    expect(text()).toContain('GBP 2,900.50 on order');
    expect(text()).toContain('GBP 4,799.50 left, orders counted');
  });

  it('is none at 0', async () => {
    const { figures, text } = await showAccount(foundCustomer({ creditLimit: known(0) }));
    expect(new Map(figures()).get('Credit limit')).toBe('No limit');
    expect(text()).toContain('Business Central sets no limit for this customer.');
    expect(text()).not.toContain('used');
  });

  it('is passed by a number, in words', async () => {
    const { text } = await showAccount(foundCustomer({ creditLimit: known(10_000) }));
    expect(text()).toContain('123% used by the balance');
    expect(text()).toContain('Over the limit by GBP 5,200.50, orders counted');
  });

  it('is drawn full with a marker at the limit where it is passed, and without one where it is not', async () => {
    const widths = ({ container }: { container: HTMLElement }) =>
      [...container.querySelectorAll<HTMLElement>('[aria-hidden=true] > [style]')].map(
        ({ style }) => style.width || `at ${style.left}`,
      );
    const within = await showAccount(
      foundCustomer({ balance: known(5_000), total: known(8_000), creditLimit: known(10_000) }),
    );
    expect(widths(within)).toEqual(['50%', '30%']);
    within.unmount();
    const over = await showAccount(
      foundCustomer({ balance: known(5_000), total: known(20_000), creditLimit: known(10_000) }),
    );
    expect(widths(over)).toEqual(['25%', '75%', 'at 50%']);
  });

  it.each<[string, Partial<CustomerFigures>]>([
    ['balance', { balance: unknown('CustomerStatistics', 'Balance_LCY') }],
    ['total', { total: unknown('CustomerStatistics', 'GetTotalAmountLCY') }],
  ])('has no per cent where the %s did not come', async (_figure, figures) => {
    const { text } = await showAccount(foundCustomer(figures));
    expect(text()).toContain('How much of it is used is not known.');
  });
});

describe('how the total adds up', () => {
  async function openTotal(figures: Partial<CustomerFigures> = {}) {
    const shown = await showAccount(foundCustomer(figures));
    fireEvent.click(screen.getByRole('button', { name: 'How it adds up' }));
    return shown;
  }

  it('is told on demand, part by part', async () => {
    const { figures } = await openTotal();
    expect(figures().slice(5, 11)).toEqual([
      ['Balance', '12,300.00'],
      ['Outstanding orders', '2,000.00'],
      ['Shipped, not invoiced', '700.50'],
      ['Outstanding invoices', '300.00'],
      ['Less invoiced prepayment', '-100.00'],
      ['Total', '15,200.50'],
    ]);
  });

  it('names the rest where the parts do not make the total', async () => {
    const { figures } = await openTotal({ total: known(15_000) });
    expect(figures()).toContainEqual(['Other, such as returns and service orders', '-200.50']);
  });

  it('is not told where a part did not come', async () => {
    const { text } = await openTotal({ outstandingOrders: unknown('CustomerStatistics') });
    expect(text()).toContain('Not known, because Business Central did not give every part.');
  });
});

describe('a blocked customer', () => {
  it.each([
    ['ship', 'Blocked (Ship): no new orders and no shipments.'],
    ['invoice', 'Blocked (Invoice): no new orders, no shipments and no invoices.'],
    ['all', 'Blocked (All): no transactions at all, not even payments.'],
    ['other', 'Blocked: in a way that only Business Central explains.'],
  ] as const)('of the kind “%s” is said first, with what it means', async (kind, sentence) => {
    const { text, announced } = await showAccount(foundCustomer({ blocked: known(kind) }));
    expect(text().indexOf(sentence)).toBeGreaterThanOrEqual(0);
    expect(text().indexOf(sentence)).toBeLessThan(text().indexOf('10000 The Cannon Group PLC'));
    expect(announced()).toContain(sentence);
  });

  it('who is not blocked has no such sentence', async () => {
    const { text } = await showAccount(foundCustomer());
    expect(text()).not.toContain('Blocked');
  });
});

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
