import type { BusinessCentralErrorCode } from '../../businessCentral/errors';
import type { BusinessCentralConnection, ServiceName } from '../../businessCentral/connection';
import { customerStatistics, type Statistics } from '../../businessCentral/statistics/statistics';
import type { CustomerFigures, FoundCustomer } from '../../businessCentral/statistics/types';
import type { Send } from '../../businessCentral/odata/transport';
import type { Fault } from '../../sandbox/businessCentral/faults/faultKinds';
import { account, addressesOf, found, notedSend, noon, valueOf } from './accounts';
import { startCronus, webServiceAccessKey, type Cronus } from './cronus';
import { batchOf, rows, scripted } from './scriptedServer';

let cronus: Cronus;

beforeAll(async () => {
  cronus = await startCronus();
});
afterAll(() => cronus.server.close());
beforeEach(() => cronus.server.faults.clear());

function client(changes?: Partial<BusinessCentralConnection>, server = cronus, send?: Send): Statistics {
  const clock = { ...noon, now: Date.now };
  return customerStatistics(server.company(changes, { clock, ...(send === undefined ? {} : { send }) }));
}

async function failure(question: Promise<unknown>): Promise<{ code: string; text: string }> {
  try {
    await question;
  } catch (error) {
    return { code: (error as { code: string }).code, text: `${String(error)} ${JSON.stringify(error)}` };
  }
  throw new Error('It did not fail');
}

const ofStatistics: readonly (keyof CustomerFigures)[] = [
  'balance',
  'outstandingOrders',
  'shippedNotInvoiced',
  'outstandingInvoices',
  'total',
  'creditLimit',
  'overdue',
  'invoicedPrepayment',
  'paymentsThisFiscalYear',
];
/** Without {@link CustomerFigures.salesThisFiscalYear}, which both services have. */
const ofCard: readonly (keyof CustomerFigures)[] = ['blocked', 'currencyCode', 'customerSince'];

/** What is not known of an answer, by its names. */
function unknownOf({ figures, ledger, localCurrency }: FoundCustomer): string[] {
  return Object.entries({ ...figures, ...ledger, localCurrency })
    .filter(([, figure]) => typeof figure !== 'string' && !figure.known)
    .map(([name]) => name);
}

describe('what goes wrong on the way', () => {
  it.each<[string, Fault, BusinessCentralErrorCode]>([
    ['wrong credentials', { kind: 'unauthorized' }, 'wrongCredentials'],
    ['nothing at the address', { kind: 'notFound' }, 'notBusinessCentral'],
    ['too many requests', { kind: 'tooManyRequests' }, 'tooManyRequests'],
    ['unavailable', { kind: 'unavailable' }, 'unavailable'],
    [
      'unavailable for long',
      { kind: 'unavailable', retryAfter: { form: 'seconds', seconds: 600 } },
      'unavailable',
    ],
    ['an error of AL code', { kind: 'alError', text: 'Locked.' }, 'businessCentralFailed'],
    ['a gateway that gave up', { kind: 'gatewayTimeout' }, 'unavailable'],
    ['a connection that is reset', { kind: 'reset' }, 'unreachable'],
    ['JSON that is cut off', { kind: 'truncated' }, 'unreadableAnswer'],
    ['a sign-in page', { kind: 'signInPage' }, 'notBusinessCentral'],
    ['an empty body', { kind: 'emptyBody' }, 'unreadableAnswer'],
  ])('%s: coded, by coupling and by number, and without the key', async (_, fault, expected) => {
    cronus.server.faults.set(fault);
    for (const matchBy of ['coupling', 'number'] as const) {
      const { code, text } = await failure(client({ matchBy }).statisticsOf(account('10000'), 'figures'));
      expect(code).toBe(expected);
      expect(text).not.toContain(webServiceAccessKey);
      expect(text).not.toContain('Basic ');
    }
  });

  it('a caller who leaves ends the request', async () => {
    cronus.server.faults.set({ kind: 'hang' });
    const leaving = new AbortController();
    const asked = failure(client().statisticsOf(account('10000'), 'figures', { signal: leaving.signal }));
    leaving.abort();
    expect((await asked).code).toBe('aborted');
  });

  it('an answer that drips in is still read', async () => {
    cronus.server.faults.set({ kind: 'drip', bytes: 800, everyMilliseconds: 1 });
    expect(unknownOf(found(await client().statisticsOf(account('10000'), 'figures')))).toEqual([]);
  });
});

