import { act, fireEvent, screen } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { CustomerFigures } from '../../businessCentral/statistics/types';
import type { DocumentWithCustomer } from '../../sales/customers';
import { SalesError } from '../../sales/sales';
import { settlingMilliseconds } from '../../ui/useSettled';
import { documentWith, foundCustomer, known, unknown } from './fakeCustomers';
import { now } from './fakeSources';
import { settle } from './rendering';
import { quoteForm, showDocument } from './renderingStatistics';

/** Nothing on order beside the balance. */
const balanceAlone = { balance: known(12_300), total: known(12_300) };

describe('a quote without figures', () => {
  it.each([
    ['none', /^No customer.*Choose a customer/],
    ['contactWithoutAccount', /^Contact without account.*Give the contact an account/],
  ] as const)('says what to do where its customer is: %s', async (withoutCustomer, words) => {
    const { text, questions } = await showDocument(foundCustomer(), { customer: null, withoutCustomer });
    expect(text()).toMatch(words);
    expect(questions).toEqual([]);
  });

  it('says that its account is not coupled', async () => {
    const { text } = await showDocument({ status: 'notCoupled', readAt: now });
    expect(text()).toMatch(/^Not coupled.*Ask your administrator/);
  });

  it('is to be saved first', async () => {
    const { text, calls } = await showDocument(foundCustomer(), {}, { form: { ...quoteForm, id: null } });
    expect(text()).toMatch(/not been saved yet/);
    expect(calls).toEqual([]);
  });

  it('says which role is missing', async () => {
    const { text } = await showDocument(
      foundCustomer(),
      {},
      { sales: { connection: () => Promise.reject(new SalesError('notPermitted')) } },
    );
    expect(text()).toContain('Customer statistics need the role Integration User.');
  });
});

describe('the details of a quote', () => {
  async function openDetails(
    figures: Partial<CustomerFigures>,
    document: Partial<DocumentWithCustomer> = {},
    clock = { now: () => now },
  ) {
    const shown = await showDocument(foundCustomer(figures), document, { clock });
    expect(shown.figures()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    return shown;
  }

  it('are the few figures behind the sentence', async () => {
    const { figures, text } = await openDetails({ overdue: known(75.5) });
    expect(text()).toContain('10000 The Cannon Group PLC');
    expect(figures()).toEqual([
      ['Balance', 'GBP 12,300.00'],
      ['Credit limit', 'GBP 20,000.00'],
      ['Available credit', 'GBP 4,799.50'],
      ['Overdue as of 20/11/2026', 'GBP 75.50'],
      ['Total of this quote', 'GBP 1,000.00'],
    ]);
  });

  it('are overdue as of the day on which they were read, however long ago that is', async () => {
    const { figures } = await openDetails({}, {}, { now: () => now + 86_400_000 });
    expect(figures().map(([name]) => name)).toContain('Overdue as of 20/11/2026');
  });

  it('have no number where there is no limit', async () => {
    const { figures } = await openDetails({ creditLimit: known(0) });
    expect(figures().slice(1, 3)).toEqual([
      ['Credit limit', 'No limit'],
      ['Available credit', 'No limit'],
    ]);
  });

  it('have a dash with its reason for what is not known', async () => {
    const { figures } = await openDetails(
      { total: unknown('CustomerStatistics', 'GetTotalAmountLCY') },
      { currencyCode: 'SEK', baseTotal: null },
    );
    const shown = new Map(figures());
    expect([shown.get('Available credit'), shown.get('Total of this quote')]).toEqual(['–', '–']);
    expect(
      screen.getByRole('img', { name: /^Not known: The total of this quote is not counted: no exchange/ }),
    ).toBeTruthy();
  });

  it('lead to the customer in Business Central', async () => {
    const { opened } = await openDetails({});
    fireEvent.click(screen.getByRole('button', { name: /^Open in Business Central/ }));
    expect(opened).toEqual(['https://bc.example/BC/?page=21&customer=10000']);
  });
});

describe('a change of the document', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is judged anew when it is saved, even where the total stays: its customer may be another', async () => {
    const { change, calls } = await showDocument(foundCustomer());
    change({ modifiedAt: now });
    act(() => {
      jest.advanceTimersByTime(settlingMilliseconds);
    });
    await settle();
    expect(calls.filter((call) => call.startsWith('quote'))).toHaveLength(2);
  });

  it('is judged anew once the total has stood still, and the sentence stays meanwhile', async () => {
    let total = 1_000;
    const { change, text, calls } = await showDocument(
      foundCustomer(balanceAlone),
      {},
      { sales: { documentWithCustomer: () => Promise.resolve(documentWith({ total })) } },
    );
    total = 8_900;
    change({ total: 5_000 });
    change({ total });
    expect(text()).toMatch(/^Nothing speaks against this quote/);
    act(() => {
      jest.advanceTimersByTime(settlingMilliseconds);
    });
    expect(text()).toMatch(/^Nothing speaks against this quote/);
    await settle();
    expect(text()).toMatch(
      /^The Cannon Group PLC: Balance and this quote pass the credit limit by GBP 1,200\.00/,
    );
    expect(calls.filter((call) => call.startsWith('quote'))).toHaveLength(2);
  });
});

it('keeps the earlier sentence where a refresh fails, and says how old it is', async () => {
  const { questions, text } = await showDocument(null);
  questions[0]!.answer(foundCustomer());
  await settle();
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  await settle();
  questions[1]!.fail(new BusinessCentralError('timeout'));
  await settle();
  expect(text()).toMatch(
    /took too long.*The figures are those read at 14:05\.Nothing speaks against this quote/,
  );
});

it('asks for the figures alone, not for the ledger', async () => {
  const { questions } = await showDocument(foundCustomer());
  expect(questions.map(({ depth }) => depth)).toEqual(['figures']);
});

it('says what is not published, beside what is not known for that', async () => {
  const missing = unknown('CustomerCard', undefined, 'serviceNotPublished');
  const { text, announced } = await showDocument(
    foundCustomer({ name: missing, blocked: missing, customerSince: missing, currencyCode: missing }),
  );
  const words =
    /^10000: Whether the customer is blocked is not known\..*does not publish the customer card.*Ask your administrator/;
  expect(text()).toMatch(words);
  expect(announced()).toMatch(words);
});
