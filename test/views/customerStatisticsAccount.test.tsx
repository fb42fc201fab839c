import { act, fireEvent, screen } from '@testing-library/react';
import type { CustomerFigures } from '../../businessCentral/statistics/types';
import { account, emptyLedger, foundCustomer, known, unknown } from './fakeCustomers';
import { now } from './fakeSources';
import { showAccount } from './renderingStatistics';

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
    const { figures } = await showAccount(foundCustomer(), { clock: { now: () => now + 86_400_000 } });
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
    expect(text()).toContain('Balance uses 62%on order');
    expect(text()).toContain('GBP 4,799.50 left, orders counted');
  });

  it('is none at 0', async () => {
    const { figures, text } = await showAccount(foundCustomer({ creditLimit: known(0) }));
    expect(new Map(figures()).get('Credit limit')).toBe('No limit');
    expect(text()).toContain('Business Central sets no limit for this customer.');
    expect(text()).not.toContain('uses');
  });

  it('is passed by a number, in words', async () => {
    const { text } = await showAccount(foundCustomer({ creditLimit: known(10_000) }));
    expect(text()).toContain('Balance uses 123%');
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