describe('one service fails, the others go on; what did not come is unknown, never zero', () => {
  const ledger = ['lastPaymentDate', 'open', 'sales', 'closingDates'];
  const cases: readonly [ServiceName, readonly string[]][] = [
    ['CustomerStatistics', ofStatistics],
    ['CustomerCard', ofCard],
    ['CustomerLedgerEntries', ledger],
    ['GeneralLedgerSetup', ['localCurrency']],
  ];

  it.each(cases)('%s fails', async (service, expected) => {
    cronus.server.faults.set({ kind: 'alError', text: 'Locked.' }, { service });
    const answer = found(await client().statisticsOf(account('67000'), 'figuresAndLedger'));
    expect(unknownOf(answer).sort()).toEqual([...expected].sort());
    // The coupling knows the name, too.
    expect(valueOf(answer.figures.name)).toBe('Graphic Design Institute');
  });

  it.each(cases)('%s is not published', async (service, expected) => {
    const other = await startCronus({ unpublishedBody: 'empty' });
    other.server.unpublish(service);
    const answer = found(await client({}, other).statisticsOf(account('67000'), 'figuresAndLedger'));
    expect(unknownOf(answer).sort()).toEqual([...expected].sort());
    await other.server.close();
  });

  it.each(cases)('%s is known to be missing, and is not even asked', async (service, expected) => {
    const services = { [service]: { missing: true } };
    const { send, requests } = notedSend(cronus);
    const page = client({ services }, cronus, send);
    const answer = found(await page.statisticsOf(account('67000'), 'figuresAndLedger'));
    expect(unknownOf(answer).sort()).toEqual([...expected].sort());
    expect(requests).toHaveLength(1);
    expect(addressesOf(requests).filter((address) => address.includes(`/${service}?`))).toEqual([]);
  });

  // Texts stay texts where strings come in place of everything; closing dates are a matter of fields, not of rows.
  it.each([
    [
      'strings',
      ['blocked', 'currencyCode', 'customerSince', 'localCurrency', 'lastPaymentDate', 'closingDates'],
    ],
    ['arrays', ['closingDates']],
    ['nulls', ['closingDates']],
  ] as const)('%s come in place of the right values', async (instead, stillReadable) => {
    for (const [service, expected] of cases) {
      cronus.server.faults.set({ kind: 'wrongTypes', instead }, { service });
      const answer = found(await client().statisticsOf(account('20000'), 'figuresAndLedger'));
      const readable: readonly string[] = stillReadable;
      expect(unknownOf(answer).sort()).toEqual(expected.filter((name) => !readable.includes(name)).sort());
      cronus.server.faults.clear();
    }
  });

  it('rows that come twice count once', async () => {
    cronus.server.faults.set({ kind: 'duplicateRows' });
    const { figures, ledger: entries } = found(
      await client().statisticsOf(account('61000'), 'figuresAndLedger'),
    );
    expect(valueOf(figures.balance)).toBe(11_875);
    expect(valueOf(entries?.open).entries.reduce((sum, { remaining }) => sum + remaining, 0)).toBe(11_875);
  });
});

describe('nothing can be said', () => {
  it('where neither figures nor card came', async () => {
    const fault = { kind: 'alError', text: 'Locked.' } as const;
    cronus.server.faults.set(fault, { service: 'CustomerStatistics' });
    cronus.server.faults.set(fault, { service: 'CustomerCard' });
    const { code } = await failure(client().statisticsOf(account('10000'), 'figures'));
    expect(code).toBe('businessCentralFailed');
  });

  it.each<[string, Fault, BusinessCentralErrorCode]>([
    ['failed', { kind: 'alError', text: 'Locked.' }, 'businessCentralFailed'],
    ['has wrong types', { kind: 'wrongTypes', instead: 'nulls' }, 'unreadableAnswer'],
  ])('where the coupling %s: not coupled is something else', async (_, fault, expected) => {
    cronus.server.faults.set(fault, { service: 'CRMIntegrationRecords' });
    const { code } = await failure(client().statisticsOf(account('10000'), 'figures'));
    expect(code).toBe(expected);
  });

  it('where couplings are not published, unless customers are matched by number', async () => {
    const other = await startCronus();
    other.server.unpublish('CRMIntegrationRecords');
    const { code } = await failure(client({}, other).statisticsOf(account('10000'), 'figures'));
    expect(code).toBe('serviceNotPublished');
    const byNumber = client({ matchBy: 'number' }, other);
    expect((await byNumber.statisticsOf(account('10000'), 'figures')).status).toBe('found');
    await other.server.close();
  });
});

describe('a version that lacks fields', () => {
  it.each<[ServiceName, string, readonly string[]]>([
    ['CustomerStatistics', 'GetInvoicedPrepmtAmountLCY', ['invoicedPrepayment']],
    ['CustomerStatistics', 'CustPaymentsLCY_x005B_2_x005D_', ['paymentsThisFiscalYear']],
    ['CustomerStatistics', 'CustSalesLCY_x005B_2_x005D_', []],
    ['CustomerCard', 'TotalSales2', []],
    ['CustomerCard', 'CustomerSince', ['customerSince']],
    ['CustomerLedgerEntries', 'Reversed', ['lastPaymentDate']],
    ['CustomerLedgerEntries', 'Open', ['open']],
    ['CustomerLedgerEntries', 'Closed_at_Date', ['closingDates']],
    ['CustomerLedgerEntries', 'Remaining_Amt_LCY', ['open']],
    ['CustomerLedgerEntries', 'Remaining_Amount', []],
    ['CustomerLedgerEntries', 'Description', []],
  ])('%s without %s: that alone is unknown, and named', async (service, field, expected) => {
    const other = await startCronus();
    other.server.removeField(service, field);
    const { send, requests } = notedSend(other);
    const page = client({}, other, send);
    const answer = found(await page.statisticsOf(account('67000'), 'figuresAndLedger'));
    expect(unknownOf(answer)).toEqual(expected);
    const [name] = expected;
    const figure = Object.entries({ ...answer.figures, ...answer.ledger }).find(([key]) => key === name)?.[1];
    expect(figure).toEqual(
      name === undefined
        ? undefined
        : {
            known: false,
            missing: {
              service,
              field,
              error: expect.objectContaining({ code: 'questionRefused' }) as unknown,
            },
          },
    );
    // It is learnt: the next question does not ask for it.
    requests.length = 0;
    await page.statisticsOf(account('67000'), 'figuresAndLedger', { fresh: true });
    expect(requests).toHaveLength(1);
    // Nothing is to be hoped for, so the answer is given again, like any other.
    await page.statisticsOf(account('67000'), 'figuresAndLedger');
    expect(requests).toHaveLength(1);
    await other.server.close();
  });

  it('without either field has no sales of the fiscal year, and they are not made up', async () => {
    const other = await startCronus();
    other.server.removeField('CustomerStatistics', 'CustSalesLCY_x005B_2_x005D_');
    other.server.removeField('CustomerCard', 'TotalSales2');
    const answer = found(await client({}, other).statisticsOf(account('67000'), 'figures'));
    expect(unknownOf(answer)).toEqual(['salesThisFiscalYear']);
    await other.server.close();
  });

  it('or has a service under another name', async () => {
    const other = await startCronus();
    other.server.unpublish('CustomerStatistics');
    other.server.publish('CustomerStatistics', 'Customer_Stats_Sales');
    const services = { CustomerStatistics: { name: 'Customer_Stats_Sales' } };
    const answer = found(await client({ services }, other).statisticsOf(account('67000'), 'figures'));
    expect(unknownOf(answer)).toEqual([]);
    await other.server.close();
  });
});

describe('an answer that no Business Central gives', () => {
  const card = { No: '10000', Name: 'Adatum', Blocked: ' ', Currency_Code: '', CustomerSince: '2020-01-01' };
  /** The parts in the order in which they are asked: setup, statistics, card, last payment. */
  const answerWith = (cardRow: object, statisticsRow: object) => {
    const parts = batchOf(rows({ LCY_Code: 'GBP' }), rows(statisticsRow), rows(cardRow), rows());
    return client({ matchBy: 'number' }, cronus, scripted(parts).send).statisticsOf(
      account('10000'),
      'figures',
    );
  };

  it('a kind of blocking that is a name of every object is one that nobody knows', async () => {
    const { figures } = found(await answerWith({ ...card, Blocked: 'constructor' }, { No: '10000' }));
    expect(valueOf(figures.blocked)).toBe('other');
  });

  it('another customer than the one that was asked for is not taken for it', async () => {
    const answer = await answerWith({ ...card, No: '20000' }, { No: '20000', Balance_LCY: 5 });
    expect(answer.status).toBe('notCoupled');
  });

  it('a field that was asked for and is not there is unknown', async () => {
    const { figures } = found(await answerWith(card, { No: '10000', Balance_LCY: 5 }));
    expect(valueOf(figures.balance)).toBe(5);
    expect(figures.overdue).toMatchObject({ known: false, missing: { error: { code: 'unreadableAnswer' } } });
  });

  it.each([
    [0, 300, 300],
    [200, 300, 200],
    [200, 'none', 200],
    [0, 'none', 0],
  ])(
    'sales of %j on the card, which old versions leave at 0, and %j of the statistics are %d',
    async (onCard, ofStatistics, expected) => {
      const { figures } = found(
        await answerWith(
          { ...card, TotalSales2: onCard },
          { No: '10000', CustSalesLCY_x005B_2_x005D_: ofStatistics },
        ),
      );
      expect(valueOf(figures.salesThisFiscalYear)).toBe(expected);
    },
  );

  it('where no row can be told to be the customer’s nothing can be said', async () => {
    const { code } = await failure(answerWith({ ...card, No: 10_000 }, { No: null }));
    expect(code).toBe('unreadableAnswer');
  });
});
